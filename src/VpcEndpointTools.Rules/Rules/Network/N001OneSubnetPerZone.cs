using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Network;

/// <summary>An endpoint has at most one subnet in a zone.</summary>
public sealed class N001OneSubnetPerZone : Rule
{
    /// <summary>Declares the rule.</summary>
    public N001OneSubnetPerZone()
        : base(new RuleInfo
        {
            Id = RuleIds.N001,
            Title = "Two subnets in one Availability Zone",
            Severity = Severity.Error,
            EndpointTypes = TypeCapabilities.Where(type => type.Subnets == SubnetCount.OnePerZone),
            Needs = RuleNeeds.Subnets,
            AwsErrorCode = "DuplicateSubnetsInSameZone",
            Remediation = "Keep one subnet for each Availability Zone.",
            Source = RuleSources.CreateInterface,
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        ValueList<Value<string>> ids = context.Config.SubnetIds;
        if (ids.IsUnknown)
        {
            return RuleOutcome.Unknown("SubnetIds", ids);
        }

        if (ids.Count < 2)
        {
            return ids.Count == 0 ? RuleOutcome.NotApplicable : RuleOutcome.Pass;
        }

        List<Violation> violations = [];
        MissingInput? missing = null;
        for (int i = 1; i < ids.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                Compare(context, ids[j], ids[i], violations, ref missing);
            }
        }

        return RuleOutcome.From(violations, missing);
    }

    private static void Compare(RuleContext context, Value<string> first, Value<string> second, List<Violation> violations, ref MissingInput? missing)
    {
        if (first == second)
        {
            violations.Add(new Violation($"{first} stands twice in SubnetIds. Keep one.", "SubnetIds"));
            return;
        }

        Lookup<Subnet> left = context.Subnet(first);
        Lookup<Subnet> right = context.Subnet(second);
        if (left.Item is null || right.Item is null)
        {
            // Proven not there is VPCE-N015's finding.
            missing ??= left.Missing ?? right.Missing;
            return;
        }

        (Value<string> leftZone, Value<string> rightZone) = left.Item.AvailabilityZoneId.IsAbsent || right.Item.AvailabilityZoneId.IsAbsent
            ? (left.Item.AvailabilityZone, right.Item.AvailabilityZone)
            : (left.Item.AvailabilityZoneId, right.Item.AvailabilityZoneId);
        if (!leftZone.IsAbsent && leftZone == rightZone)
        {
            violations.Add(new Violation($"{first} and {second} are both in {leftZone}. Keep one subnet for each Availability Zone.", "SubnetIds"));
        }
        else if (!leftZone.IsKnown || !rightZone.IsKnown)
        {
            missing ??= MissingInput.Undecidable($"the Availability Zones of {first} and {second}");
        }
    }
}
