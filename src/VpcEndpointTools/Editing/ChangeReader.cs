using System.Collections;
using System.Management.Automation;
using VpcEndpointTools.Input;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Editing;

/// <summary>Reads a change from an object: the parameters of Edit-EC2VpcEndpoint by name.</summary>
internal static class ChangeReader
{
    private static readonly string[] Known = [.. Blank().Select(name => name)];

    // What a request may have beside them.
    private static readonly string[] Others = ["VpcEndpointId", "VpcEndpointIds", "Region"];

    /// <summary>The change that an object asks for; null where that is none, which has been told. An endpoint as AWS describes it asks
    /// for nothing: what it has is not what it shall have.</summary>
    /// <param name="given">A recommendation, a hashtable, or an endpoint.</param>
    /// <param name="voice">Who tells.</param>
    public static EndpointChange? Read(object given, IVoice voice)
    {
        PSObjectNode node = new(given);
        if (node.Kind != InputKind.Object || node.Member("State") is { Kind: InputKind.Text } || node.Member("Changed") is not null)
        {
            return new EndpointChange();
        }

        object? bare = given is PSObject wrapper ? wrapper.BaseObject : given;
        if (bare is IDictionary
            && node.Names.Except(Known, StringComparer.OrdinalIgnoreCase).Except(Others, StringComparer.OrdinalIgnoreCase)
            .ToList() is { Count: > 0 } unknown)
        {
            voice.Fail(Errors.UnknownChange(unknown, given));
            return null;
        }

        return Of(name => node.Member(name));
    }

    /// <summary>The change of parameters that were bound.</summary>
    public static EndpointChange Of(IReadOnlyDictionary<string, object> bound) =>
        Of(name => bound.TryGetValue(name, out object? value) ? new PSObjectNode(value) : null);

    /// <summary>What the command line says wins over what the object says.</summary>
    public static EndpointChange Merge(EndpointChange line, EndpointChange given) => new()
    {
        AddSubnetIds = Either(line.AddSubnetIds, given.AddSubnetIds),
        RemoveSubnetIds = Either(line.RemoveSubnetIds, given.RemoveSubnetIds),
        AddSecurityGroupIds = Either(line.AddSecurityGroupIds, given.AddSecurityGroupIds),
        RemoveSecurityGroupIds = Either(line.RemoveSecurityGroupIds, given.RemoveSecurityGroupIds),
        AddRouteTableIds = Either(line.AddRouteTableIds, given.AddRouteTableIds),
        RemoveRouteTableIds = Either(line.RemoveRouteTableIds, given.RemoveRouteTableIds),
        PolicyDocument = line.PolicyDocument ?? given.PolicyDocument,
        ResetPolicy = line.ResetPolicy || given.ResetPolicy,
        PrivateDnsEnabled = line.PrivateDnsEnabled ?? given.PrivateDnsEnabled,
        IpAddressType = line.IpAddressType ?? given.IpAddressType,
        DnsRecordIpType = line.DnsRecordIpType ?? given.DnsRecordIpType,
        PrivateDnsOnlyForInboundResolverEndpoint = line.PrivateDnsOnlyForInboundResolverEndpoint
            ?? given.PrivateDnsOnlyForInboundResolverEndpoint,
        PrivateDnsPreference = line.PrivateDnsPreference ?? given.PrivateDnsPreference,
        PrivateDnsSpecifiedDomains = line.PrivateDnsSpecifiedDomains ?? given.PrivateDnsSpecifiedDomains,
    };

    private static EndpointChange Of(Func<string, InputNode?> member) => new()
    {
        AddSubnetIds = Texts(member, "AddSubnetId") ?? [],
        RemoveSubnetIds = Texts(member, "RemoveSubnetId") ?? [],
        AddSecurityGroupIds = Texts(member, "AddSecurityGroupId") ?? [],
        RemoveSecurityGroupIds = Texts(member, "RemoveSecurityGroupId") ?? [],
        AddRouteTableIds = Texts(member, "AddRouteTableId") ?? [],
        RemoveRouteTableIds = Texts(member, "RemoveRouteTableId") ?? [],
        PolicyDocument = Text(member("PolicyDocument")),
        ResetPolicy = Flag(member("ResetPolicy")) == true,
        PrivateDnsEnabled = Flag(member("PrivateDnsEnabled")),
        IpAddressType = Text(member("IpAddressType")),
        DnsRecordIpType = Text(member("DnsOptions_DnsRecordIpType")),
        PrivateDnsOnlyForInboundResolverEndpoint = Flag(member("DnsOptions_PrivateDnsOnlyForInboundResolverEndpoint")),
        PrivateDnsPreference = Text(member("DnsOptions_PrivateDnsPreference")),
        PrivateDnsSpecifiedDomains = Texts(member, "DnsOptions_PrivateDnsSpecifiedDomain"),
    };

    private static List<string> Blank()
    {
        List<string> names = [];
        _ = Of(name =>
        {
            names.Add(name);
            return null;
        });
        return names;
    }

    private static IReadOnlyList<string> Either(IReadOnlyList<string> line, IReadOnlyList<string> given) => line.Count > 0 ? line : given;

    // Singular, or the plural that AWS.Tools takes as an alias.
    private static IReadOnlyList<string>? Texts(Func<string, InputNode?> member, string name) =>
        (member(name) is { Kind: not InputKind.Null } one ? one : member(name + "s")) switch
    {
        { Kind: InputKind.List } list => [.. list.Items.Select(item => item.Text).Where(text => text.Length > 0)],
        { Kind: InputKind.Text } text => text.Text.Length == 0 ? null : [text.Text],
        _ => null,
    };

    private static string? Text(InputNode? node) => node is { Kind: InputKind.Text } && node.Text.Length > 0 ? node.Text : null;

    private static bool? Flag(InputNode? node) => node switch
    {
        { Kind: InputKind.Boolean } => node.Text == "true",
        { Kind: InputKind.Text } when bool.TryParse(node.Text, out bool parsed) => parsed,
        _ => null,
    };
}
