using VpcEndpointTools.Readers.Aws;
using VpcEndpointTools.Readers.Templates;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Terraform;

/// <summary>Endpoints: what is planned as a create-vpc-endpoint request, what exists as a describe answer shows it.</summary>
internal sealed class EndpointTranslator(TerraformParts parts, Configuration configuration)
{
    private static readonly (string Argument, string Member)[] Dns =
    [
        ("dns_record_ip_type", "DnsRecordIpType"),
        ("private_dns_only_for_inbound_resolver_endpoint", "PrivateDnsOnlyForInboundResolverEndpoint"),
        ("private_dns_preference", "PrivateDnsPreference"),
        ("private_dns_specified_domains", "PrivateDnsSpecifiedDomains"),
    ];

    private readonly HashSet<string> _prefixLists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (InputNode? To, TerraformResource Resource)[]> _attached = new(StringComparer.Ordinal);

    /// <summary>How many there were.</summary>
    public int Count { get; private set; }

    public void Translate()
    {
        foreach (TerraformResource endpoint in parts.Managed("aws_vpc_endpoint"))
        {
            Count++;
            AddPrefixList(endpoint);
            if (endpoint.IsState)
            {
                parts.Template.AddEndpoint(endpoint.Address, Joined(endpoint));
            }
            else
            {
                BuiltNode? previous = endpoint.Before is { Kind: InputKind.Object } before ? Existing(endpoint, before) : null;
                parts.Template.AddEndpoint(endpoint.Address, Request(endpoint), previous, isReplaced: endpoint.IsReplaced);
            }
        }
    }

    private BuiltNode Request(TerraformResource endpoint)
    {
        InputNode id = parts.Id(endpoint);
        InputNode? type = Type(endpoint);
        return BuiltNode.OfObject(endpoint.Node)
            .With("Region", Region(endpoint, endpoint.Values!))
            .With("VpcEndpointType", type)
            .With("VpcId", parts.One(endpoint, "vpc_id", "vpc"))
            .With("ServiceName", Chosen(endpoint, "service_name"))
            .With("ServiceRegion", Chosen(endpoint, "service_region"))
            .With("ResourceConfigurationArn", Chosen(endpoint, "resource_configuration_arn"))
            .With("ServiceNetworkArn", Chosen(endpoint, "service_network_arn"))
            .With("SubnetIds", List(endpoint, id, "subnet_ids", "subnet", "aws_vpc_endpoint_subnet_association"))
            .With("SubnetConfigurations", Subnets(Chosen(endpoint, "subnet_configuration")))
            .With("SecurityGroupIds", List(endpoint, id, "security_group_ids", "sg", "aws_vpc_endpoint_security_group_association"))
            .With("RouteTableIds", List(endpoint, id, "route_table_ids", "rtb", "aws_vpc_endpoint_route_table_association"))
            .With("PolicyDocument", Policy(endpoint, id))
            .With("PrivateDnsEnabled", PrivateDns(endpoint, id, type))
            .With("IpAddressType", Chosen(endpoint, "ip_address_type"))
            .With("DnsOptions", HasDns(type) ? DnsOptions(TerraformParts.Value(endpoint, "dns_options")) : DnsOptions(Chosen(endpoint, "dns_options")))
            .With("Tags", Tags(endpoint.Values!));
    }

    // A state shows the endpoint as it was before the resources that belong to it were made.
    private BuiltNode Joined(TerraformResource endpoint)
    {
        InputNode id = parts.Id(endpoint);
        return Existing(endpoint, endpoint.Values!)
            .With("SubnetIds", List(endpoint, id, "subnet_ids", "subnet", "aws_vpc_endpoint_subnet_association"))
            .With("SecurityGroupIds", List(endpoint, id, "security_group_ids", "sg", "aws_vpc_endpoint_security_group_association"))
            .With("RouteTableIds", List(endpoint, id, "route_table_ids", "rtb", "aws_vpc_endpoint_route_table_association"))
            .With("PolicyDocument", Attached(endpoint, id, "aws_vpc_endpoint_policy", "policy"))
            .With("PrivateDnsEnabled", Attached(endpoint, id, "aws_vpc_endpoint_private_dns", "private_dns_enabled"));
    }

