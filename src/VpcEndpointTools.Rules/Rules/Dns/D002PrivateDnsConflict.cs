using VpcEndpointTools.Dns;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Model.Members;

namespace VpcEndpointTools.Rules.Dns;

/// <summary>A private DNS name can be made once in a VPC.</summary>
public sealed class D002PrivateDnsConflict : Rule
{
    /// <summary>Declares the rule.</summary>
    public D002PrivateDnsConflict()
        : base(new RuleInfo
        {
            Id = RuleIds.D002,
            Title = "Private DNS name that the VPC already has",
            Severity = Severity.Error,
            EndpointTypes = [EndpointTypes.Interface],
            Needs = RuleNeeds.VpcEndpoints | RuleNeeds.HostedZones | RuleNeeds.ServiceDetails,
            AwsErrorCode = "InvalidParameter",
            Remediation = "Keep private DNS on one endpoint a service and VPC, and set PrivateDnsEnabled to false on the others; or remove the hosted zone of that name.",
            Source = RuleSources.CreateInterface,
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        if (config.PrivateDnsEnabled.IsAbsent || config.PrivateDnsEnabled.Is(false) || config.ServiceName.IsAbsent)
        {
            return RuleOutcome.NotApplicable;
        }

        if (config.ServiceName.IsUnknown || config.VpcId.IsUnknown)
        {
            return config.ServiceName.IsUnknown ? RuleOutcome.Unknown("ServiceName", config.ServiceName) : RuleOutcome.Unknown("VpcId", config.VpcId);
        }

        MissingInput? missing = null;
        string? conflict = OtherEndpoint(context, ref missing) ?? HostedZone(context, ref missing);
        if (conflict is null)
        {
            return missing is null ? RuleOutcome.Pass : RuleOutcome.NotEvaluated(missing);
        }

        return config.PrivateDnsEnabled.IsUnknown
            ? RuleOutcome.Unknown("PrivateDnsEnabled", config.PrivateDnsEnabled)
            : RuleOutcome.Fail($"PrivateDnsEnabled is true, but {conflict} already has this DNS name in {config.VpcId}.", "PrivateDnsEnabled");
    }

    private static string? OtherEndpoint(RuleContext context, ref MissingInput? missing)
    {
        EndpointConfig config = context.Config;
        foreach (EndpointConfig other in context.Neighbours(config.ServiceName.Known))
        {
            // The same name in another service Region is another service.
            if (!other.VpcEndpointType.Is(EndpointTypes.Interface) || !SameServiceRegion(config, other))
            {
                continue;
            }

            if (other.PrivateDnsEnabled.Is(true) && !IsUncertain(config.ServiceRegion, other.ServiceRegion))
            {
                return other.Target;
            }

            if (!other.PrivateDnsEnabled.IsAbsent && !other.PrivateDnsEnabled.Is(false))
            {
                missing ??= MissingInput.ValueOf($"PrivateDnsEnabled and ServiceRegion of {other}", other.PrivateDnsEnabled);
            }
        }

        missing ??= context.EndpointsMissing;
        return null;
    }

    // Two unknowns that are the same expression are the same Region.
    private static bool IsUncertain(Value<string> own, Value<string> other) => own != other && (own.IsUnknown || other.IsUnknown);

    private static bool SameServiceRegion(EndpointConfig config, EndpointConfig other) =>
        !config.ServiceRegion.IsKnown || !other.ServiceRegion.IsKnown || config.ServiceRegion == other.ServiceRegion;

    private static string? HostedZone(RuleContext context, ref MissingInput? missing)
    {
        EndpointConfig config = context.Config;
        if (context.Snapshot?.HostedZones is null || !config.VpcId.IsKnown)
        {
            // Zones are Route 53's, not EC2's: a snapshot without them is as whole as most people can make one.
            missing ??= MissingInput.NotGiven("a snapshot with HostedZones");
            return null;
        }

        IReadOnlyList<string> names = PrivateDnsNames.Zones(context);
        HostedZone? zone = context.Snapshot.Index.ZonesIn(config.VpcId.Known).FirstOrDefault(
            zone => !zone.PrivateZone.Is(false) && !zone.PrivateZone.IsUnknown && zone.Name.IsKnown && names.Contains(PrivateDnsNames.Zone(zone.Name.Known), StringComparer.OrdinalIgnoreCase));
        if (zone is null && (names.Count == 0 || !context.ListsAll(SnapshotMembers.HostedZones)))
        {
            missing ??= MissingInput.NotGiven(names.Count == 0 ? $"the private DNS names of {config.ServiceName}" : "all HostedZones of the VPC");
        }

        return zone is null ? null : $"the hosted zone {zone.Name}";
    }
}
