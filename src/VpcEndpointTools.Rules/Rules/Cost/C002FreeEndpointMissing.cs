using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Model.Members;
using VpcEndpointTools.Network;

namespace VpcEndpointTools.Rules.Cost;

/// <summary>What goes to S3 or DynamoDB over NAT is billed by the GB; a Gateway endpoint is free.</summary>
public sealed class C002FreeEndpointMissing : Rule
{
    /// <summary>Declares the rule.</summary>
    public C002FreeEndpointMissing()
        : base(new RuleInfo
        {
            Id = RuleIds.C002,
            Title = "VPC with a NAT gateway and no Gateway endpoint for S3 or DynamoDB",
            Severity = Severity.Warning,
            EndpointTypes = [EndpointTypes.Interface, EndpointTypes.Gateway, EndpointTypes.GatewayLoadBalancer],
            Needs = RuleNeeds.NatGateways | RuleNeeds.VpcEndpoints | RuleNeeds.Region,
            Remediation = "Make Gateway endpoints for S3 and DynamoDB and associate them with the private subnets' route tables: they cost nothing.",
            Source = RuleSources.Gateway,
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        if (context.Snapshot?.NatGateways is null || !config.VpcId.IsKnown || !context.Region.IsKnown)
        {
            return RuleOutcome.NotEvaluated(MissingInput.NotGiven("a snapshot with NatGateways, VpcEndpoints and its Region"));
        }

        if (context.EndpointsMissing is { } missing)
        {
            return RuleOutcome.NotEvaluated(missing);
        }

        if (config.IsExisting && !config.VpcEndpointId.IsKnown)
        {
            return RuleOutcome.Unknown("VpcEndpointId", config.VpcEndpointId);
        }

        // It is the VPC's fault, and one endpoint is enough to say so.
        EndpointIndex endpoints = context.Snapshot.Index.Endpoints;
        if (endpoints.FirstIn(config.VpcId.Known) is { } first && !context.IsSelf(first))
        {
            return RuleOutcome.NotApplicable;
        }

        NatGateway? nat = NatGateways.ToInternet(context.Snapshot.Index, config.VpcId.Known).FirstOrDefault();
        if (nat is null)
        {
            return context.ListsAll(SnapshotMembers.NatGateways) ? RuleOutcome.Pass : RuleOutcome.NotEvaluated(context.NotComplete(SnapshotMembers.NatGateways));
        }

        ServiceEntry[] lacking =
            [.. GatewayInstead.Services.Select(name => context.Catalog.FindShort(name)!).Where(service => !HasGateway(context, service))];
        return lacking.Length == 0 ? RuleOutcome.Pass
            : context.Type.Is(EndpointTypes.Gateway) && config.ServiceName.IsUnknown ? RuleOutcome.Unknown("ServiceName", config.ServiceName)
            : RuleOutcome.Fail(
                $"{config.VpcId} has {nat.NatGatewayId} and no Gateway endpoint for {string.Join(" and ", lacking.Select(service => service.NamesIn(context.Region.Known)[^1]))}: that traffic is billed by the GB. Add the free endpoint(s).", "VpcId");
    }

    private static bool HasGateway(RuleContext context, ServiceEntry service) => service.NamesIn(context.Region.Known).Any(name =>
        (context.Type.Is(EndpointTypes.Gateway) && context.Config.ServiceName.Is(name))
        || context.Neighbours(name).Any(other => other.VpcEndpointType.Is(EndpointTypes.Gateway)));
}
