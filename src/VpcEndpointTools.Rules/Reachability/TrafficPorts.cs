using VpcEndpointTools.Model;

namespace VpcEndpointTools.Reachability;

/// <summary>What clients of an endpoint send: a protocol and ports any one of which is enough, or anything.</summary>
/// <param name="Protocol">tcp or udp; null where either can be meant.</param>
/// <param name="Ports">The ports; empty where any can be meant.</param>
public sealed record TrafficPorts(string? Protocol, IReadOnlyList<int> Ports)
{
    private static readonly TrafficPorts Anything = new(null, []);
    private static readonly TrafficPorts Geneve = new("udp", [6081]);

    // In the ephemeral ranges of Linux, Windows and NAT gateways alike: one that any client may get its answers on.
    private static readonly TrafficPorts AnswersOverTcp = new("tcp", [49_152]);

    /// <summary>True when the ports are known.</summary>
    public bool AreKnown => Ports.Count > 0;

    /// <summary>The traffic back to the clients.</summary>
    public static TrafficPorts Answers => AnswersOverTcp;

    /// <summary>What an endpoint of that type and service takes.</summary>
    /// <remarks>Source: the service catalogue; for tunnels the PrivateLink guide, use-cidr-endpoint (GENEVE, UDP 6081).</remarks>
    public static TrafficPorts Of(string type, Catalog.ServiceEntry? service) => type switch
    {
        EndpointTypes.Tunnel => Geneve,
        EndpointTypes.Interface or EndpointTypes.Gateway when service is { IsEndpointService: false, Ports.Count: > 0 } => new("tcp", service.Ports),
        _ => Anything,
    };

    /// <summary>True when a rule's protocol and ports let this traffic through.</summary>
    /// <param name="protocol">tcp, udp, a number, or -1 for all.</param>
    /// <param name="from">First port.</param>
    /// <param name="to">Last port.</param>
    public Truth Match(Value<string> protocol, Value<long> from, Value<long> to)
    {
        if (!protocol.IsKnown)
        {
            return Truth.Unknown;
        }

        if (protocol.Known == "-1")
        {
            return Truth.Yes;
        }

        string? name = protocol.Known switch { "6" => "tcp", "17" => "udp", { } other => other.ToLowerInvariant() };
        if (Protocol is null ? name is not ("tcp" or "udp") : name != Protocol)
        {
            return Truth.No;
        }

        if (!AreKnown)
        {
            return Truth.Yes;
        }

        return !from.IsKnown || !to.IsKnown ? Truth.Unknown : Truths.Of(IsWithin(from.Known, to.Known));
    }

    /// <summary>For example "TCP 443".</summary>
    public override string ToString() => AreKnown ? $"{Protocol!.ToUpperInvariant()} {string.Join(" or ", Ports)}" : "anything";

    private bool IsWithin(long from, long to)
    {
        foreach (int port in Ports)
        {
            if (port >= from && port <= to)
            {
                return true;
            }
        }

        return false;
    }
}
