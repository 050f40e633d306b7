using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Shape;

/// <summary>Only a gateway endpoint is a target in route tables.</summary>
public sealed class S007RouteTablesOnlyForGateway : Rule
{
    /// <summary>Declares the rule.</summary>
    public S007RouteTablesOnlyForGateway()
        : base(new RuleInfo
        {
            Id = RuleIds.S007,
            Title = "Route tables on an endpoint that is not a Gateway",
            Severity = Severity.Error,
            EndpointTypes = TypeCapabilities.Where(type => !type.HasRouteTables),
            AwsErrorCode = "InvalidParameter",
            Remediation = "Remove RouteTableIds, or make it a Gateway endpoint where the service has one (S3, DynamoDB, S3 Express).",
            Source = RuleSources.CreateApi,
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        ValueList<Value<string>> tables = context.Config.RouteTableIds;
        if (tables.IsUnknown)
        {
            return RuleOutcome.Unknown("RouteTableIds", tables);
        }

        return tables.IsAbsent
            ? RuleOutcome.Pass
            : RuleOutcome.Fail(
                $"RouteTableIds ({tables}) is only for Gateway endpoints, and this one is of type {context.Type}. Remove it.", "RouteTableIds");
    }
}
