using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Policies;
using VpcEndpointTools.Reachability;

namespace VpcEndpointTools.Rules.Security;

/// <summary>Images of Amazon ECR lie in a bucket of AWS's own.</summary>
public sealed class P015ImageLayers : PolicyRule
{
    /// <summary>Declares the rule.</summary>
    public P015ImageLayers()
        : base(new RuleInfo
        {
            Id = RuleIds.P015,
            Title = "S3 endpoint policy that keeps image layers of Amazon ECR out",
            Severity = Severity.Warning,
            EndpointTypes = TypeCapabilities.Where(type => type.HasPolicy),
            Needs = RuleNeeds.Catalog | RuleNeeds.VpcEndpoints | RuleNeeds.Region,
            Remediation = "Allow s3:GetObject on arn:aws:s3:::prod-<region>-starport-layer-bucket/* in a statement without a condition on the resource's owner.",
            Source = RuleSources.Ecr,
            Checked = new DateOnly(2026, 11, 23),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context, PolicyDocument policy)
    {
        EndpointConfig config = context.Config;
        if (config.ServiceName.IsUnknown)
        {
            return RuleOutcome.Unknown("ServiceName", config.ServiceName);
        }

        if (context.Service is not { ShortName: "s3" } || ServiceNames.RegionOf(config.ServiceName.Known) is not { } region)
        {
            return RuleOutcome.NotApplicable;
        }

        string bucket = $"prod-{region}-starport-layer-bucket";
        Truth allows = PolicyAnalysis.AllowsOnForeignResource(policy, "s3:GetObject", $"arn:{Partition(region)}:s3:::{bucket}/layer");
        if (allows == Truth.Yes)
        {
            return RuleOutcome.Pass;
        }

        string registry = context.Catalog.FindShort("ecr.dkr")!.NameIn(region);
        if (!context.Neighbours(registry).Any(other => other.VpcEndpointType.Is(EndpointTypes.Interface)))
        {
            // Nobody who pulls images is known here.
            return context.EndpointsMissing is { } missing ? RuleOutcome.NotEvaluated(missing) : RuleOutcome.NotApplicable;
        }

        return allows == Truth.Unknown
            ? RuleOutcome.NotEvaluated(MissingInput.NotGiven("what the policy's conditions come to"))
            : RuleOutcome.Fail(
                $"The VPC pulls images through {registry}, but PolicyDocument does not allow s3:GetObject on {bucket}, where their layers lie: pulls fail with 403.",
                "PolicyDocument");
    }

    private static string Partition(string region) =>
        region.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn"
        : region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov"
        : "aws";
}
