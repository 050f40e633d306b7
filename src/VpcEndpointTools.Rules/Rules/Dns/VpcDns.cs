using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Dns;

/// <summary>The two DNS attributes of a VPC, both of which private names need.</summary>
internal static class VpcDns
{
    /// <summary>The attributes that are off; with none off, what keeps them from being known to be on.</summary>
    public static (string[] Off, MissingInput? Missing) Off(RuleContext context)
    {
        Lookup<Vpc> found = context.Vpc();
        if (found.Item is not { } vpc)
        {
            return ([], found.Missing ?? MissingInput.Undecidable($"{context.Config.VpcId} in the snapshot's Vpcs"));
        }

        string[] off = [.. new[] { ("enableDnsSupport", vpc.EnableDnsSupport), ("enableDnsHostnames", vpc.EnableDnsHostnames) }
            .Where(attribute => attribute.Item2.Is(false))
            .Select(attribute => attribute.Item1)];
        return (off, off.Length > 0 || (vpc.EnableDnsSupport.IsKnown && vpc.EnableDnsHostnames.IsKnown)
            ? null
            : MissingInput.Undecidable($"EnableDnsSupport and EnableDnsHostnames of {context.Config.VpcId}"));
    }
}
