using System.Management.Automation;
using VpcEndpointTools.Catalog;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Input;

/// <summary>Reads what was given as -Catalog: a file with what 'aws ec2 describe-vpc-endpoint-services' answered.</summary>
internal static class CatalogFile
{
    /// <summary>The shipped catalogue with that answer in it, or the error that ends the cmdlet: the older one would mislead.</summary>
    public static ServiceCatalog? Read(string path, SessionState session, CancellationToken stop, out ErrorRecord? error)
    {
        ErrorRecord? unreadable = null;
        InputFiles files = new(session, record => unreadable = record, stop) { Expected = Errors.WholeServiceAnswer };
        string? file = files.Literal(path).FirstOrDefault();
        InputDocument? document = file is null ? null : files.Read(file);
        error = document switch
        {
            null => unreadable,
            { Problems: [var first, ..] } => Errors.Input(first, path),
            { Snapshot.ServiceDetails.Count: > 0 } => null,
            _ => Errors.NoServiceDetails(path),
        };

        // The answer has no date of its own.
        return error is null
            ? ServiceCatalog.Shipped.Refresh(document!.Snapshot!.ServiceDetails!, DateOnly.FromDateTime(File.GetLastWriteTimeUtc(file!)))
            : null;
    }
}
