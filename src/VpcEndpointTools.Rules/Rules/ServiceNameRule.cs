using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules;

/// <summary>A rule about the service's name. There is one verdict for each name, so that no two rules complain of the same mistake.</summary>
public abstract class ServiceNameRule : Rule
{
    /// <summary>A rule with its declaration.</summary>
    protected ServiceNameRule(RuleInfo info)
        : base(info)
    {
    }

    /// <inheritdoc/>
    protected sealed override RuleOutcome Test(RuleContext context)
    {
        Value<string> name = context.Config.ServiceName;
        return name.IsAbsent ? RuleOutcome.NotApplicable
            : context.ServiceName is { } judgement ? Test(context, judgement)
            : RuleOutcome.Unknown("ServiceName", name);
    }

    /// <summary>Tests a configuration whose service name is known.</summary>
    protected abstract RuleOutcome Test(RuleContext context, ServiceNameJudgement judgement);
}
