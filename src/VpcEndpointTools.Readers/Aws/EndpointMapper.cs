using VpcEndpointTools.Model;
using VpcEndpointTools.Policies;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Aws;

/// <summary>Reads an endpoint: a create-vpc-endpoint request, an entry of a describe answer, or an object with their properties.</summary>
internal static class EndpointMapper
{
    /// <summary>Throws <see cref="InputException"/> where a member has the wrong form.</summary>
    /// <param name="reader">The endpoint.</param>
    /// <param name="place">What to call it if it has neither id nor name.</param>
    public static EndpointConfig Read(NodeReader reader, string place)
    {
        bool existing = reader.Find("VpcEndpointId", "State", "CreationTimestamp", "OwnerId") is { Text: not "" };
        Value<string> id = reader.Text("VpcEndpointId");
        Value<string> type = reader.Text("VpcEndpointType");
        ValueList<Tag> tags = Tags(reader);
        return new EndpointConfig
        {
            Target = id.KnownOrDefault ?? Name(tags) ?? place,
            Source = reader.Source,
            Line = reader.Node.Line,
            IsExisting = existing,
            Region = reader.Text("Region"),
            VpcEndpointId = id,
            VpcEndpointType = type,
            VpcId = reader.Text("VpcId"),
            ServiceName = reader.Text("ServiceName"),
            ServiceRegion = reader.Text("ServiceRegion"),
            ResourceConfigurationArn = reader.Text("ResourceConfigurationArn"),
            ServiceNetworkArn = reader.Text("ServiceNetworkArn"),
            SubnetIds = reader.Texts("SubnetIds", "SubnetId"),
            SubnetConfigurations = Subnets(reader),
            SecurityGroupIds = Groups(reader, existing),
            RouteTableIds = reader.Texts("RouteTableIds", "RouteTableId"),
            PolicyDocument = Policy(reader, existing),
            PrivateDnsEnabled = PrivateDns(reader, existing, type),
            IpAddressType = reader.Text("IpAddressType"),
            DnsOptions = Dns(reader),
            Tags = tags,
            State = reader.Text("State"),
            FailureReason = Failure(reader),
            NetworkInterfaceIds = reader.Texts("NetworkInterfaceIds", "NetworkInterfaceId"),
            RequesterManaged = reader.Flag("RequesterManaged"),
        };
    }

    // A request names ids, a describe answer shows groups; an object of the pipe may do either.
    private static ValueList<Value<string>> Groups(NodeReader reader, bool existing)
    {
        ValueList<Value<string>> ids = reader.Texts("SecurityGroupIds", "SecurityGroupId");
        return ids.IsAbsent && (existing || reader.Node.IsLoose) ? reader.Texts("Groups", key: "GroupId") : ids;
    }

    // AWS's documents disagree on what an omitted PrivateDnsEnabled means for an Interface endpoint; for the other types it is off.
    private static Value<bool> PrivateDns(NodeReader reader, bool existing, Value<string> type)
    {
        Value<bool> given = reader.Flag("PrivateDnsEnabled");
        return given.IsAbsent && !existing && (type.IsUnknown || type.Is(EndpointTypes.Interface)) ? EndpointConfig.OmittedPrivateDns : given;
    }

    // What AWS fills in where nobody wrote a policy. It is dated 2008-10-17 or not at all.
    private static Value<string> Policy(NodeReader reader, bool existing)
    {
        InputNode? node = reader.Find("PolicyDocument");
        Value<string> policy = node is { IsLoose: true, Kind: InputKind.Object } ? NodeJson.Write(node, reader) : reader.Text("PolicyDocument");
        if (!existing || !policy.IsKnown)
        {
            return policy;
        }

        return IsDefaultPolicy(policy.Known) ? default : policy;
    }

    /// <summary>True for the policy that AWS fills in where nobody wrote one.</summary>
    public static bool IsDefaultPolicy(string text) => PolicyText.IsDefault(text);

    private static DnsOptions Dns(NodeReader reader)
    {
        if (reader.Object("DnsOptions") is { } options)
        {
            return new DnsOptions
            {
                DnsRecordIpType = options.Text("DnsRecordIpType"),
                PrivateDnsOnlyForInboundResolverEndpoint = options.Flag("PrivateDnsOnlyForInboundResolverEndpoint"),
                PrivateDnsPreference = options.Text("PrivateDnsPreference"),
                PrivateDnsSpecifiedDomains = options.Texts("PrivateDnsSpecifiedDomains", "PrivateDnsSpecifiedDomain"),
            };
        }

        // AWS.Tools' parameters are flat.
        return !reader.Node.IsLoose ? DnsOptions.Absent : new DnsOptions
        {
            DnsRecordIpType = reader.Text("DnsOptions_DnsRecordIpType"),
            PrivateDnsOnlyForInboundResolverEndpoint = reader.Flag("DnsOptions_PrivateDnsOnlyForInboundResolverEndpoint"),
            PrivateDnsPreference = reader.Text("DnsOptions_PrivateDnsPreference"),
            PrivateDnsSpecifiedDomains = reader.Texts("DnsOptions_PrivateDnsSpecifiedDomains", "DnsOptions_PrivateDnsSpecifiedDomain"),
        };
    }

    private static ValueList<SubnetConfiguration> Subnets(NodeReader reader)
    {
        InputNode? node = reader.Find("SubnetConfigurations");
        return node is { Kind: InputKind.Unknown }
            ? ValueList<SubnetConfiguration>.Unknown(node.Text)
            : [.. (reader.Objects("SubnetConfigurations", "SubnetConfiguration") ?? []).Select(item => new SubnetConfiguration
            {
                SubnetId = item.Text("SubnetId"),
                Ipv4 = item.Text("Ipv4"),
                Ipv6 = item.Text("Ipv6"),
            })];
    }

    private static ValueList<Tag> Tags(NodeReader reader)
    {
        List<NodeReader> tags = reader.Objects("Tags", "Tag") ?? [];
        foreach (NodeReader specification in reader.Objects("TagSpecifications", "TagSpecification") ?? [])
        {
            tags.AddRange(specification.Objects("Tags") ?? []);
        }

        return [.. tags.Select(tag => new Tag(tag.Text("Key"), tag.Text("Value")))];
    }

    private static string? Name(ValueList<Tag> tags) => tags.FirstOrDefault(tag => tag.Key.Is("Name"))?.Value.KnownOrDefault;

    private static Value<string> Failure(NodeReader reader)
    {
        Value<string> reason = reader.Text("FailureReason");
        return reason.IsAbsent && reader.Object("LastError") is { } error ? error.Text("Message") : reason;
    }
}
