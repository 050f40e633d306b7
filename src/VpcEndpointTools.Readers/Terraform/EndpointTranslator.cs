using VpcEndpointTools.Model.Members;
using VpcEndpointTools.Policies;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Terraform;

/// <summary>Endpoints: what is planned as a create-vpc-endpoint request, what exists as a describe answer shows it.</summary>
internal sealed class EndpointTranslator(TerraformParts parts, Regions regions)
{
    /// <summary>The blocks of arguments, by what AWS calls the object.</summary>
    public static readonly (string Group, string Block)[] Blocks = [("DnsOptions", "dns_options")];

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
        BuiltNode request = BuiltNode.OfObject(endpoint.Node).With(EndpointMembers.Region.Name, Region(endpoint, endpoint.Values!));
        foreach (EndpointMember member in EndpointMembers.InRequest.Where(member => member is { Terraform: not null, Group: null }))
        {
            request.With(member.Name, Asked(endpoint, id, type, member));
        }

        foreach ((string group, string block) in Blocks)
        {
            request.With(group, Block(group, HasDns(type) ? TerraformParts.Value(endpoint, block) : Chosen(endpoint, block)));
        }

        return request;
    }

    private InputNode? Asked(TerraformResource endpoint, InputNode id, InputNode? type, EndpointMember member) =>
        member == EndpointMembers.VpcEndpointType ? type
        : member == EndpointMembers.PolicyDocument ? Policy(endpoint, id)
        : member == EndpointMembers.PrivateDnsEnabled ? PrivateDns(endpoint, id, type)
        : member == EndpointMembers.Tags ? Tags(endpoint.Values!)
        : member == EndpointMembers.SubnetConfigurations ? Subnets(Chosen(endpoint, member.Terraform!.Name))
        : member.Terraform!.Association is not null ? List(endpoint, id, member.Terraform)
        : member.Terraform.IdPrefix is { } prefix ? parts.One(endpoint, member.Terraform.Name, prefix)
        : Chosen(endpoint, member.Terraform.Name);

    // A state shows the endpoint as it was before the resources that belong to it were made.
    private BuiltNode Joined(TerraformResource endpoint)
    {
        InputNode id = parts.Id(endpoint);
        BuiltNode joined = Existing(endpoint, endpoint.Values!);
        foreach (EndpointMember member in EndpointMembers.InRequest.Where(member => member.Terraform?.Association is not null))
        {
            joined.With(member.Name, List(endpoint, id, member.Terraform!));
        }

        return joined
            .With(EndpointMembers.PolicyDocument.Name, Attached(endpoint, id, "aws_vpc_endpoint_policy", "policy"))
            .With(EndpointMembers.PrivateDnsEnabled.Name, Attached(endpoint, id, "aws_vpc_endpoint_private_dns", "private_dns_enabled"));
    }

    private BuiltNode Existing(TerraformResource endpoint, InputNode values)
    {
        BuiltNode existing = BuiltNode.OfObject(endpoint.Node).With(EndpointMembers.Region.Name, Region(endpoint, values));
        foreach (EndpointMember member in EndpointMembers.All.Where(
            member => member is { IsInAnswer: true, Terraform: not null, Group: null }))
        {
            existing.With(member.Name, member == EndpointMembers.Tags ? Tags(values) : values.Member(member.Terraform!.Name));
        }

        foreach ((string group, string block) in Blocks)
        {
            existing.With(group, Block(group, values.Member(block)));
        }

        return existing;
    }

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
            parts.Template.Add(SnapshotMembers.PrefixLists, BuiltNode.OfObject(endpoint.Node)
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

        return (Regions.OfArn(values.Member("arn")) ?? regions.Of(endpoint)) is { } region ? BuiltNode.OfText(region, endpoint.Node) : null;
    }

    // The endpoint's own list with what association resources add and take away.
    private InputNode? List(TerraformResource endpoint, InputNode id, TerraformArgument list)
    {
        (string argument, string prefix, string associationType) = (list.Name, list.IdPrefix!, list.Association!);
        InputNode? own = parts.Many(endpoint, argument, prefix);
        if (own is { Kind: not InputKind.List })
        {
            return own;
        }

        string member = argument.TrimEnd('s');
        List<InputNode> items = [.. own?.Items ?? []];
        Dictionary<string, TerraformResource> by = new(StringComparer.Ordinal);
        foreach (TerraformResource association in parts.Resources.Leaving(associationType)
            .Where(item => TerraformParts.AreSame(item.Before?.Member("vpc_endpoint_id"), id)))
        {
            items.RemoveAll(item => TerraformParts.AreSame(item, association.Before?.Member(member)));
        }

        foreach ((InputNode? to, TerraformResource association) in Attachments(associationType))
        {
            if (to is not { Kind: InputKind.Text })
            {
                if (!parts.MayBe(association, "vpc_endpoint_id", endpoint))
                {
                    continue;
                }

                return BuiltNode.OfUnknown($"{endpoint.Address}.{argument}, to which {association.Address} may add", association.Node);
            }

            if (TerraformParts.AreSame(to, id))
            {
                IReadOnlyList<InputNode> all = Added(association, id, member, prefix);
                foreach (InputNode added in all)
                {
                    if (all.Count == 1)
                    {
                        WarnOfSecond(endpoint, association, added, by);
                    }

                    items.AddRange(items.Exists(item => TerraformParts.AreSame(item, added)) ? [] : [added]);
                }
            }
        }

        return items.Count == 0 ? null : BuiltNode.OfList(items, own ?? items[0]);
    }

    private IReadOnlyList<InputNode> Added(TerraformResource association, InputNode id, string member, string prefix)
    {
        InputNode? one = parts.One(association, member, prefix);
        if (one is { Kind: InputKind.Unknown } && parts.Spread(association, member, prefix) is { Count: > 0 } all
            && Attachments(association.Type).Where(other => other.Resource.Module == association.Module && other.Resource.Name == association.Name)
                .All(other => TerraformParts.AreSame(other.To, id)))
        {
            return all;
        }

        return one is null ? [] : [one];
    }

    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_endpoint_route_table_association
    private void WarnOfSecond(TerraformResource endpoint, TerraformResource association, InputNode added, Dictionary<string, TerraformResource> by)
    {
        if (added.Kind == InputKind.Text && !by.TryAdd(added.Text, association))
        {
            TerraformResource first = by[added.Text];
            parts.Template.Warn($"{parts.Template.Source}: {first.Address} and {association.Address} both associate "
                + $"{parts.Template.Ids.Names().Show(added.Text)} with {endpoint.Address}.");
        }
    }

    private InputNode? Policy(TerraformResource endpoint, InputNode id)
    {
        if (Attached(endpoint, id, "aws_vpc_endpoint_policy", "policy") is { } attached)
        {
            return attached;
        }

        InputNode? policy = TerraformParts.Value(endpoint, "policy");

        // What AWS filled in where nobody wrote a policy.
        return policy is { Kind: InputKind.Text } && endpoint.Before is not null && DefaultPolicy.Is(policy.Text) ? null : policy;
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

            if (to is not { Kind: InputKind.Text } && parts.MayBe(resource, "vpc_endpoint_id", endpoint))
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

    private static InputNode? Block(string group, InputNode? list)
    {
        InputNode? options = list is { Kind: InputKind.List, Items: [var first, ..] } ? first : list is { Kind: InputKind.List } ? null : list;
        if (options is not { Kind: InputKind.Object or InputKind.Unknown })
        {
            return options;
        }

        BuiltNode translated = BuiltNode.OfObject(options);
        foreach (EndpointMember member in EndpointMembers.All.Where(member => member.Group == group && member.Terraform is not null))
        {
            translated.With(member.Name, options.Kind == InputKind.Unknown
                ? BuiltNode.OfUnknown(options.Text, options)
                : options.Member(member.Terraform!.Name));
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
