using System.Text.RegularExpressions;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Shape;

/// <summary>Ids have their prefix and 8 or 17 hexadecimal digits.</summary>
public sealed partial class S022IdForm : Rule
{
    /// <summary>Declares the rule.</summary>
    public S022IdForm()
        : base(new RuleInfo
        {
            Id = RuleIds.S022,
            Title = "Malformed id",
            Severity = Severity.Error,
            AwsErrorCode = "InvalidParameter",
            Remediation = "Copy the id from AWS: its prefix, a hyphen, and 8 or 17 digits of 0-9 and a-f.",
            Source = RuleSources.CreateApi,
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        Check check = new();
        check.One(config.VpcId, "vpc-", "VpcId");
        check.One(config.VpcEndpointId, "vpce-", "VpcEndpointId");
        check.All(config.SubnetIds, "subnet-", "SubnetIds");
        check.All(config.SecurityGroupIds, "sg-", "SecurityGroupIds");
        check.All(config.RouteTableIds, "rtb-", "RouteTableIds");
        foreach (SubnetConfiguration item in config.SubnetConfigurations)
        {
            check.One(item.SubnetId, "subnet-", "SubnetConfigurations");
        }

        return RuleOutcome.From(check.Violations, check.Missing);
    }

    [GeneratedRegex("^([0-9a-f]{8}|[0-9a-f]{17})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Digits();

    private sealed class Check
    {
        public List<Violation> Violations { get; } = [];

        public MissingInput? Missing { get; private set; }

        public void All(ValueList<Value<string>> ids, string prefix, string property)
        {
            if (ids.IsUnknown)
            {
                Missing ??= MissingInput.ValueOf(property, ids);
            }

            foreach (Value<string> id in ids)
            {
                One(id, prefix, property);
            }
        }

        public void One(Value<string> id, string prefix, string property)
        {
            if (id.IsUnknown)
            {
                Missing ??= MissingInput.ValueOf(property, id);
            }
            else if (id.IsKnown && !(id.Known.StartsWith(prefix, StringComparison.Ordinal) && Digits().IsMatch(id.Known.AsSpan(prefix.Length))))
            {
                Violations.Add(new Violation($"{property}: '{id}' is not {prefix} followed by 8 or 17 hexadecimal digits.", property));
            }
        }
    }
}
