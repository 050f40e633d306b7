using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Network;

/// <summary>The service is offered in the zones of the subnets.</summary>
public sealed class N002ServiceZones : Rule
{
    /// <summary>Declares the rule.</summary>
    public N002ServiceZones()
        : base(new RuleInfo
        {
            Id = RuleIds.N002,
            Title = "Subnet in a zone where the service is not offered",
            Severity = Severity.Error,
            EndpointTypes = [EndpointTypes.Interface, EndpointTypes.GatewayLoadBalancer],
            Needs = RuleNeeds.Subnets | RuleNeeds.ServiceDetails | RuleNeeds.Region,
            AwsErrorCode = "InvalidParameter",
            Remediation = "Choose subnets in the zones that describe-vpc-endpoint-services lists for the service.",
            Source = RuleSources.CreateInterface,
            Checked = new DateOnly(2026, 11, 27),
            OnlyBeforeCreation = true,
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        if (config.SubnetIds.IsAbsent || config.ServiceName.IsAbsent)
        {
            return RuleOutcome.NotApplicable;
        }

        // The zones of another Region's service are that Region's.
        if (!config.ServiceRegion.IsAbsent && config.ServiceRegion != context.Region)
        {
            return config.ServiceRegion.IsKnown && context.Region.IsKnown ? RuleOutcome.NotApplicable
                : RuleOutcome.NotEvaluated(context.Region.IsAbsent
                    ? MissingInput.NotGiven("the Region of deployment (-Region)")
                    : MissingInput.ValueOf("ServiceRegion and the Region of deployment", config.ServiceRegion));
        }

        Lookup<ServiceDetail> service = context.ServiceDetail(context.Type.Known);
        if (service.Item is not { AvailabilityZones: { IsAbsent: false, IsUnknown: false } zones })
        {
            return RuleOutcome.NotEvaluated(service.Missing ?? MissingInput.NotGiven($"the AvailabilityZones of {config.ServiceName}"));
        }

        List<Violation> violations = [];
        MissingInput? missing = config.SubnetIds.IsUnknown ? MissingInput.ValueOf("SubnetIds", config.SubnetIds) : null;
        foreach (Value<string> id in config.SubnetIds)
        {
            Lookup<Subnet> subnet = context.Subnet(id);
            if (subnet.Item is not { AvailabilityZone.IsKnown: true } known)
            {
                missing ??= subnet.Missing ?? MissingInput.Undecidable($"the AvailabilityZone of {id}");
            }
            else if (!zones.Contains(known.AvailabilityZone))
            {
                if (zones.All(zone => zone.IsKnown))
                {
                    violations.Add(new Violation(
                        $"The VPC endpoint service {config.ServiceName} does not support the availability zone of the subnet: {id} is in {known.AvailabilityZone}, the service in {zones}.",
                        "SubnetIds"));
                }

                missing ??= MissingInput.Undecidable($"all AvailabilityZones of {config.ServiceName}");
            }
        }

        return RuleOutcome.From(violations, missing);
    }
}
