using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Dns;

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

        if (vpc.EnableDnsSupport.Is(true) && vpc.EnableDnsHostnames.Is(true))
        {
            return ([], null);
        }

        List<string> off = [];
        if (vpc.EnableDnsSupport.Is(false))
        {
            off.Add("enableDnsSupport");
        }

        if (vpc.EnableDnsHostnames.Is(false))
        {
            off.Add("enableDnsHostnames");
        }

        return ([.. off], off.Count > 0 ? null : MissingInput.Undecidable($"EnableDnsSupport and EnableDnsHostnames of {context.Config.VpcId}"));
    }
}
