using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Lifecycle;

/// <summary>A quota on endpoints.</summary>
/// <param name="Code">Its code in Service Quotas.</param>
/// <param name="Name">What it counts.</param>
/// <param name="Default">How many an account has that asked for no more.</param>
/// <param name="IsPerRegion">True where it counts the Region's endpoints, not those of a VPC.</param>
/// <remarks>Source: the PrivateLink guide, quotas; checked 2026-11-23.</remarks>
internal sealed record EndpointQuota(string Code, string Name, int Default, bool IsPerRegion = false)
{
    private static readonly EndpointQuota Interface = new(QuotaCodes.InterfaceEndpointsPerVpc, "interface and Gateway Load Balancer endpoints a VPC", 50);
    private static readonly EndpointQuota Gateway = new(QuotaCodes.GatewayEndpointsPerRegion, "gateway endpoints a Region", 20, IsPerRegion: true);
    private static readonly EndpointQuota Resource = new(QuotaCodes.ResourceEndpointsPerVpc, "resource endpoints a VPC", 200);
    private static readonly EndpointQuota ServiceNetwork = new(QuotaCodes.ServiceNetworkEndpointsPerVpc, "service network endpoints a VPC", 50);

    private static readonly string[] InterfaceTypes = [EndpointTypes.Interface, EndpointTypes.GatewayLoadBalancer];

    /// <summary>The quota that an endpoint of a type counts against.</summary>
    public static EndpointQuota Of(string type) => type switch
    {
        EndpointTypes.Gateway => Gateway,
        EndpointTypes.Resource => Resource,
        EndpointTypes.ServiceNetwork => ServiceNetwork,
        _ => Interface,
    };

    /// <summary>The types that count against the same quota.</summary>
    public static IReadOnlyList<string> TypesOf(string type) =>
        type is EndpointTypes.Interface or EndpointTypes.GatewayLoadBalancer ? InterfaceTypes : [type];

    /// <summary>What the account has: declared, else in the snapshot; absent where neither says.</summary>
    public Value<long> Applied(RuleContext context) => context.Declared.Quotas.TryGetValue(Code, out long declared)
        ? declared
        : context.Snapshot?.Quotas?.FirstOrDefault(quota => quota.QuotaCode.Is(Code))?.Value ?? default;
}
