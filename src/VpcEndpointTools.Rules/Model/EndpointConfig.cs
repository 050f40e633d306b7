using VpcEndpointTools.Model.Members;

namespace VpcEndpointTools.Model;

/// <summary>One VPC endpoint as somebody configured it or as AWS describes it. Property names are AWS's.</summary>
/// <remarks>Source of the names: CreateVpcEndpointRequest and VpcEndpoint of AWSSDK.EC2 4.0.132.2.</remarks>
public sealed record EndpointConfig : IMemberOwner
{
    private static readonly Dictionary<string, object> NoOthers = new(StringComparer.Ordinal);

    /// <summary>The value of <see cref="PrivateDnsEnabled"/> in an API request that leaves it out: AWS's documents disagree on the default.</summary>
    public static Value<bool> OmittedPrivateDns { get; } = Value<bool>.Unknown("PrivateDnsEnabled, which was omitted");

    /// <summary>How to call this endpoint in output: its id, its name, or its file and place there.</summary>
    public string Target { get; init; } = string.Empty;

    /// <summary>The file or the kind of object it came from.</summary>
    public string? Source { get; init; }

    /// <summary>Line in the source, from 1.</summary>
    public int? Line { get; init; }

    /// <summary>Column in that line, from 1.</summary>
    public int? Column { get; init; }

    /// <summary>Where its properties stand in the source, by AWS's name of the property; empty where that is not known.</summary>
    public IReadOnlyDictionary<string, TextPlace> Places { get; init; } = new Dictionary<string, TextPlace>(StringComparer.Ordinal);

    /// <summary>Ids in it that only stand for parts that have none yet (resources of a template), and how to call them.</summary>
    public StandIns StandIns { get; init; } = StandIns.None;

    /// <summary>What the same template defines around it; null for what comes from no template.</summary>
    public TemplateSurroundings? DefinedWith { get; init; }

    /// <summary>The deployment that it is of, where that is not the one of the template's defaults: "EnableSsm = true"; null without one.</summary>
    public string? Scenario { get; init; }

    /// <summary>The endpoint as it is before the change that this configuration is part of (a plan); null without one.</summary>
    public EndpointConfig? Previous { get; init; }

    /// <summary>True when the plan itself says that the change deletes the previous endpoint and makes another one.</summary>
    public bool IsReplaced { get; init; }

    /// <summary>True when AWS already has this endpoint; false for something yet to be created.</summary>
    public bool IsExisting { get; init; }

    /// <summary>Where it is or will be deployed, if the input says so.</summary>
    public Value<string> Region { get; init; }

    /// <summary>The endpoint's id (existing endpoints).</summary>
    public Value<string> VpcEndpointId { get; init; }

    /// <summary>Interface, Gateway, GatewayLoadBalancer, Resource, ServiceNetwork or Tunnel. AWS takes an omitted one for Gateway.</summary>
    public Value<string> VpcEndpointType { get; init; }

    /// <summary>The VPC of the endpoint.</summary>
    public Value<string> VpcId { get; init; }

    /// <summary>The endpoint service.</summary>
    public Value<string> ServiceName { get; init; }

    /// <summary>The Region of the service, where it is another one.</summary>
    public Value<string> ServiceRegion { get; init; }

    /// <summary>The VPC Lattice resource configuration (Resource, Tunnel).</summary>
    public Value<string> ResourceConfigurationArn { get; init; }

    /// <summary>The VPC Lattice service network (ServiceNetwork).</summary>
    public Value<string> ServiceNetworkArn { get; init; }

    /// <summary>One subnet an Availability Zone.</summary>
    public ValueList<Value<string>> SubnetIds { get; init; } = ValueList<Value<string>>.Absent;

    /// <summary>Designated addresses.</summary>
    public ValueList<SubnetConfiguration> SubnetConfigurations { get; init; } = ValueList<SubnetConfiguration>.Absent;

    /// <summary>Security groups of the endpoint's network interfaces.</summary>
    public ValueList<Value<string>> SecurityGroupIds { get; init; } = ValueList<Value<string>>.Absent;

    /// <summary>Route tables (Gateway).</summary>
    public ValueList<Value<string>> RouteTableIds { get; init; } = ValueList<Value<string>>.Absent;

    /// <summary>The endpoint policy as JSON text. AWS's own default policy is read as absent.</summary>
    public Value<string> PolicyDocument { get; init; }

    /// <summary>Whether the service's own names resolve to the endpoint. Unknown where a request leaves it out: AWS's documents disagree on the default.</summary>
    public Value<bool> PrivateDnsEnabled { get; init; }

    /// <summary>ipv4, ipv6 or dualstack.</summary>
    public Value<string> IpAddressType { get; init; }

    /// <summary>DNS options.</summary>
    public DnsOptions DnsOptions { get; init; } = DnsOptions.Absent;

    /// <summary>Tags of the endpoint.</summary>
    public ValueList<Tag> Tags { get; init; } = ValueList<Tag>.Absent;

    /// <summary>State as AWS shows it (existing endpoints); compare ignoring case.</summary>
    public Value<string> State { get; init; }

    /// <summary>Why it failed, in AWS's words (existing endpoints).</summary>
    public Value<string> FailureReason { get; init; }

    /// <summary>The endpoint's network interfaces, one a subnet (existing endpoints).</summary>
    public ValueList<Value<string>> NetworkInterfaceIds { get; init; } = ValueList<Value<string>>.Absent;

    /// <summary>True when an AWS service made the endpoint for the account and manages it.</summary>
    public Value<bool> RequesterManaged { get; init; }

    /// <summary>Values of members that have no property here, by the member's full name.</summary>
    internal IReadOnlyDictionary<string, object> Others { get; private set; } = NoOthers;

    IReadOnlyDictionary<string, object> IMemberOwner.Others
    {
        get => Others;
        set => Others = value;
    }

    /// <summary>True unless the endpoint is deleted or going, failed, rejected or expired: such ones hold no name, route or quota.</summary>
    public bool HoldsItsPlace => !EndpointStates.IsDead(State.KnownOrDefault);

    /// <summary>True when the endpoint is deleted or on its way out.</summary>
    public bool IsGone => EndpointStates.IsGone(State.KnownOrDefault);

    /// <inheritdoc/>
    public override string ToString() => Target;
}
