using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Network;

/// <summary>The Availability Zones of subnets.</summary>
internal static class Zones
{
    /// <summary>The zone of a subnet: its id, which is the same in all accounts, else its name.</summary>
    public static Value<string> Of(Subnet subnet) => subnet.AvailabilityZoneId.IsAbsent ? subnet.AvailabilityZone : subnet.AvailabilityZoneId;

    /// <summary>The zones of an endpoint's subnets, as far as they are known.</summary>
    public static HashSet<string> Of(RuleContext context, ValueList<Value<string>> subnets, ref MissingInput? missing)
    {
        HashSet<string> zones = new(StringComparer.Ordinal);
        missing ??= subnets.IsUnknown ? MissingInput.ValueOf("SubnetIds", subnets) : null;
        foreach (Value<string> id in subnets)
        {
            Lookup<Subnet> subnet = context.Subnet(id);
            if (subnet.Item is { } known && Of(known) is { IsKnown: true } zone)
            {
                zones.Add(zone.Known);
            }
            else
            {
                missing ??= subnet.Missing ?? MissingInput.Undecidable($"the Availability Zone of {id}");
            }
        }

        return zones;
    }
}
