using VpcEndpointTools.Model;

namespace VpcEndpointTools.Creation;

/// <summary>Puts a request into the one order in which it is shown, sent and hashed.</summary>
/// <remarks>EC2 compares the parameters of a repeated client token as they were sent: the same ids in another order are other ones.</remarks>
public static class CanonicalRequest
{
    /// <summary>The request with its ids, domains, addresses and tags in ordinal order.</summary>
    /// <param name="request">The request, complete.</param>
    public static EndpointConfig Of(EndpointConfig request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request with
        {
            SubnetIds = Sorted(request.SubnetIds),
            SecurityGroupIds = Sorted(request.SecurityGroupIds),
            RouteTableIds = Sorted(request.RouteTableIds),
            SubnetConfigurations = Sorted(request.SubnetConfigurations, one => $"{one.SubnetId} {one.Ipv4} {one.Ipv6}"),
            Tags = Sorted(request.Tags, tag => $"{tag.Key}={tag.Value}"),
            DnsOptions = request.DnsOptions == DnsOptions.Absent
                ? request.DnsOptions
                : request.DnsOptions with { PrivateDnsSpecifiedDomains = Sorted(request.DnsOptions.PrivateDnsSpecifiedDomains) },
        };
    }

    private static ValueList<Value<string>> Sorted(ValueList<Value<string>> list) => Sorted(list, item => item.ToString());

    private static ValueList<T> Sorted<T>(ValueList<T> list, Func<T, string> text) =>
        list.IsAbsent || list.IsUnknown ? list : [.. list.OrderBy(text, StringComparer.Ordinal)];
}
