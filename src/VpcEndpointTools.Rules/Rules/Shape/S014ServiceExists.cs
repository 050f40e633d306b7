using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Model.Members;

namespace VpcEndpointTools.Rules.Shape;

/// <summary>The service is one that exists.</summary>
public sealed class S014ServiceExists : ServiceNameRule
{
    /// <summary>Declares the rule.</summary>
    public S014ServiceExists()
        : base(new RuleInfo
        {
            Id = RuleIds.S014,
            Title = "ServiceName of no known service",
            Severity = Severity.Error,
            Needs = RuleNeeds.Catalog | RuleNeeds.ServiceDetails,
            AwsErrorCode = "InvalidServiceName",
            Remediation = "Check the name with 'aws ec2 describe-vpc-endpoint-services' in the Region of deployment.",
            Source = RuleSources.Services,
            Checked = new DateOnly(2026, 11, 23),
            OnlyBeforeCreation = true,
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context, ServiceNameJudgement judgement)
    {
        Value<string> name = context.Config.ServiceName;
        switch (judgement.Verdict)
        {
            case ServiceNameVerdict.Malformed or ServiceNameVerdict.WrongForm or ServiceNameVerdict.UnknownPrefix:
                // VPCE-S013 and VPCE-S015 say what is wrong with those.
                return RuleOutcome.NotApplicable;
            case ServiceNameVerdict.NearMiss:
                return RuleOutcome.Fail($"ServiceName '{name}' does not exist: {judgement.Reason}. Write '{judgement.Suggestion}'.", "ServiceName");
        }

        if (IsMissingFrom(context))
        {
            return RuleOutcome.Fail($"ServiceName '{name}' is not among the services that the snapshot lists for {context.Snapshot!.Region}.", "ServiceName");
        }

        // The catalogue knows names, not which Regions have them: that only AWS's own list tells.
        return judgement.Verdict == ServiceNameVerdict.Known
            ? context.IsServiceListed ? RuleOutcome.Pass : RuleOutcome.NotEvaluated(MissingInput.NotGiven($"{name} in a snapshot's ServiceDetails"))
            : RuleOutcome.Fail(new Violation(
                $"ServiceName '{name}' is not in the service catalogue of {context.Catalog.Date:yyyy-MM-dd}. It may be newer, or misspelt: check it.", "ServiceName")
            {
                Severity = Severity.Warning,
            });
    }

    // A list of one Region's services says nothing of another's, and endpoint services of others show only to whom they allow.
    private static bool IsMissingFrom(RuleContext context) =>
        context.Snapshot is { ServiceDetails: not null, Complete.CoversServices: true, Region: { } region }
        && ServiceNames.RegionOf(context.Config.ServiceName.Known) == region
        && !ServiceNames.IsEndpointService(context.Config.ServiceName.Known)
        && !context.Snapshot.Index.IsBlurred(SnapshotMembers.ServiceDetails)
        && !context.IsServiceListed;
}
