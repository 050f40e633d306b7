using VpcEndpointTools.Readers.Templates;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Terraform;

/// <summary>What the translators share: the resources, what refers to what, and the ids of both.</summary>
internal sealed class TerraformParts(TemplateParts parts, PlanResources resources, References references, Candidates candidates)
{
    private const int MaxDepth = 10;

    // Provider's type: prefix of its ids.
    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.Ordinal)
    {
        ["aws_vpc"] = "vpc",
        ["aws_default_vpc"] = "vpc",
        ["aws_subnet"] = "subnet",
        ["aws_default_subnet"] = "subnet",
        ["aws_security_group"] = "sg",
        ["aws_default_security_group"] = "sg",
        ["aws_route_table"] = "rtb",
        ["aws_default_route_table"] = "rtb",
        ["aws_network_acl"] = "acl",
        ["aws_default_network_acl"] = "acl",
        ["aws_nat_gateway"] = "nat",
        ["aws_internet_gateway"] = "igw",
        ["aws_vpn_gateway"] = "vgw",
        ["aws_egress_only_internet_gateway"] = "eigw",
        ["aws_vpc_endpoint"] = "vpce",
        ["aws_vpc_peering_connection"] = "pcx",
        ["aws_ec2_transit_gateway"] = "tgw",
        ["aws_ec2_transit_gateway_vpc_attachment"] = "tgw-attach",
        ["aws_ec2_managed_prefix_list"] = "pl",
        ["aws_network_interface"] = "eni",
    };

    // Parts that AWS makes with a VPC have no resource of their own.
    private static readonly Dictionary<string, string> Born = new(StringComparer.Ordinal)
    {
        ["main_route_table_id"] = "rtb",
        ["default_route_table_id"] = "rtb",
        ["default_security_group_id"] = "sg",
        ["default_network_acl_id"] = "acl",
    };

    private readonly HashSet<string> _adopting = new(StringComparer.Ordinal);
    private readonly ILookup<string, TerraformResource> _byType =
        resources.All.Where(resource => resource.Values is not null).ToLookup(resource => resource.Type, StringComparer.Ordinal);

    /// <summary>The resources.</summary>
    public PlanResources Resources => resources;

    /// <summary>Where the translated parts go.</summary>
    public TemplateParts Template => parts;

    /// <summary>The managed resources of these types, in order.</summary>
    public IEnumerable<TerraformResource> Managed(params string[] types) => Any(types).Where(resource => !resource.IsData);

    /// <summary>The managed resources and data sources of these types, in order.</summary>
    public IEnumerable<TerraformResource> Any(params string[] types) => types.SelectMany(type => _byType[type]);

    /// <summary>An argument; null where it is absent, empty, or left to the provider which has not filled it in yet.</summary>
    public static InputNode? Value(TerraformResource resource, string argument) => resource.Values?.Member(argument) switch
    {
        null or { Kind: InputKind.Null } => null,
        { Kind: InputKind.Text, Text: "" } or { Kind: InputKind.List, Items.Count: 0 } => null,
        { Kind: InputKind.Unknown } when !resource.Sets(argument) => null,
        { } value => value,
    };

    /// <summary>A resource's own id: AWS's where it has one, else a stand-in.</summary>
    public InputNode Id(TerraformResource resource) => resource.Values?.Member("id") switch
    {
        { Kind: InputKind.Text, Text: not "" } known => known,

        // A data source that is read later may turn out to be anything.
        _ when resource.IsData => BuiltNode.OfUnknown($"{resource.Address}.id", resource.Node),
        _ when Adopted(resource) is { } adopted => adopted,
        _ => Prefixes.TryGetValue(resource.Type, out string? prefix)
            ? BuiltNode.OfText(parts.Ids.For(prefix, resource.Address), resource.Node)
            : BuiltNode.OfUnknown($"{resource.Address}.id", resource.Node),
    };

    /// <summary>An argument that holds the id of another resource.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="argument">Its argument.</param>
    /// <param name="prefix">What the id begins with.</param>
    public InputNode? One(TerraformResource resource, string argument, string prefix) => One(resource, argument, prefix, 0);

    /// <summary>An argument that holds a list of ids.</summary>
    public InputNode? Many(TerraformResource resource, string argument, string prefix)
    {
        InputNode? value = Value(resource, argument);
        bool isOpen = value is { Kind: InputKind.Unknown } or { Kind: InputKind.List } && (value.Kind == InputKind.Unknown || value.Items.Any(item => item.Kind is InputKind.Unknown));
        if (!isOpen || IsSensitive(value!))
        {
            return value;
        }

        ReferenceTargets targets = references.Of(resource, argument);
        if (targets is { IsUnclear: false, IsConditional: false, HasEmpty: true, Count: 0 } && value!.Kind == InputKind.Unknown)
        {
            // The provider fills in what is an empty list.
            return null;
        }

        List<InputNode> ids = targets.IsConditional ? [] : Tied(targets, prefix, value!, 0);
        return ids.Count == 0 || (targets.IsWhole && !AreApart(targets)) || (value!.Kind == InputKind.List && ids.Count != value.Items.Count)
            ? value
            : BuiltNode.OfList(ids, value);
    }

    /// <summary>The ids that all instances of a block hold together in an argument, where for_each goes over as many as there are instances; else none.</summary>
    public IReadOnlyList<InputNode> Spread(TerraformResource one, string argument, string prefix)
    {
        if (references.Over(one, argument) is not { IsUnclear: false, IsConditional: false } targets)
        {
            return [];
        }

        List<InputNode> ids = [];
        foreach (TerraformResource target in targets.Resources.Where(target => Prefixes.GetValueOrDefault(target.Type) == prefix))
        {
            Keep(ids, Id(target), one.Node);
        }

        foreach (InputNode known in targets.Known.Where(known => known.Text.StartsWith(prefix + "-", StringComparison.Ordinal)))
        {
            Keep(ids, known, one.Node);
        }

        return ids.Count == references.Instances(one) ? ids : [];
    }

    /// <summary>The VPC of a resource; of a part that AWS made with a VPC, that one.</summary>
    public InputNode? Vpc(TerraformResource resource)
    {
        if (One(resource, "vpc_id", "vpc") is { Kind: not InputKind.Unknown } given)
        {
            return given;
        }

        string argument = resource.Type.Replace("aws_", string.Empty, StringComparison.Ordinal) + "_id";
        return Born.ContainsKey(argument) && references.Of(resource, argument) is { IsUnclear: false, Count: 1, Attributes: [(var owner, _)] }
            && Prefixes.GetValueOrDefault(owner.Type) == "vpc"
                ? Id(owner)
                : null;
    }

    /// <summary>The ids of all that an argument refers to, for a list somewhere inside it; null where that is not certain.</summary>
    public InputNode? Inside(TerraformResource resource, string argument, string prefix, InputNode origin)
    {
        ReferenceTargets targets = references.Of(resource, argument);
        List<InputNode> ids = targets.IsWhole || targets.IsConditional ? [] : Tied(targets, prefix, origin, 0);
        return ids.Count == 0 ? null : BuiltNode.OfList(ids, origin);
    }

    /// <summary>False where an argument that leads to no known id can hold the id of anything but this resource.</summary>
    public bool MayBe(TerraformResource resource, string argument, TerraformResource wanted) => candidates.May(resource, argument, wanted);

    /// <summary>Whether two nodes are the same known id.</summary>
    public static bool AreSame(InputNode? left, InputNode? right) =>
        left is { Kind: InputKind.Text } && right is { Kind: InputKind.Text } && left.Text == right.Text;

    private InputNode? One(TerraformResource resource, string argument, string prefix, int depth)
    {
        InputNode? value = Value(resource, argument);
        if (value is not { Kind: InputKind.Unknown } || depth > MaxDepth || IsSensitive(value))
        {
            return value;
        }

        ReferenceTargets targets = references.Of(resource, argument);
        List<InputNode> ids = Tied(targets, prefix, value, depth);
        return ids.Count == 1 && !targets.IsWhole ? ids[0] : value;
    }

    // The ids of all targets, or none: half of a list would be another list.
    private List<InputNode> Tied(ReferenceTargets targets, string prefix, InputNode origin, int depth)
    {
        List<InputNode> ids = [];
        if (targets.IsUnclear)
        {
            return ids;
        }

        foreach (TerraformResource target in targets.Resources)
        {
            if (Prefixes.GetValueOrDefault(target.Type) != prefix)
            {
                return [];
            }

            Keep(ids, Id(target), origin);
        }

        foreach (InputNode known in targets.Known)
        {
            Keep(ids, known, origin);
        }

        foreach ((TerraformResource owner, string attribute) in targets.Attributes)
        {
            if (Attribute(owner, attribute, prefix, depth) is not { } id)
            {
                return [];
            }

            Keep(ids, id, origin);
        }

        return ids;
    }

    private InputNode? Attribute(TerraformResource owner, string attribute, string prefix, int depth) =>
        Born.GetValueOrDefault(attribute) == prefix ? BornId(owner, attribute)
        : attribute.EndsWith("_id", StringComparison.Ordinal) ? One(owner, attribute, prefix, depth + 1)
        : null;

    // aws_default_...: the part that AWS made with the VPC, under another name.
    private InputNode? Adopted(TerraformResource resource)
    {
        (string argument, string prefix) = resource.Type switch
        {
            "aws_default_route_table" => ("default_route_table_id", "rtb"),
            "aws_default_network_acl" => ("default_network_acl_id", "acl"),
            _ => (string.Empty, string.Empty),
        };

        // A file may say that it adopts itself.
        if (argument.Length == 0 || !_adopting.Add(resource.Address))
        {
            return null;
        }

        InputNode? id = One(resource, argument, prefix);
        _adopting.Remove(resource.Address);
        return id is { Kind: InputKind.Text } ? id : null;
    }

    private InputNode? BornId(TerraformResource owner, string attribute) => owner.Values?.Member(attribute) switch
    {
        { Kind: InputKind.Text, Text: not "" } known => known,
        _ when owner.IsData => null,

        // A new VPC's main route table is its default one.
        _ => BuiltNode.OfText(parts.Ids.For(Born[attribute], $"{owner.Address}.{attribute.Replace("main_", "default_", StringComparison.Ordinal)}"), owner.Node),
    };

    // Of all instances of a resource, a function may have picked some. That does no harm where no two of them are in one zone.
    private static bool AreApart(ReferenceTargets targets)
    {
        string?[] zones =
        [
            .. targets.Resources.Where(resource => resource.Type is "aws_subnet" or "aws_default_subnet")
                .Select(resource => (Known(resource, "availability_zone") ?? Known(resource, "availability_zone_id"))?.Text),
        ];
        return zones.Length == 0 || (!zones.Contains(null) && zones.Distinct(StringComparer.Ordinal).Count() == zones.Length);
    }

    private static InputNode? Known(TerraformResource resource, string argument) => Value(resource, argument) is { Kind: InputKind.Text } known ? known : null;

    private static void Keep(List<InputNode> ids, InputNode id, InputNode origin)
    {
        if (!ids.Exists(other => other.Kind == id.Kind && other.Text == id.Text))
        {
            ids.Add(id.Kind == InputKind.Unknown ? BuiltNode.OfUnknown(id.Text, origin) : BuiltNode.OfText(id.Text, origin));
        }
    }

    private static bool IsSensitive(InputNode value) => value.Text.EndsWith(MergedValues.SensitiveEnd, StringComparison.Ordinal);
}
