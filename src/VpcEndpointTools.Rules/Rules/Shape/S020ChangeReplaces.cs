using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Reachability;

namespace VpcEndpointTools.Rules.Shape;

/// <summary>Much of an endpoint cannot be changed: whoever changes it gets another endpoint, with other names and addresses.</summary>
public sealed class S020ChangeReplaces : Rule
{
    /// <summary>Declares the rule.</summary>
    public S020ChangeReplaces()
        : base(new RuleInfo
        {
            Id = RuleIds.S020,
            Title = "Change that replaces the endpoint",
            Severity = Severity.Warning,
            Remediation = "Plan a cut-over; for GatewayLoadBalancer delete the routes first.",
            Source = RuleSources.TerraformEndpoint,
            Checked = new DateOnly(2026, 11, 23),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        if (config.Previous is not { } previous)
        {
            return RuleOutcome.NotApplicable;
        }

        Comparison comparison = new();
        comparison.Add("VpcId", previous.VpcId, config.VpcId);
        if (config.ResourceConfigurationArn.IsAbsent && config.ServiceNetworkArn.IsAbsent)
        {
            // Beside an ARN, AWS shows a name that nobody wrote.
            comparison.Add("ServiceName", previous.ServiceName, config.ServiceName);
        }

        comparison.Add("VpcEndpointType", Type(previous), context.Type);

        // AWS shows the Region of the service of each endpoint; who writes none means the endpoint's own.
        comparison.Add("ServiceRegion", ServiceRegion(previous, context), ServiceRegion(config, context));
        comparison.Add("ResourceConfigurationArn", previous.ResourceConfigurationArn, config.ResourceConfigurationArn);
        comparison.Add("ServiceNetworkArn", previous.ServiceNetworkArn, config.ServiceNetworkArn);
        if (TypeCapabilities.Of(context.Type) is { } type)
        {
            AddFixed(comparison, type, previous, config);
        }

        if (config.IsReplaced && comparison.Violations.Count == 0)
        {
            return RuleOutcome.Fail("The plan deletes the endpoint and makes another one, with other ids, DNS names and addresses.", "VpcEndpointId");
        }

        return RuleOutcome.From(comparison.Violations, comparison.Missing);
    }

    // What the type has and AWS cannot change. That no source says so of a type is no reason to promise it.
    private static void AddFixed(Comparison comparison, TypeCapabilities type, EndpointConfig previous, EndpointConfig config)
    {
        bool IsFixed(string property) => type.CanChange(property) != Truth.Yes;
        bool isExtended = type.CanAdd("SubnetIds") == Truth.Yes && !config.SubnetIds.IsUnknown && !previous.SubnetIds.IsUnknown
            && previous.SubnetIds.All(config.SubnetIds.Contains);
        if (type.HasSubnets && IsFixed("SubnetIds") && !isExtended)
        {
            comparison.Add("SubnetIds", previous.SubnetIds, config.SubnetIds);
        }

        // What is left out stays as AWS chose it.
        if (IsFixed("IpAddressType"))
        {
            comparison.AddGiven("IpAddressType", previous.IpAddressType, config.IpAddressType);
        }

        if (type.HasPrivateDns && IsFixed("PrivateDnsEnabled"))
        {
            comparison.AddGiven("PrivateDnsEnabled", previous.PrivateDnsEnabled, config.PrivateDnsEnabled);
        }

        if (type.HasPrivateDns && IsFixed("PrivateDnsPreference"))
        {
            comparison.AddGiven("DnsOptions", previous.DnsOptions.PrivateDnsPreference, config.DnsOptions.PrivateDnsPreference);
        }
    }

    private static Value<string> Type(EndpointConfig config) =>
        config.VpcEndpointType.IsAbsent ? EndpointTypes.Gateway
        : EndpointTypes.All.FirstOrDefault(type => string.Equals(type, config.VpcEndpointType.KnownOrDefault, StringComparison.OrdinalIgnoreCase)) is { } type ? type
        : config.VpcEndpointType;

    private static Value<string> ServiceRegion(EndpointConfig config, RuleContext context)
    {
        Value<string> own = config.Region.IsKnown ? config.Region : context.Region;
        return own.IsKnown && config.ServiceRegion == own ? default : config.ServiceRegion;
    }

    private sealed class Comparison
    {
        public List<Violation> Violations { get; } = [];

        public MissingInput? Missing { get; private set; }

        public void AddGiven<T>(string property, Value<T> before, Value<T> after)
            where T : notnull
        {
            if (!before.IsAbsent && !after.IsAbsent)
            {
                Add(property, before, after);
            }
        }

        public void Add<T>(string property, Value<T> before, Value<T> after)
            where T : notnull
        {
            if (before == after)
            {
                return;
            }

            if (before.IsUnknown || after.IsUnknown)
            {
                Missing ??= MissingInput.ValueOf(property, before.IsUnknown ? before : after);
                return;
            }

            Report(property, before.IsAbsent ? "nothing" : before.ToString(), after.IsAbsent ? "nothing" : after.ToString());
        }

        public void Add(string property, ValueList<Value<string>> before, ValueList<Value<string>> after)
        {
            if (before.IsUnknown || after.IsUnknown || before.Concat(after).Any(id => id.IsUnknown))
            {
                Missing ??= MissingInput.ValueOf(property, before.IsUnknown ? before : after);
            }
            else if (!before.ToHashSet().SetEquals(after))
            {
                Report(property, before.IsAbsent ? "nothing" : before.ToString(), after.IsAbsent ? "nothing" : after.ToString());
            }
        }

        private void Report(string property, string before, string after) => Violations.Add(new Violation(
            $"{property} changes from {before} to {after}: AWS cannot change it, so the endpoint is deleted and another one made, with other ids, DNS names and addresses.",
            property));
    }
}