    private BuiltNode Existing(TerraformResource endpoint, InputNode values) => BuiltNode.OfObject(endpoint.Node)
        .With("VpcEndpointId", values.Member("id"))
        .With("State", values.Member("state"))
        .With("Region", Region(endpoint, values))
        .With("VpcEndpointType", values.Member("vpc_endpoint_type"))
        .With("VpcId", values.Member("vpc_id"))
        .With("ServiceName", values.Member("service_name"))
        .With("ServiceRegion", values.Member("service_region"))
        .With("ResourceConfigurationArn", values.Member("resource_configuration_arn"))
        .With("ServiceNetworkArn", values.Member("service_network_arn"))
        .With("SubnetIds", values.Member("subnet_ids"))
        .With("SecurityGroupIds", values.Member("security_group_ids"))
        .With("RouteTableIds", values.Member("route_table_ids"))
        .With("NetworkInterfaceIds", values.Member("network_interface_ids"))
        .With("PolicyDocument", values.Member("policy"))
        .With("PrivateDnsEnabled", values.Member("private_dns_enabled"))
        .With("IpAddressType", values.Member("ip_address_type"))
        .With("DnsOptions", DnsOptions(values.Member("dns_options")))
        .With("RequesterManaged", values.Member("requester_managed"))
        .With("Tags", Tags(values));

    // What the provider fills in from AWS is no part of the request. What a new endpoint has was chosen, if only by a dynamic block,
    // which the configuration does not show.
    private static InputNode? Chosen(TerraformResource endpoint, string argument) =>
        endpoint.Before is null || endpoint.Sets(argument) ? TerraformParts.Value(endpoint, argument) : null;

    // The provider's default is AWS's.
    private static InputNode? Type(TerraformResource endpoint)
    {
        InputNode? type = TerraformParts.Value(endpoint, "vpc_endpoint_type");
        return type is { Text: "Gateway" } && !endpoint.Sets("vpc_endpoint_type") ? null : type;
    }

    private static bool HasDns(InputNode? type) => type is { Kind: InputKind.Unknown } or { Text: not ("Gateway" or "GatewayLoadBalancer") };

    // An existing gateway endpoint tells the prefix list of its service.
    private void AddPrefixList(TerraformResource endpoint)
    {
        InputNode? id = TerraformParts.Value(endpoint, "prefix_list_id");
        InputNode? service = TerraformParts.Value(endpoint, "service_name");
        InputNode? ranges = TerraformParts.Value(endpoint, "cidr_blocks");
        if (id is { Kind: InputKind.Text } && service is { Kind: InputKind.Text } && _prefixLists.Add(id.Text))
        {
            parts.Template.Add("PrefixLists", BuiltNode.OfObject(endpoint.Node)
                .With("PrefixListId", id)
                .With("PrefixListName", service)
                .With("Cidrs", ranges is { Kind: InputKind.List } ? ranges : null));
        }
    }

    // The resources of a type that belong to endpoints, and to which one each.
    private (InputNode? To, TerraformResource Resource)[] Attachments(string type)
    {
        if (!_attached.TryGetValue(type, out (InputNode? To, TerraformResource Resource)[]? found))
        {
            _attached[type] = found = [.. parts.Managed(type).Select(resource => (parts.One(resource, "vpc_endpoint_id", "vpce"), resource))];
        }

        return found;
    }

    private InputNode? Region(TerraformResource endpoint, InputNode values)
    {
        if (values.Member("region") is { Kind: InputKind.Text, Text: not "" } given)
        {
            return given;
        }

        string[] arn = values.Member("arn") is { Kind: InputKind.Text } text ? text.Text.Split(':') : [];
        return arn is ["arn", _, "ec2", { Length: > 0 } own, ..] ? BuiltNode.OfText(own, endpoint.Node)
            : configuration.Region(endpoint) is { } region ? BuiltNode.OfText(region, endpoint.Node)
            : null;
    }

