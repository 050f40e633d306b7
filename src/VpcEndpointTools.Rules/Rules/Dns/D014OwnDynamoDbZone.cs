using VpcEndpointTools.Catalog;
using VpcEndpointTools.Dns;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Model.Members;

namespace VpcEndpointTools.Rules.Dns;

/// <summary>A hosted zone of one's own for DynamoDB's public name is not what the endpoint is for.</summary>
public sealed class D014OwnDynamoDbZone : Rule
{
    /// <summary>Declares the rule.</summary>
    public D014OwnDynamoDbZone()
        : base(new RuleInfo
        {
            Id = RuleIds.D014,
            Title = "Hosted zone over DynamoDB's public name",
            Severity = Severity.Warning,
            EndpointTypes = [EndpointTypes.Interface],
            Needs = RuleNeeds.Catalog | RuleNeeds.HostedZones,
            Remediation = "Let clients use the endpoint's own URL (--endpoint-url) instead of a hosted zone that overrides dynamodb.<region>.amazonaws.com.",
            Source = RuleSources.DynamoDbInterface,
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        if (config.ServiceName.IsUnknown)
        {
            return RuleOutcome.Unknown("ServiceName", config.ServiceName);
        }

        if (context.Service is not { ShortName: "dynamodb" } || ServiceNames.RegionOf(config.ServiceName.Known) is not { } region)
        {
            return RuleOutcome.NotApplicable;
        }

        if (context.Snapshot?.HostedZones is null || !config.VpcId.IsKnown)
        {
            return RuleOutcome.NotEvaluated(MissingInput.NotGiven("a snapshot with HostedZones"));
        }

        string name = $"dynamodb.{region}.amazonaws.com{(region.StartsWith("cn-", StringComparison.Ordinal) ? ".cn" : string.Empty)}";
        HostedZone? zone = context.Snapshot.Index.ZonesIn(config.VpcId.Known).FirstOrDefault(
            zone => zone.Name.IsKnown && string.Equals(PrivateDnsNames.Zone(zone.Name.Known), name, StringComparison.OrdinalIgnoreCase));
        return zone is not null
            ? RuleOutcome.Fail($"The hosted zone {zone.Name} overrides DynamoDB's public name in {config.VpcId}: requests may still go the public way. Use the endpoint's own URL.", "ServiceName")
            : context.ListsAll(SnapshotMembers.HostedZones) ? RuleOutcome.Pass
            : RuleOutcome.NotEvaluated(MissingInput.NotGiven("all HostedZones of the VPC"));
    }
}
