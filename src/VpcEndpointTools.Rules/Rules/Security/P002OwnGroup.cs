using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Security;

/// <summary>An endpoint with the VPC's default group shares its rules with everything else that has it.</summary>
public sealed class P002OwnGroup : Rule
{
    /// <summary>Declares the rule.</summary>
    public P002OwnGroup()
        : base(new RuleInfo
        {
            Id = RuleIds.P002,
            Title = "Endpoint with the VPC's default security group",
            Severity = Severity.Warning,
            EndpointTypes = TypeCapabilities.Where(type => type.HasSecurityGroups),
            Needs = RuleNeeds.SecurityGroups,
            Remediation = "Give the endpoint a security group of its own that admits the service's port from its clients.",
            Source = RuleSources.CreateApi,
            Checked = new DateOnly(2026, 11, 23),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        ValueList<Value<string>> ids = context.Config.SecurityGroupIds;
        if (ids.IsUnknown)
        {
            return RuleOutcome.Unknown("SecurityGroupIds", ids);
        }

        if (ids.IsAbsent)
        {
            return context.Config.IsExisting
                ? RuleOutcome.NotApplicable
                : RuleOutcome.Fail("SecurityGroupIds is empty: AWS attaches the VPC's default group, which admits only its own members. Name a group.", "SecurityGroupIds");
        }

        MissingInput? missing = null;
        foreach (Value<string> id in ids)
        {
            Lookup<SecurityGroup> group = context.SecurityGroup(id);
            if (group.Item is { IsDefault: true })
            {
                return RuleOutcome.Fail($"{id} is the default security group of its VPC. Give the endpoint a group of its own.", "SecurityGroupIds");
            }

            if (group.Item is null || !group.Item.GroupName.IsKnown)
            {
                missing ??= group.Missing ?? MissingInput.NotGiven($"the GroupName of {id}");
            }
        }

        return missing is null ? RuleOutcome.Pass : RuleOutcome.NotEvaluated(missing);
    }
}
