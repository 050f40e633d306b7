using VpcEndpointTools.Dns;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Dns;

/// <summary>The service has a private DNS name to make.</summary>
public sealed class D003PrivateDnsOffered : Rule
{
    /// <summary>Declares the rule.</summary>
    public D003PrivateDnsOffered()
        : base(new RuleInfo
        {
            Id = RuleIds.D003,
            Title = "Private DNS on a service that offers none",
            Severity = Severity.Error,
            EndpointTypes = [EndpointTypes.Interface],
            Needs = RuleNeeds.Catalog | RuleNeeds.ServiceDetails,
            AwsErrorCode = "InvalidParameter",
            Remediation = "Set PrivateDnsEnabled to false and let clients use the endpoint's own DNS names.",
            Source = RuleSources.DynamoDbInterface,
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

        if (config.ServiceName.IsUnknown)
        {
            return RuleOutcome.Unknown("ServiceName", config.ServiceName);
        }

        (bool? offers, MissingInput? missing) = PrivateDnsNames.Offered(context);
        return offers switch
        {
            true => RuleOutcome.Pass,
            null => RuleOutcome.NotEvaluated(missing!),
            _ when config.PrivateDnsEnabled.IsUnknown => RuleOutcome.Unknown("PrivateDnsEnabled", config.PrivateDnsEnabled),
            _ => RuleOutcome.Fail(
                $"Private DNS can't be enabled because the service {config.ServiceName} does not provide a private DNS name. Set PrivateDnsEnabled to false.",
                "PrivateDnsEnabled"),
        };
    }
}
