using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Shape;

/// <summary>The ARN of a target is one of VPC Lattice, and of the right kind.</summary>
public sealed class S018LatticeArn : Rule
{
    /// <summary>Declares the rule.</summary>
    public S018LatticeArn()
        : base(new RuleInfo
        {
            Id = RuleIds.S018,
            Title = "ARN that is not the target's kind",
            Severity = Severity.Error,
            EndpointTypes = [EndpointTypes.Resource, EndpointTypes.ServiceNetwork, EndpointTypes.Tunnel],
            Needs = RuleNeeds.Region,
            AwsErrorCode = "InvalidParameter",
            Remediation = "Give the ARN of a VPC Lattice resource configuration (Resource, Tunnel) or service network (ServiceNetwork).",
            Source = RuleSources.CreateApi,
            Checked = new DateOnly(2026, 11, 27),
            OnlyBeforeCreation = true,
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        bool network = context.Type.Is(EndpointTypes.ServiceNetwork);
        string property = network ? "ServiceNetworkArn" : "ResourceConfigurationArn";
        Value<string> arn = network ? context.Config.ServiceNetworkArn : context.Config.ResourceConfigurationArn;

        // A missing or misplaced target is VPCE-S005's finding.
        if (arn.IsAbsent)
        {
            return RuleOutcome.NotApplicable;
        }

        if (arn.IsUnknown)
        {
            return RuleOutcome.Unknown(property, arn);
        }

        // arn:partition:vpc-lattice:region:account:kind/id
        string kind = network ? "servicenetwork/" : "resourceconfiguration/";
        string[] parts = arn.Known.Split(':');
        if (parts.Length != 6 || parts[0] != "arn" || parts[2] != "vpc-lattice" || !parts[5].StartsWith(kind, StringComparison.Ordinal) || parts[5].Length == kind.Length)
        {
            return RuleOutcome.Fail(
                $"{property} '{arn}' is not arn:aws:vpc-lattice:<Region>:<account>:{kind}<id>, which a {context.Type} endpoint needs.", property);
        }

        if (!context.Region.IsKnown)
        {
            return RuleOutcome.Pass;
        }

        return parts[3] == context.Region.Known
            ? RuleOutcome.Pass
            : RuleOutcome.Fail(new Violation($"{property} is of {parts[3]}, but the endpoint is in {context.Region}: it may be refused.", property)
            {
                Severity = Severity.Warning,
            });
    }
}
