using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Network;

/// <summary>Some zones have no cross-Region endpoints.</summary>
public sealed class N011CrossRegionZones : Rule
{
    /// <summary>Declares the rule.</summary>
    public N011CrossRegionZones()
        : base(new RuleInfo
        {
            Id = RuleIds.N011,
            Title = "Cross-Region endpoint in a zone that does not take one",
            Severity = Severity.Error,
            EndpointTypes = [EndpointTypes.Interface],
            Needs = RuleNeeds.Subnets | RuleNeeds.Region,
            Remediation = "Choose subnets in other zones than use1-az3, usw1-az2, apne1-az3, apne2-az2 and apne2-az4.",
            Source = RuleSources.CrossRegion,
            Checked = new DateOnly(2026, 11, 27),
            OnlyBeforeCreation = true,
        })
    {
    }

    private static readonly HashSet<string> Excluded = new(StringComparer.Ordinal) { "use1-az3", "usw1-az2", "apne1-az3", "apne2-az2", "apne2-az4" };

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        if (config.ServiceRegion.IsAbsent || config.ServiceRegion == context.Region || config.SubnetIds.IsAbsent)
        {
            return RuleOutcome.NotApplicable;
        }

        if (!config.ServiceRegion.IsKnown || !context.Region.IsKnown)
        {
            return RuleOutcome.NotEvaluated(context.Region.IsAbsent
                ? MissingInput.NotGiven("the Region of deployment (-Region)")
                : MissingInput.ValueOf("ServiceRegion and the Region of deployment", config.ServiceRegion));
        }

        List<Violation> violations = [];
        MissingInput? missing = config.SubnetIds.IsUnknown ? MissingInput.ValueOf("SubnetIds", config.SubnetIds) : null;
        foreach (Value<string> id in config.SubnetIds)
        {
            Lookup<Subnet> subnet = context.Subnet(id);
            if (subnet.Item is not { AvailabilityZoneId.IsKnown: true } known)
            {
                missing ??= subnet.Missing ?? MissingInput.NotGiven($"the AvailabilityZoneId of {id}");
            }
            else if (Excluded.Contains(known.AvailabilityZoneId.Known))
            {
                violations.Add(new Violation($"{id} is in {known.AvailabilityZoneId}, which takes no endpoint of a service in another Region. Choose another zone.", "SubnetIds"));
            }
        }

        return RuleOutcome.From(violations, missing);
    }
}