    // The endpoint's own list with what association resources add and take away.
    private InputNode? List(TerraformResource endpoint, InputNode id, string argument, string prefix, string associationType)
    {
        InputNode? own = parts.Many(endpoint, argument, prefix);
        if (own is { Kind: not InputKind.List })
        {
            return own;
        }

        string member = argument.TrimEnd('s');
        List<InputNode> items = [.. own?.Items ?? []];
        foreach (TerraformResource association in parts.Resources.Deleted.Where(item => item.Type == associationType && TerraformParts.AreSame(item.Before?.Member("vpc_endpoint_id"), id)))
        {
            items.RemoveAll(item => TerraformParts.AreSame(item, association.Before?.Member(member)));
        }

        foreach ((InputNode? to, TerraformResource association) in Attachments(associationType))
        {
            if (to is not { Kind: InputKind.Text })
            {
                return BuiltNode.OfUnknown($"{endpoint.Address}.{argument}, to which {association.Address} may add", association.Node);
            }

            if (TerraformParts.AreSame(to, id) && parts.One(association, member, prefix) is { } added && !items.Exists(item => TerraformParts.AreSame(item, added)))
            {
                items.Add(added);
            }
        }

        return items.Count == 0 ? null : BuiltNode.OfList(items, own ?? items[0]);
    }

    private InputNode? Policy(TerraformResource endpoint, InputNode id)
    {
        if (Attached(endpoint, id, "aws_vpc_endpoint_policy", "policy") is { } attached)
        {
            return attached;
        }

        InputNode? policy = TerraformParts.Value(endpoint, "policy");

        // What AWS filled in where nobody wrote a policy.
        return policy is { Kind: InputKind.Text } && endpoint.Before is not null && EndpointMapper.IsDefaultPolicy(policy.Text) ? null : policy;
    }

    // The provider turns it off unless it is asked for; other types than Interface do not know it.
    private InputNode? PrivateDns(TerraformResource endpoint, InputNode id, InputNode? type)
    {
        InputNode? given = Attached(endpoint, id, "aws_vpc_endpoint_private_dns", "private_dns_enabled") ?? TerraformParts.Value(endpoint, "private_dns_enabled");
        bool isInterface = type is { Kind: InputKind.Unknown } || string.Equals(type?.Text, "Interface", StringComparison.OrdinalIgnoreCase);
        return given is null or { Kind: InputKind.Boolean, Text: "false" }
            ? isInterface ? given ?? BuiltNode.OfFlag(false, endpoint.Node) : null
            : given;
    }

    private InputNode? Attached(TerraformResource endpoint, InputNode id, string type, string argument)
    {
        InputNode? found = null;
        foreach ((InputNode? to, TerraformResource resource) in Attachments(type))
        {
            if (TerraformParts.AreSame(to, id))
            {
                return TerraformParts.Value(resource, argument);
            }

            if (to is not { Kind: InputKind.Text })
            {
                found = BuiltNode.OfUnknown($"{endpoint.Address}.{argument}, which {resource.Address} may set", resource.Node);
            }
        }

        return found;
    }

    private static InputNode? Subnets(InputNode? list) => list is not { Kind: InputKind.List }
        ? list
        : BuiltNode.OfList(
            list.Items.Select(item => item.Kind != InputKind.Object ? item : BuiltNode.OfObject(item)
                .With("SubnetId", item.Member("subnet_id"))
                .With("Ipv4", item.Member("ipv4"))
                .With("Ipv6", item.Member("ipv6"))),
            list);

    private static InputNode? DnsOptions(InputNode? list)
    {
        InputNode? options = list is { Kind: InputKind.List, Items: [var first, ..] } ? first : list is { Kind: InputKind.List } ? null : list;
        if (options is not { Kind: InputKind.Object or InputKind.Unknown })
        {
            return options;
        }

        BuiltNode translated = BuiltNode.OfObject(options);
        foreach ((string argument, string member) in Dns)
        {
            translated.With(member, options.Kind == InputKind.Unknown ? BuiltNode.OfUnknown(options.Text, options) : options.Member(argument));
        }

        return translated;
    }

    private static InputNode? Tags(InputNode values)
    {
        InputNode? tags = values.Member("tags_all") is { Kind: InputKind.Object } all ? all : values.Member("tags");
        return tags switch
        {
            { Kind: InputKind.Object, Names.Count: 0 } => null,
            { Kind: InputKind.Object } => BuiltNode.OfList(tags.Names.Select(name => Tag(BuiltNode.OfText(name, tags.Member(name)), tags.Member(name))), tags),

            // Some tag or other.
            { Kind: InputKind.Unknown } => BuiltNode.OfList([Tag(tags, tags)], tags),
            _ => tags,
        };
    }

    private static BuiltNode Tag(InputNode key, InputNode? value) => BuiltNode.OfObject(key).With("Key", key).With("Value", value);
}
