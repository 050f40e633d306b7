using VpcEndpointTools.Catalog;
using VpcEndpointTools.Model;
using VpcEndpointTools.Model.Members;
using VpcEndpointTools.Policies;

namespace VpcEndpointTools.Evaluation;

/// <summary>What a rule sees: one configuration, what surrounds it, and what is known of its service.</summary>
public sealed class RuleContext
{
    private PolicyDocument? _policy;
    private ServiceNameJudgement? _serviceName;

    /// <summary>A context; everything but the configuration may be missing.</summary>
    /// <param name="config">The configuration to test.</param>
    /// <param name="snapshot">What surrounds it.</param>
    /// <param name="region">Where it will be deployed, if the configuration and the snapshot do not say.</param>
    /// <param name="catalog">The service catalogue; the shipped one unless given.</param>
    /// <param name="declared">What only the user can say.</param>
    public RuleContext(
        EndpointConfig config, NetworkSnapshot? snapshot = null, string? region = null, ServiceCatalog? catalog = null, Declarations? declared = null)
    {
        ArgumentNullException.ThrowIfNull(config);
        Config = config;
        Snapshot = snapshot;
        Catalog = catalog ?? ServiceCatalog.Shipped;
        Declared = declared ?? Declarations.None;
        Region = !config.Region.IsAbsent ? config.Region : snapshot?.Region ?? region;
        Service = config.ServiceName.IsKnown ? Catalog.Find(config.ServiceName.Known) : null;
        Type = EffectiveType(config, Service);
    }

    /// <summary>The configuration to test.</summary>
    public EndpointConfig Config { get; }

    /// <summary>What surrounds it, if anything was given.</summary>
    public NetworkSnapshot? Snapshot { get; }

    /// <summary>What only the user can say.</summary>
    public Declarations Declared { get; }

    /// <summary>The service catalogue.</summary>
    public ServiceCatalog Catalog { get; }

    /// <summary>The catalogue's entry for the configured service, if it has one.</summary>
    public ServiceEntry? Service { get; }

    /// <summary>Where the endpoint is or will be: what the input says, else the snapshot, else what the user said.</summary>
    public Value<string> Region { get; }

    /// <summary>The type that the endpoint will have. Never absent: AWS takes an omitted one for Gateway.</summary>
    /// <remarks>Unknown where the given value is no type, or where the omission cannot have been meant: rules on the type's shape would
    /// then only repeat the one mistake (VPCE-S001, VPCE-S002).</remarks>
    public Value<string> Type { get; }

    /// <summary>The endpoint policy, parsed at first use; null where there is none or its text is unknown.</summary>
    public PolicyDocument? Policy => Config.PolicyDocument.IsKnown ? _policy ??= PolicyDocument.Parse(Config.PolicyDocument.Known) : null;

    /// <summary>What is to be said of the service's name; null where there is none or it is unknown.</summary>
    public ServiceNameJudgement? ServiceName => Config.ServiceName.IsKnown
        ? _serviceName ??= IsServiceListed ? new ServiceNameJudgement(ServiceNameVerdict.Known) : ServiceNameJudge.Judge(Config.ServiceName.Known, Catalog, Region.KnownOrDefault)
        : null;

    /// <summary>True when AWS lists the service in the snapshot: it exists then, whatever the catalogue says.</summary>
    public bool IsServiceListed => Config.ServiceName.IsKnown && Snapshot?.ServiceDetails is not null && Snapshot.Index.Services(Config.ServiceName.Known).Any();

    /// <summary>What to say when a member of the snapshot is needed and not there.</summary>
    /// <param name="member">The member.</param>
    /// <param name="what">What of it, where that is not all.</param>
    public MissingInput NoSnapshot(SnapshotMember member, string? what = null) => Snapshot is { IsGiven: true }
        ? MissingInput.Undecidable($"{what ?? member.Name} in the snapshot")
        : MissingInput.NotGiven($"a snapshot with {what ?? member.Name}");

    /// <summary>What to say when a member of the snapshot is there but need not list everything.</summary>
    public MissingInput NotComplete(SnapshotMember member) => Snapshot is { IsGiven: true }
        ? MissingInput.Undecidable($"all {member} of {Config.VpcId}: the snapshot is not marked Complete for it")
        : MissingInput.NotGiven($"a snapshot with {member}, marked Complete");

    /// <summary>True when a member of the snapshot is there and lists everything of the endpoint's VPC, or of the Region where it belongs
    /// to that:
    /// only then "none" is a fact.</summary>
    public bool ListsAll(SnapshotMember member) => Snapshot is not null && member.IsIn(Snapshot)
        && (member.IsOfRegion ? Snapshot.Complete.CoversServices : Snapshot.IsCompleteFor(Config.VpcId))
        && !Snapshot.Index.IsBlurred(member);

    /// <summary>What keeps a look-up in the VPC's endpoints from being the last word; null where nothing does.</summary>
    public MissingInput? EndpointsMissing => Snapshot?.VpcEndpoints is null ? NoSnapshot(SnapshotMembers.VpcEndpoints)
        : !Config.VpcId.IsKnown ? MissingInput.ValueOf("VpcId", Config.VpcId)
        : !KnowsItself ? MissingInput.ValueOf("VpcEndpointId", Config.VpcEndpointId)
        : ListsAll(SnapshotMembers.VpcEndpoints) ? null
        : NotComplete(SnapshotMembers.VpcEndpoints);

