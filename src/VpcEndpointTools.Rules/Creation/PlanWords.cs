using System.Globalization;
using VpcEndpointTools.Model;
using VpcEndpointTools.Pricing;

namespace VpcEndpointTools.Creation;

/// <summary>Says what a request would make, so that a person can decide: what, where, which routes or addresses, the cost a month.</summary>
internal static class PlanWords
{
    public static string Of(EndpointConfig request, string region)
    {
        List<string> parts = [$"{request.VpcEndpointType} endpoint of {Target(request)}"];
        Add(parts, "one network interface in each of ", request.SubnetIds);
        Add(parts, "security groups ", request.SecurityGroupIds);
        Add(parts, "routes in ", request.RouteTableIds);
        if (request.PrivateDnsEnabled.Is(true))
        {
            parts.Add("the service's private DNS names in the whole VPC");
        }

        if (request.PolicyDocument.IsKnown)
        {
            parts.Add("an endpoint policy");
        }

        parts.Add(Cost(request, region));
        return string.Join(", ", parts);
    }

    /// <summary>What the settings excuse, as the end of a plan; empty where that is nothing.</summary>
    public static string Excused(string[] errors) =>
        errors.Length == 0 ? string.Empty : $". Excused by the settings: {string.Join(" ", errors).TrimEnd('.')}";

    private static Value<string> Target(EndpointConfig request) =>
        !request.ServiceName.IsAbsent ? request.ServiceName : !request.ResourceConfigurationArn.IsAbsent ? request.ResourceConfigurationArn : request.ServiceNetworkArn;

    private static void Add(List<string> parts, string words, ValueList<Value<string>> ids)
    {
        if (!ids.IsAbsent)
        {
            parts.Add(words + ids);
        }
    }

    private static string Cost(EndpointConfig request, string region)
    {
        if (request.VpcEndpointType.Is(EndpointTypes.Gateway))
        {
            return "free of charge";
        }

        string? item = request.VpcEndpointType.Is(EndpointTypes.Interface) ? "interface-hour" : request.VpcEndpointType.Is(EndpointTypes.GatewayLoadBalancer) ? "gwlb-hour" : null;
        return item is not null && PriceList.Shipped.Find(region, item) is { } price
            ? string.Create(CultureInfo.InvariantCulture, $"{price.Amount * CostModel.HoursPerMonth * request.SubnetIds.Count:F2} USD a month before data (list price of {price.Date:yyyy-MM-dd})")
            : $"an hourly charge for each zone (its price in {region} is not in this version's list)";
    }
}
