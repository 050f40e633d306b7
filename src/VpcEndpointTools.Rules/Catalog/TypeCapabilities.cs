using VpcEndpointTools.Model;
using VpcEndpointTools.Reachability;

namespace VpcEndpointTools.Catalog;

/// <summary>What an endpoint of one type can have, and what of it can be changed later: the one place that rules, advice and creation
/// ask.</summary>
/// <remarks>Read from the column "value" of types.tsv, where each fact is in one row with its words, its source and its date.</remarks>
internal sealed class TypeCapabilities
{
    private const string Yes = "yes";

    // Behind the name of a property that can only be added to.
    private const string AddOnly = ":add";

    private static readonly Lazy<IReadOnlyDictionary<string, TypeCapabilities>> Table = new(() => EndpointTypes.All.ToDictionary(
        type => type,
        type => new TypeCapabilities(
            type,
            TypeComparison.Aspects.ToDictionary(aspect => aspect.Name, aspect => aspect.Facts[type], StringComparer.Ordinal)),
        StringComparer.OrdinalIgnoreCase));

    private readonly HashSet<string> _changeable;
    private readonly bool _isChangeKnown;

    /// <summary>The capabilities of a type as its facts tell them.</summary>
    internal TypeCapabilities(string type, IReadOnlyDictionary<string, TypeFact> facts)
    {
        Type = type;
        string placement = facts["Placement"].Value;
        Subnets = placement switch { "subnets:one" => SubnetCount.One, "subnets:many" => SubnetCount.OnePerZone, _ => SubnetCount.None };
        HasRouteTables = placement == "route-tables";
        HasSecurityGroups = facts["SecurityGroups"].Value == Yes;
        HasPolicy = facts["EndpointPolicy"].Value == Yes;
        HasPrivateDns = facts["PrivateDns"].Value == Yes;
        AddressTypes = facts["AddressTypes"].Value.Split(' ');
        _changeable = new HashSet<string>(facts["ChangeLater"].Value.Split(' '), StringComparer.Ordinal);
        _isChangeKnown = facts["ChangeLater"].Source is not null;
    }

    /// <summary>The type, as AWS spells it.</summary>
    public string Type { get; }

    /// <summary>How many subnets it takes.</summary>
    public SubnetCount Subnets { get; }

    /// <summary>True where it takes subnets.</summary>
    public bool HasSubnets => Subnets != SubnetCount.None;

    /// <summary>True where it is associated with route tables.</summary>
    public bool HasRouteTables { get; }

    /// <summary>True where it has security groups.</summary>
    public bool HasSecurityGroups { get; }

    /// <summary>True where it can have an endpoint policy; some services of the type take none all the same.</summary>
    public bool HasPolicy { get; }

    /// <summary>True where it can have private DNS; some services of the type have no private DNS name all the same.</summary>
    public bool HasPrivateDns { get; }

    /// <summary>The values of IpAddressType.</summary>
    public IReadOnlyList<string> AddressTypes { get; }

    /// <summary>The capabilities of a type, in whatever case; null where it is not known or no type.</summary>
    public static TypeCapabilities? Of(Value<string> type) => type.IsKnown ? Table.Value.GetValueOrDefault(type.Known) : null;

    /// <summary>The types that can do something, in the order in which all types are listed.</summary>
    public static IReadOnlyList<string> Where(Func<TypeCapabilities, bool> can) =>
        [.. EndpointTypes.All.Where(type => can(Table.Value[type]))];

    /// <summary>Whether AWS can change a property of an endpoint that exists. Unknown where no source says what the type allows and the
    /// property is
    /// not among what is supposed.</summary>
    /// <param name="property">A property of the request: SubnetIds, IpAddressType, ...</param>
    public Truth CanChange(string property) => _changeable.Contains(property) ? Truth.Yes : Otherwise;

    /// <summary>Whether AWS can add items to a list of an endpoint that exists.</summary>
    /// <param name="property">A list of the request: SubnetIds, SecurityGroupIds, RouteTableIds.</param>
    public Truth CanAdd(string property) => _changeable.Contains(property + AddOnly) ? Truth.Yes : CanChange(property);

    /// <summary>What of it can be changed, as the table names it.</summary>
    internal IReadOnlyCollection<string> Changeable => _changeable;

    private Truth Otherwise => _isChangeKnown ? Truth.No : Truth.Unknown;
}

/// <summary>How many subnets an endpoint takes.</summary>
internal enum SubnetCount
{
    /// <summary>None.</summary>
    None,

    /// <summary>Exactly one.</summary>
    One,

    /// <summary>One in each Availability Zone.</summary>
    OnePerZone,
}
