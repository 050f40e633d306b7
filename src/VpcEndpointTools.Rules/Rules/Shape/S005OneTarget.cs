using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Shape;

/// <summary>An endpoint leads to exactly one thing, and its type says to what kind of thing.</summary>
public sealed class S005OneTarget : Rule
{
    /// <summary>Declares the rule.</summary>
    public S005OneTarget()
        : base(new RuleInfo
        {
            Id = RuleIds.S005,
            Title = "No target, several, or the wrong kind for the type",
            Severity = Severity.Error,
            AwsErrorCode = "InvalidParameter",
            Remediation = "Give ServiceName for Interface, Gateway and GatewayLoadBalancer; ResourceConfigurationArn for Resource and Tunnel; ServiceNetworkArn for ServiceNetwork.",
            Source = RuleSources.CreateApi,
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        List<string> given = [];
        Note(given, "ServiceName", config.ServiceName);
        Note(given, "ResourceConfigurationArn", config.ResourceConfigurationArn);
        Note(given, "ServiceNetworkArn", config.ServiceNetworkArn);
        string? wanted = context.Type.IsKnown ? TargetOf(context.Type.Known) : null;
        if (given.Count == 0)
        {
            return RuleOutcome.Fail(new Violation(
                $"The endpoint leads nowhere: give {wanted ?? "ServiceName, ResourceConfigurationArn or ServiceNetworkArn"}.", wanted ?? "ServiceName")
            {
                AwsErrorCode = "MissingParameter",
            });
        }

        if (given.Count > 1)
        {
            return RuleOutcome.Fail(
                $"{string.Join(" and ", given)} are given, but an endpoint has one target: keep {wanted ?? "one of them"}.", given[^1]);
        }

        if (wanted is null)
        {
            return RuleOutcome.NotEvaluated(MissingInput.Undecidable(context.Type.Expression!));
        }

        return given[0] == wanted
            ? RuleOutcome.Pass
            : RuleOutcome.Fail($"{given[0]} is not the target of a {context.Type} endpoint: give {wanted} instead.", given[0]);
    }

    private static string TargetOf(string type) => type switch
    {
        EndpointTypes.Resource or EndpointTypes.Tunnel => "ResourceConfigurationArn",
        EndpointTypes.ServiceNetwork => "ServiceNetworkArn",
        _ => "ServiceName",
    };

    // An unknown value is still given: which of the three it is does not hang on the value.
    private static void Note(List<string> given, string property, Value<string> value)
    {
        if (!value.IsAbsent)
        {
            given.Add(property);
        }
    }
}
