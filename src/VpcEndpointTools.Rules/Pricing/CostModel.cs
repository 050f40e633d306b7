using System.Globalization;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Pricing;

/// <summary>What endpoints and NAT gateways cost a month in one Region, in exact decimal arithmetic.</summary>
/// <remarks>Billed by the started hour, endpoint and zone whatever the state; data in both directions. Source: https://aws.amazon.com/privatelink/pricing/.</remarks>
public sealed class CostModel
{
    /// <summary>AWS's own month in price examples.</summary>
    public const int HoursPerMonth = 730;

    private readonly PriceList _prices;
    private readonly string? _region;

    /// <summary>A model.</summary>
    /// <param name="prices">The prices.</param>
    /// <param name="region">Where; null where nobody said it.</param>
    public CostModel(PriceList prices, string? region)
    {
        _prices = prices;
        _region = region;
    }

    /// <summary>An endpoint of that type.</summary>
    /// <param name="type">The endpoint type.</param>
    /// <param name="zones">In how many zones.</param>
    /// <param name="monthlyGB">GB a month; null for the hours alone.</param>
    public CostEstimate Endpoint(string type, int zones, decimal? monthlyGB)
    {
        string zoneWords = string.Create(CultureInfo.InvariantCulture, $"{zones} zone(s)");
        return type switch
        {
            EndpointTypes.Gateway => CostEstimate.Free,
            EndpointTypes.Interface => Lines(PriceItems.InterfaceHour, $"Interface endpoint, {zoneWords}", zones * HoursPerMonth) + Data(PriceItems.InterfaceGB, "Data through the interface endpoint", monthlyGB),
            EndpointTypes.GatewayLoadBalancer =>
                Lines(PriceItems.GatewayLoadBalancerHour, $"Gateway Load Balancer endpoint, {zoneWords}", zones * HoursPerMonth) + Data(PriceItems.GatewayLoadBalancerGB, "Data through the Gateway Load Balancer endpoint", monthlyGB),

            // Whether it multiplies by the zones is not said where the price stands: counted once.
            EndpointTypes.Resource or EndpointTypes.Tunnel =>
                Lines(PriceItems.ResourceHour, $"{type} endpoint", HoursPerMonth) + Data(PriceItems.ResourceGB, $"Data through the {type.ToLowerInvariant()} endpoint", monthlyGB),
            _ => new CostEstimate([], "the price of a service network endpoint: it is that of the resources in it"),
        };
    }

    /// <summary>Data through a NAT gateway that is there anyhow.</summary>
    public CostEstimate NatData(decimal monthlyGB) => Lines(PriceItems.NatGB, "Data through the NAT gateway", monthlyGB);

    /// <summary>NAT gateways with their public addresses, without data.</summary>
    public CostEstimate NatGateways(int count) =>
        Lines(PriceItems.NatHour, string.Create(CultureInfo.InvariantCulture, $"NAT gateway, {count} of them"), count * HoursPerMonth)
        + Lines(PriceItems.Ipv4Hour, string.Create(CultureInfo.InvariantCulture, $"Public IPv4 address, {count} of them"), count * HoursPerMonth);

    /// <summary>From how many GB a month an endpoint is cheaper than a NAT gateway that is there anyhow; null where a price is missing.</summary>
    public decimal? BreakEvenGB(string type, int zones)
    {
        decimal? perGB = Endpoint(type, zones, 1).Total - Endpoint(type, zones, null).Total;
        decimal? spared = NatData(1).Total - perGB;
        return spared > 0 && Endpoint(type, zones, null).Total is { } hours ? Math.Round(hours / spared.Value, 0, MidpointRounding.AwayFromZero) : null;
    }

    private CostEstimate Data(string item, string name, decimal? gigabytes) => gigabytes is null ? CostEstimate.Free : Lines(item, name, gigabytes.Value);

    private CostEstimate Lines(string item, string name, decimal quantity)
    {
        IReadOnlyList<Price> steps = _region is null ? [] : _prices.Steps(_region, item);
        if (steps.Count == 0)
        {
            return new CostEstimate([], _region is null ? "the Region" : $"a price for {_region} ({item})");
        }

        List<CostLine> lines = [];
        foreach (Price step in steps.Where(step => quantity > step.From || step.From == 0))
        {
            decimal within = Math.Min(quantity, step.To ?? quantity) - step.From;
            lines.Add(new CostLine(name, within, step.Unit, step.Amount, step.Source, step.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }

        return new CostEstimate([.. lines]);
    }
}
