using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Network;

/// <summary>The Availability Zones of subnets.</summary>
internal static class Zones
{
    /// <summary>The zone of a subnet: its id, which is the same in all accounts, else its name.</summary>
    public static Value<string> Of(Subnet subnet) => subnet.AvailabilityZoneId.IsAbsent ? subnet.AvailabilityZone : subnet.AvailabilityZoneId;

    /// <summary>The zone of a subnet where it can be compared with those of others; else absent: an id says nothing about a name.</summary>
    public static Value<string> Beside(RuleContext context, ValueList<Value<string>> others, Subnet subnet) =>
        others.All(id => context.Subnet(id).Item?.AvailabilityZoneId.IsAbsent == subnet.AvailabilityZoneId.IsAbsent) ? Of(subnet) : default;

    /// <summary>The zones of an endpoint's subnets, as far as they are known.</summary>
    /// <param name="context">Where the subnets stand.</param>
    /// <param name="subnets">The endpoint's subnets.</param>
    /// <param name="missing">What was missing, unless something was before.</param>
    /// <param name="beside">The subnets with whose zones these are to be compared.</param>
    public static HashSet<string> Of(RuleContext context, ValueList<Value<string>> subnets, ref MissingInput? missing, ValueList<Value<string>>? beside = null)
    {
        HashSet<string> zones = new(StringComparer.Ordinal);
        missing ??= subnets.IsUnknown ? MissingInput.ValueOf("SubnetIds", subnets) : null;
        foreach (Value<string> id in subnets)
        {
            Lookup<Subnet> subnet = context.Subnet(id);
            if (subnet.Item is { } known && Beside(context, beside ?? ValueList<Value<string>>.Absent, known) is { IsKnown: true } zone)
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
