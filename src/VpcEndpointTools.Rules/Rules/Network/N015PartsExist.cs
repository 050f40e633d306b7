using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Network;

/// <summary>Subnets, security groups and route tables are there.</summary>
public sealed class N015PartsExist : Rule
{
    /// <summary>Declares the rule.</summary>
    public N015PartsExist()
        : base(new RuleInfo
        {
            Id = RuleIds.N015,
            Title = "Subnet, security group or route table that is not there",
            Severity = Severity.Error,
            Needs = RuleNeeds.Subnets | RuleNeeds.SecurityGroups | RuleNeeds.RouteTables,
            AwsErrorCode = "InvalidSubnetID.NotFound",
            Remediation = "Name subnets, security groups and route tables that exist in the endpoint's VPC.",
            Source = RuleSources.CreateApi,
            Checked = new DateOnly(2026, 11, 27),
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

        List<Violation> violations = [];
        MissingInput? missing = Check(config.SubnetIds, "SubnetIds", "InvalidSubnetID.NotFound", context.Subnet, violations);
        missing = Worse(missing, Check(config.SecurityGroupIds, "SecurityGroupIds", "InvalidGroup.NotFound", context.SecurityGroup, violations));
        missing = Worse(missing, Check(config.RouteTableIds, "RouteTableIds", "InvalidRouteTableID.NotFound", context.RouteTable, violations));
        return RuleOutcome.From(violations, missing);
    }

    private static MissingInput? Check<T>(
        ValueList<Value<string>> ids, string property, string code, Func<Value<string>, Lookup<T>> find, List<Violation> violations)
        where T : class
    {
        MissingInput? missing = ids.IsUnknown ? MissingInput.ValueOf(property, ids) : null;
        foreach (Value<string> id in ids)
        {
            Lookup<T> found = find(id);
            missing = Worse(missing, found.Missing);
            if (found.IsNotThere)
            {
                violations.Add(new Violation($"{id} is not among what the snapshot lists of the VPC. Name one that exists.", property) { AwsErrorCode = code });
            }
        }

        return missing;
    }

    // What was given and is open weighs more than what nobody gave.
    private static MissingInput? Worse(MissingInput? first, MissingInput? second) =>
        first is null || (second is { WasGiven: true } && !first.WasGiven) ? second : first;
}
