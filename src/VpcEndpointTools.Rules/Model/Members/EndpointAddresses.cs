namespace VpcEndpointTools.Model.Members;

/// <summary>The addresses of an endpoint, by way of its network interfaces: no answer shows what was designated.</summary>
internal static class EndpointAddresses
{
    /// <summary>One entry a subnet of the endpoint; unknown where its interfaces were not read.</summary>
    public static ValueList<SubnetConfiguration> Of(EndpointPair pair)
    {
        EndpointConfig existing = pair.Existing;
        if (existing.SubnetIds.IsAbsent || existing.SubnetIds.IsUnknown || !existing.SubnetIds.All(id => id.IsKnown))
        {
            return ValueList<SubnetConfiguration>.Unknown("the subnets of the endpoint");
        }

        List<NetworkInterface> interfaces = pair.Snapshot is null ? [] :
        [
            .. existing.NetworkInterfaceIds.Where(id => id.IsKnown)
                .Select(id => pair.Snapshot.Index.NetworkInterface(id.Known)).OfType<NetworkInterface>(),
        ];
        return
        [
            .. existing.SubnetIds.Select(subnet => In(
                subnet,
                interfaces.Find(item => item.SubnetId == subnet),
                pair.Request.SubnetConfigurations.FirstOrDefault(one => one.SubnetId == subnet))),
        ];
    }

    private static SubnetConfiguration In(Value<string> subnet, NetworkInterface? item, SubnetConfiguration? wanted)
    {
        Value<string> unknown = Value<string>.Unknown($"an address in {subnet}");
        return new SubnetConfiguration
        {
            SubnetId = subnet,
            Ipv4 = item is null || item.PrivateIpAddress.IsAbsent ? unknown : item.PrivateIpAddress,
            Ipv6 = item?.Ipv6Addresses is not { IsUnknown: false } addresses ? unknown
                : addresses.FirstOrDefault(
                    address => wanted is not null && !SubnetConfigurationsKind.Differ(wanted.Ipv6, address),
                    addresses.Count > 0 ? addresses[0] : default),
        };
    }
}
