using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Lifecycle;

/// <summary>An endpoint has a network interface in each of its subnets.</summary>
public sealed class L003Partial : Rule
{
    /// <summary>Declares the rule.</summary>
    public L003Partial()
        : base(new RuleInfo
        {
            Id = RuleIds.L003,
            Title = "Endpoint without a network interface in each subnet",
            Severity = Severity.Warning,
            EndpointTypes = [EndpointTypes.Interface, EndpointTypes.GatewayLoadBalancer],
            Remediation = "Look at LastError, then modify or recreate the endpoint: a zone without an interface does not reach the service in its own zone.",
            Source = RuleSources.CreateApi,
            Checked = new DateOnly(2026, 11, 23),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        if (!config.IsExisting)
        {
            return RuleOutcome.NotApplicable;
        }

        if (!config.State.IsKnown)
        {
            return RuleOutcome.NotEvaluated(MissingInput.NotGiven("State"));
        }

        if (string.Equals(config.State.Known, "partial", StringComparison.OrdinalIgnoreCase))
        {
            return RuleOutcome.Fail($"The endpoint is {config.State}{(config.FailureReason.IsKnown ? $" ({config.FailureReason})" : string.Empty)}: a part of it is missing.", "State");
        }

        // While it comes or waits it need not have them yet; and who shows none at all shows them nowhere.
        ValueList<Value<string>> interfaces = config.NetworkInterfaceIds;
        if (!string.Equals(config.State.Known, "available", StringComparison.OrdinalIgnoreCase) || interfaces.IsAbsent || config.SubnetIds.IsAbsent)
        {
            return RuleOutcome.Pass;
        }

        if (interfaces.IsUnknown || config.SubnetIds.IsUnknown)
        {
            return RuleOutcome.Unknown("NetworkInterfaceIds and SubnetIds", interfaces.IsUnknown ? interfaces : config.SubnetIds);
        }

        return interfaces.Count < config.SubnetIds.Count
            ? RuleOutcome.Fail($"The endpoint has {config.SubnetIds.Count} subnets, but {interfaces.Count} network interface(s). Look at LastError.", "NetworkInterfaceIds")
            : RuleOutcome.Pass;
    }
}
