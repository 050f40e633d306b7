using System.Management.Automation;
using VpcEndpointTools.Isolation;
using VpcEndpointTools.Pricing;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Input;

/// <summary>Reads what was given as -PriceList: files of AWS's Price List, which take the place of the shipped prices that they name.</summary>
internal static class PriceFiles
{
    /// <summary>The prices, or the error that ends the cmdlet: figures from other prices than those asked for would mislead.</summary>
    public static PriceList? Read(IReadOnlyList<string>? paths, SessionState session, Action<string> warn, CancellationToken stop, out ErrorRecord? error)
    {
        ErrorRecord? unreadable = null;
        InputFiles files = new(session, record => unreadable ??= record, stop) { Expected = $"{PriceDocument.Expected}." };
        PriceList prices = PriceList.Shipped;
        List<PriceEntry> found = [];
        foreach (string path in (paths ?? []).SelectMany(files.Expand))
        {
            if (files.Open(path, stream => ModuleServices.Reader.ReadPrices(stream, path, stop)) is not { } document)
            {
                continue;
            }

            unreadable ??= document.Problem is { } problem ? Errors.Input(problem, path) : null;
            found.AddRange(document.Prices);
            foreach (string warning in document.Warnings)
            {
                warn(warning);
            }
        }

        error = unreadable;
        return error is null ? prices.With(found) : null;
    }
}
