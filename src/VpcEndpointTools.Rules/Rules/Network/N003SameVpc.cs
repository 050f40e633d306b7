using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Network;

/// <summary>Subnets, security groups and route tables must belong to the endpoint's own VPC.</summary>
public sealed class N003SameVpc : Rule
{
    /// <summary>Declares the rule.</summary>
    public N003SameVpc()
        : base(new RuleInfo
        {
            Id = RuleIds.N003,
            Title = "Subnet, security group or route table of another VPC",
            Severity = Severity.Error,
            Needs = RuleNeeds.Subnets | RuleNeeds.SecurityGroups | RuleNeeds.RouteTables,
            AwsErrorCode = "InvalidParameter",
            Remediation = "Name subnets, security groups and route tables of the endpoint's own VPC.",
            Source = RuleSources.CreateApi,
            Checked = new DateOnly(2026, 11, 23),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        if (config.SubnetIds.IsAbsent && config.SecurityGroupIds.IsAbsent && config.RouteTableIds.IsAbsent)
        {
            return RuleOutcome.NotApplicable;
        }

        PartCheck check = new(config);
        check.All(config.SubnetIds, "SubnetIds", context.Subnet, subnet => subnet.VpcId);
        check.All(config.SecurityGroupIds, "SecurityGroupIds", context.SecurityGroup, group => group.VpcId);
        check.All(config.RouteTableIds, "RouteTableIds", context.RouteTable, table => table.VpcId);
        return RuleOutcome.From(check.Violations, check.Missing);
    }

    private sealed class PartCheck(EndpointConfig config)
    {
        public List<Violation> Violations { get; } = [];

        public MissingInput? Missing { get; private set; }

        public void All<T>(ValueList<Value<string>> ids, string property, Func<Value<string>, Lookup<T>> find, Func<T, Value<string>> vpcOf)
            where T : class
        {
            if (ids.IsUnknown)
            {
                Missing ??= MissingInput.Undecidable($"the value of {property} ({ids})");
            }

            foreach (Value<string> id in ids)
            {
                Lookup<T> found = find(id);

                // Not there at all is VPCE-N015's finding.
                if (found.IsNotThere)
                {
                    continue;
                }

                Value<string> vpc = found.Item is null ? default : vpcOf(found.Item);
                if (vpc.IsKnown && config.VpcId.IsKnown)
                {
                    if (vpc != config.VpcId)
                    {
                        Violations.Add(new Violation(
                            $"{id} belongs to {vpc}, but the endpoint is in {config.VpcId}. Name one of {config.VpcId}.", property));
                    }
                }
                else if (vpc != config.VpcId || !vpc.IsUnknown)
                {
                    Missing ??= found.Missing ?? MissingInput.Undecidable($"the VPC of {id} and of the endpoint");
                }
            }
        }
    }
}