    /// <summary>The endpoint's own living neighbours in the VPC for a service; those of which that is not certain are not among them.</summary>
    public IEnumerable<EndpointConfig> Neighbours(string serviceName) => Snapshot?.VpcEndpoints is null || !Config.VpcId.IsKnown || !KnowsItself
        ? []
        : Snapshot.Index.Endpoints.For(Config.VpcId.Known, serviceName).Where(IsNeighbour);

    /// <summary>True for another endpoint that certainly lives.</summary>
    public bool IsNeighbour(EndpointConfig other) => !other.State.IsUnknown && !other.VpcEndpointId.IsUnknown && !IsSelf(other);

    /// <summary>True unless this is an existing endpoint whose id is not known: then any in the snapshot may be this one.</summary>
    public bool KnowsItself => !Config.IsExisting || Config.VpcEndpointId.IsKnown;

    /// <summary>True for the configuration under test, wherever it is met among its neighbours.</summary>
    public bool IsSelf(EndpointConfig other) =>
        ReferenceEquals(other, Config) || (Config.VpcEndpointId.IsKnown && Config.VpcEndpointId == other.VpcEndpointId);

    /// <summary>The subnet of that id: found, proven not there, or unknown.</summary>
    public Lookup<Subnet> Subnet(Value<string> id) =>
        Find(id, "SubnetIds", SnapshotMembers.Subnets, (index, key) => index.Subnet(key));

    /// <summary>The security group of that id: found, proven not there, or unknown.</summary>
    public Lookup<SecurityGroup> SecurityGroup(Value<string> id) =>
        Find(id, "SecurityGroupIds", SnapshotMembers.SecurityGroups, (index, key) => index.SecurityGroup(key));

    /// <summary>The route table of that id: found, proven not there, or unknown.</summary>
    public Lookup<RouteTable> RouteTable(Value<string> id) =>
        Find(id, "RouteTableIds", SnapshotMembers.RouteTables, (index, key) => index.RouteTable(key));

    /// <summary>The endpoint's VPC: found, proven not there, or unknown.</summary>
    public Lookup<Vpc> Vpc() =>
        Find(Config.VpcId, "VpcId", SnapshotMembers.Vpcs, (index, key) => index.Vpc(key));

    /// <summary>The service's entry of that type in the snapshot: found, proven not there, or unknown.</summary>
    public Lookup<ServiceDetail> ServiceDetail(string type)
    {
        if (Snapshot?.ServiceDetails is null)
        {
            return Lookup<ServiceDetail>.Unknown(NoSnapshot(SnapshotMembers.ServiceDetails));
        }

        if (!Config.ServiceName.IsKnown)
        {
            return Lookup<ServiceDetail>.Unknown(MissingInput.Undecidable($"the value of ServiceName ({Config.ServiceName})"));
        }

        return Snapshot.Index.Service(Config.ServiceName.Known, type) is { } detail
            ? Lookup<ServiceDetail>.Of(detail)
            : NotThere<ServiceDetail>(ListsAll(SnapshotMembers.ServiceDetails), $"{Config.ServiceName} in the snapshot's ServiceDetails");
    }

    private static Lookup<T> NotThere<T>(bool proven, string what)
        where T : class => proven ? Lookup<T>.NotThere : Lookup<T>.Unknown(MissingInput.Undecidable(what));

    private Lookup<T> Find<T>(Value<string> id, string property, SnapshotMember member, Func<SnapshotIndex, string, T?> find)
        where T : class
    {
        if (Snapshot is null || !member.IsIn(Snapshot))
        {
            return Lookup<T>.Unknown(NoSnapshot(member));
        }

        if (!id.IsKnown)
        {
            return Lookup<T>.Unknown(MissingInput.Undecidable(id.IsAbsent ? property : $"the value of {property} ({id})"));
        }

        return find(Snapshot.Index, id.Known) is { } item
            ? Lookup<T>.Of(item)
            : NotThere<T>(ListsAll(member), $"{id} in the snapshot's {member}");
    }

    private static Value<string> EffectiveType(EndpointConfig config, ServiceEntry? service)
    {
        Value<string> given = config.VpcEndpointType;
        if (given.IsUnknown)
        {
            return Value<string>.Unknown($"the value of VpcEndpointType ({given})");
        }

        if (given.IsAbsent)
        {
            bool forGateway = !config.ServiceName.IsUnknown && config.ResourceConfigurationArn.IsAbsent && config.ServiceNetworkArn.IsAbsent && (service is null || service.HasType(EndpointTypes.Gateway));
            return forGateway
                ? EndpointTypes.Gateway
                : Value<string>.Unknown("VpcEndpointType, which was omitted");
        }

        string? type = EndpointTypes.All.FirstOrDefault(t => string.Equals(t, given.Known, StringComparison.OrdinalIgnoreCase));
        return type ?? Value<string>.Unknown($"a valid VpcEndpointType (not '{given}')");
    }
}
