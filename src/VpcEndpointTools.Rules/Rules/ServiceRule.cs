using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules;

/// <summary>A rule about what the catalogue says of the service. Whether the name exists at all is VPCE-S014's business.</summary>
public abstract class ServiceRule : Rule
{
    /// <summary>A rule with its declaration.</summary>
    protected ServiceRule(RuleInfo info)
        : base(info)
    {
    }

    /// <inheritdoc/>
    protected sealed override RuleOutcome Test(RuleContext context)
    {
        Value<string> name = context.Config.ServiceName;
        return name.IsAbsent ? RuleOutcome.NotApplicable
            : name.IsUnknown ? RuleOutcome.Unknown("ServiceName", name)
            : context.Service is { } service ? Test(context, service)
            : RuleOutcome.NotEvaluated(MissingInput.NotGiven($"{name} in the service catalogue"));
    }

    /// <summary>Tests a configuration whose service the catalogue has.</summary>
    protected abstract RuleOutcome Test(RuleContext context, ServiceEntry service);
}
