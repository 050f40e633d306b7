using System.Management.Automation;
using VpcEndpointTools.Isolation;
using VpcEndpointTools.Pricing;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Input;

/// <summary>Reads what was given as -PriceList: files of AWS's Price List, which take the place of the shipped prices that they name.</summary>
internal static class PriceFiles
{
    /// <summary>The prices. What is wrong with them ends the cmdlet: figures from other prices would mislead.</summary>
    public static PriceList Read(IReadOnlyList<string>? paths, SessionState session, IVoice voice, CancellationToken stop)
    {
        InputFiles files = new(session, voice.Strict, stop) { Expected = $"{PriceDocument.Expected}." };
        PriceList prices = PriceList.Shipped;
        List<PriceEntry> found = [];
        foreach (string path in (paths ?? []).SelectMany(files.Expand))
        {
            PriceDocument document = files.Open(path, stream => ModuleServices.Reader.ReadPrices(stream, path, stop))!;
            if (document.Problem is { } problem)
            {
                throw voice.End(Errors.Input(problem, path));
            }

            found.AddRange(document.Prices);
            foreach (string warning in document.Warnings)
            {
                voice.Warn(warning);
            }
        }

        return prices.With(found);
    }
}
