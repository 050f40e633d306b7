using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Creation;

/// <summary>The client token of a request: the same request has the same one, in every process, so that it makes one endpoint however often it is sent.</summary>
/// <remarks>Source: CreateVpcEndpoint, ClientToken, at most 64 characters. EC2 remembers a token after the endpoint is gone: then the next generation serves.</remarks>
public static class CreationToken
{
    /// <summary>The token of a generation.</summary>
    /// <param name="request">The request, complete.</param>
    /// <param name="region">Where it is sent.</param>
    /// <param name="generation">From 0, one more for each endpoint of this request that is gone.</param>
    public static string Of(EndpointConfig request, string region, int generation)
    {
        ArgumentNullException.ThrowIfNull(request);
        StringBuilder text = new();
        foreach (object? part in new object?[]
        {
            region, generation, request.VpcEndpointType, request.VpcId, request.ServiceName, request.ServiceRegion, request.ResourceConfigurationArn, request.ServiceNetworkArn,
            Sorted(request.SubnetIds), Sorted(request.SecurityGroupIds), Sorted(request.RouteTableIds), request.PolicyDocument, request.PrivateDnsEnabled, request.IpAddressType,
            request.DnsOptions.DnsRecordIpType, request.DnsOptions.PrivateDnsOnlyForInboundResolverEndpoint, request.DnsOptions.PrivateDnsPreference,
            string.Join(',', request.DnsOptions.PrivateDnsSpecifiedDomains),
            string.Join(',', request.SubnetConfigurations.Select(one => $"{one.SubnetId}={one.Ipv4}/{one.Ipv6}")),
            string.Join(',', request.Tags.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal)),
        })
        {
            text.Append(CultureInfo.InvariantCulture, $"{part}\n");
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static string Sorted(ValueList<Value<string>> ids) => string.Join(',', ids.Select(id => id.ToString()).Order(StringComparer.Ordinal));
}
