using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Recommendation;

/// <summary>Why a type is the right one for a need, in words and with the source.</summary>
internal static class NeedReasons
{
    /// <summary>The reasons for the best option.</summary>
    public static List<RecommendationReason> For(EndpointNeed need, EndpointOption best, IReadOnlyList<string>? offered)
    {
        List<RecommendationReason> reasons = [Main(need, best.Type, offered)];
        if (best.Type == EndpointTypes.Interface && need.HasOutsideClients)
        {
            reasons.Add(new("Clients outside the VPC reach an Interface endpoint over VPN, Direct Connect, peering or a transit gateway.", RuleSources.S3Interface, RuleIds.R006));
        }

        if (best.Type == EndpointTypes.Interface && need.IsCrossRegion)
        {
            reasons.Add(new($"{need.ServiceRegion} is reached by a cross-Region endpoint; traffic between Regions is billed on top.", RuleSources.CrossRegion, RuleIds.C006));
        }

        return reasons;
    }

    private static RecommendationReason Main(EndpointNeed need, string? type, IReadOnlyList<string>? offered) => type switch
    {
        EndpointTypes.Gateway when need.Target.Service?.ShortName == "s3express" => new("S3 Express One Zone has a Gateway endpoint, free of charge.", RuleSources.S3Express),
        EndpointTypes.Gateway => new(
            "Clients in the VPC reach it through a route, free of charge: no hours, no data.",
            need.Target.Service?.ShortName == "dynamodb" ? RuleSources.GatewayDynamoDb : RuleSources.GatewayS3,
            RuleIds.C001),
        EndpointTypes.Interface when offered is [EndpointTypes.Interface] => new($"{need.Target} has Interface endpoints only.", RuleSources.Services, RuleIds.S003),
        EndpointTypes.Interface when need.Target.Kind == TargetKind.EndpointService => new("An endpoint service behind a Network Load Balancer is reached through an Interface endpoint.", RuleSources.Access, RuleIds.S004),
        EndpointTypes.Interface => new("Only an Interface endpoint meets what the Gateway endpoint fails.", RuleSources.Access, RuleIds.R006),
        EndpointTypes.GatewayLoadBalancer => new("Traffic is led through appliances by routes to a Gateway Load Balancer endpoint, one in each zone.", RuleSources.GatewayLoadBalancer, RuleIds.H003),
        EndpointTypes.ServiceNetwork => new("One endpoint leads to all resources and services of the service network.", RuleSources.ServiceNetwork, RuleIds.S005),
        EndpointTypes.Resource => new("A database, instance, domain name or address that is shared as a resource configuration is reached without a load balancer.", RuleSources.Resource, RuleIds.S005),
        EndpointTypes.Tunnel => new("A network segment that is shared as a resource configuration of type CIDR is reached through a Tunnel endpoint.", RuleSources.Tunnel, RuleIds.S005),
        _ => NoEndpoint(need),
    };

    private static RecommendationReason NoEndpoint(EndpointNeed need) =>
        need.ProviderInitiated ? new("Where the other side begins connections use VPC peering, a transit gateway or VPC Lattice: an endpoint only answers.", RuleSources.Access)
        : need.InspectTraffic && need.Target.Kind == TargetKind.AwsService ? new("To inspect traffic name the endpoint service of the appliances (-Target com.amazonaws.vpce...); a service of AWS has none.", RuleSources.GatewayLoadBalancer, RuleIds.S024)
        : new("No endpoint type meets all of these needs; what speaks against each stands under Alternatives.", RuleSources.Access);
}
