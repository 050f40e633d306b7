using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Dns;

/// <summary>The inbound-resolver option is for interface endpoints of services that also have a gateway form.</summary>
public sealed class D005InboundOnlyOption : Rule
{
    /// <summary>Declares the rule.</summary>
    public D005InboundOnlyOption()
        : base(new RuleInfo
        {
            Id = RuleIds.D005,
            Title = "PrivateDnsOnlyForInboundResolverEndpoint where it does not apply",
            Severity = Severity.Error,
            Needs = RuleNeeds.Catalog,
            AwsErrorCode = "InvalidParameter",
            Remediation = "Remove DnsOptions.PrivateDnsOnlyForInboundResolverEndpoint, even where it is false.",
            Source = RuleSources.CreateApi,
            Checked = new DateOnly(2026, 11, 27),

            // A describe answer may show the option as false wherever AWS likes.
            OnlyBeforeCreation = true,
        })
    {
    }

    private const string Option = "DnsOptions.PrivateDnsOnlyForInboundResolverEndpoint";

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        Value<bool> option = config.DnsOptions.PrivateDnsOnlyForInboundResolverEndpoint;
        // Terraform's provider keeps what AWS shows, and sends it again with a replacement: nobody chose it.
        if (option.IsAbsent || (option.Is(false) && config.Previous?.DnsOptions.PrivateDnsOnlyForInboundResolverEndpoint == option))
        {
            return RuleOutcome.NotApplicable;
        }

        if (context.Type.IsUnknown)
        {
            return RuleOutcome.NotEvaluated(MissingInput.Undecidable(context.Type.Expression!));
        }

        bool isInterface = context.Type.Is(EndpointTypes.Interface);
        if (isInterface && config.ServiceName.IsUnknown)
        {
            return RuleOutcome.Unknown("ServiceName", config.ServiceName);
        }

        if (isInterface && context.Service is null)
        {
            return RuleOutcome.NotEvaluated(MissingInput.NotGiven($"{config.ServiceName} in the service catalogue"));
        }

        if (isInterface && context.Service!.HasType(EndpointTypes.Gateway))
        {
            return RuleOutcome.Pass;
        }

        // An unknown one may turn out not to be there.
        if (option.IsUnknown)
        {
            return RuleOutcome.Unknown("PrivateDnsOnlyForInboundResolverEndpoint", option);
        }

        return isInterface
            ? RuleOutcome.Fail(new Violation($"{Option} is for services with both a gateway and an interface form, which {config.ServiceName} is not. Remove it.", Option)
            {
                // That AWS minds an explicit false here stands nowhere.
                Severity = option.Known ? null : Severity.Warning,
            })
            : RuleOutcome.Fail($"{Option} is applicable only to Interface endpoints, and this is a {context.Type} endpoint. Remove it, even where it is false.", Option);
    }
}
