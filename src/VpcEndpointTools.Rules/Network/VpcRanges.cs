using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Reachability;

namespace VpcEndpointTools.Network;

/// <summary>Address ranges of the endpoint's surroundings.</summary>
internal static class VpcRanges
{
    /// <summary>The ranges of the endpoint's VPC in the families that the endpoint has; with what is missing where not all are known.</summary>
    public static (List<AddressRange> Ranges, MissingInput? Missing) Of(RuleContext context)
    {
        if (context.Vpc().Item is not { } vpc)
        {
            return ([], MissingInput.NotGiven($"the CidrBlocks of {context.Config.VpcId} in a snapshot's Vpcs"));
        }

        // An endpoint is ipv4 unless it says otherwise.
        Value<string> type = context.Config.IpAddressType;
        if (type.IsUnknown)
        {
            return ([], MissingInput.NotGiven($"the value of IpAddressType ({type})"));
        }

        List<AddressRange> ranges = [];
        bool complete = true;
        if (!type.Is(EndpointAddressTypes.Ipv6))
        {
            complete &= Add(vpc.CidrBlocks, ranges);
        }

        if (type.Is(EndpointAddressTypes.Ipv6) || type.Is(EndpointAddressTypes.Dualstack))
        {
            complete &= Add(vpc.Ipv6CidrBlocks, ranges);
        }

        return (ranges, complete && ranges.Count > 0 ? null : MissingInput.NotGiven($"all address ranges of {context.Config.VpcId}"));
    }

    /// <summary>Adds ranges; false when one of them is not known.</summary>
    public static bool Add(IEnumerable<Value<string>> texts, List<AddressRange> ranges)
    {
        bool complete = texts is not ValueList<Value<string>> { IsUnknown: true };
        foreach (Value<string> text in texts)
        {
            if (text.IsKnown && AddressRange.TryParse(text.Known, out AddressRange range))
            {
                ranges.Add(range);
            }
            else
            {
                complete = false;
            }
        }

        return complete;
    }
}
