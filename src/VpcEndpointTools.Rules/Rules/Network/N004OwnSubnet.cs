using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Network;

/// <summary>Only a subnet's owner makes endpoints in it.</summary>
public sealed class N004OwnSubnet : Rule
{
    /// <summary>Declares the rule.</summary>
    public N004OwnSubnet()
        : base(new RuleInfo
        {
            Id = RuleIds.N004,
            Title = "Subnet that another account shares with this one",
            Severity = Severity.Error,
            EndpointTypes = TypeCapabilities.Where(type => type.HasSubnets),
            Needs = RuleNeeds.Subnets | RuleNeeds.AccountId,
            Remediation = "Let the account that owns the VPC make the endpoint: participants of a shared subnet cannot create, describe, modify or delete endpoints in it.",
            Source = RuleSources.CreateInterface,
            Checked = new DateOnly(2026, 11, 27),
            OnlyBeforeCreation = true,
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        ValueList<Value<string>> ids = context.Config.SubnetIds;
        if (ids.IsAbsent)
        {
            return RuleOutcome.NotApplicable;
        }

        if (context.Snapshot?.AccountId is not { } account)
        {
            return RuleOutcome.NotEvaluated(MissingInput.NotGiven("a snapshot with AccountId and the OwnerId of subnets"));
        }

        List<Violation> violations = [];
        MissingInput? missing = ids.IsUnknown ? MissingInput.ValueOf("SubnetIds", ids) : null;
        foreach (Value<string> id in ids)
        {
            Lookup<Subnet> subnet = context.Subnet(id);
            if (subnet.Item is not { OwnerId.IsKnown: true } known)
            {
                missing ??= subnet.Missing ?? MissingInput.NotGiven($"the OwnerId of {id}");
            }
            else if (!known.OwnerId.Is(account))
            {
                violations.Add(new Violation($"{id} belongs to account {known.OwnerId}, which shares it with {account}: only its owner can create an endpoint in it.", "SubnetIds"));
            }
        }

        return RuleOutcome.From(violations, missing);
    }
}
