using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Dns;

/// <summary>Clients keep using the public endpoint where the private name does not lead to this one.</summary>
public sealed class D009PrivateDnsOff : Rule
{
    /// <summary>Declares the rule.</summary>
    public D009PrivateDnsOff()
        : base(new RuleInfo
        {
            Id = RuleIds.D009,
            Title = "Interface endpoint of an AWS service without private DNS",
            Severity = Severity.Warning,
            EndpointTypes = [EndpointTypes.Interface],
            Needs = RuleNeeds.Catalog | RuleNeeds.Region,
            Remediation = "Set PrivateDnsEnabled to true, unless a hosted zone of your own leads the service's name here or clients name the endpoint.",
            Source = RuleSources.Access,
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

        // Beside a Gateway endpoint the interface endpoint is often meant for clients that name it.
        if (context.Service is not { IsEndpointService: false, HasPrivateDnsName: true, PrivateDnsNameBasis: >= NameBasis.Convention } || context.Service.HasType(EndpointTypes.Gateway))
        {
            return RuleOutcome.NotApplicable;
        }

        if (config.PrivateDnsEnabled.IsUnknown)
        {
            return RuleOutcome.Unknown("PrivateDnsEnabled", config.PrivateDnsEnabled);
        }

        return config.PrivateDnsEnabled.Is(true)
            ? RuleOutcome.Pass
            : RuleOutcome.Fail(
                $"PrivateDnsEnabled is false: clients that ask for the usual name of {context.Service.ShortName} keep going to the public endpoint. Enable it, or lead the name here.",
                "PrivateDnsEnabled");
    }
}
