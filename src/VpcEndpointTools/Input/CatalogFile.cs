using System.Management.Automation;
using VpcEndpointTools.Catalog;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Input;

/// <summary>Reads what was given as -Catalog: a file with what 'aws ec2 describe-vpc-endpoint-services' answered.</summary>
internal static class CatalogFile
{
    /// <summary>The shipped catalogue with that answer in it. What is wrong with it ends the cmdlet: the older one would mislead.</summary>
    public static ServiceCatalog Read(string path, SessionState session, IVoice voice, CancellationToken stop)
    {
        InputFiles files = new(session, voice.Strict, stop) { Expected = Errors.WholeServiceAnswer };
        string file = files.Literal(path).First();
        InputDocument document = files.Read(file)!;

        // The answer has no date of its own.
        return document switch
        {
            { Problems: [var first, ..] } => throw voice.End(Errors.Input(first, path)),
            { Snapshot.ServiceDetails: { Count: > 0 } details } =>
                ServiceCatalog.Shipped.Refresh(details, DateOnly.FromDateTime(File.GetLastWriteTimeUtc(file))),
            _ => throw voice.End(Errors.NoServiceDetails(path)),
        };
    }
}
