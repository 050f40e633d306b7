using Amazon.EC2;
using Amazon.EC2.Model;
using VpcEndpointTools.Model;
using Tag = Amazon.EC2.Model.Tag;

namespace VpcEndpointTools.Ec2;

/// <summary>Makes the SDK's request of a configuration. What the configuration does not state is not sent; nothing in it may be unknown.</summary>
internal static class RequestWriter
{
    public static CreateVpcEndpointRequest Of(EndpointConfig config)
    {
        CreateVpcEndpointRequest request = new()
        {
            VpcEndpointType = config.VpcEndpointType.KnownOrDefault,
            VpcId = config.VpcId.KnownOrDefault,
            ServiceName = config.ServiceName.KnownOrDefault,
            ServiceRegion = config.ServiceRegion.KnownOrDefault,
            ResourceConfigurationArn = config.ResourceConfigurationArn.KnownOrDefault,
            ServiceNetworkArn = config.ServiceNetworkArn.KnownOrDefault,
            SubnetIds = Texts(config.SubnetIds),
            SecurityGroupIds = Texts(config.SecurityGroupIds),
            RouteTableIds = Texts(config.RouteTableIds),
            PolicyDocument = config.PolicyDocument.KnownOrDefault,
            PrivateDnsEnabled = Flag(config.PrivateDnsEnabled),
            IpAddressType = config.IpAddressType.KnownOrDefault,
        };
        if (!config.SubnetConfigurations.IsAbsent)
        {
            request.SubnetConfigurations = [.. config.SubnetConfigurations.Select(one => new Amazon.EC2.Model.SubnetConfiguration
            {
                SubnetId = one.SubnetId.KnownOrDefault, Ipv4 = one.Ipv4.KnownOrDefault, Ipv6 = one.Ipv6.KnownOrDefault,
            })];
        }

        if (config.DnsOptions != Model.DnsOptions.Absent)
        {
            request.DnsOptions = new DnsOptionsSpecification
            {
                DnsRecordIpType = config.DnsOptions.DnsRecordIpType.KnownOrDefault,
                PrivateDnsOnlyForInboundResolverEndpoint = Flag(config.DnsOptions.PrivateDnsOnlyForInboundResolverEndpoint),
                PrivateDnsPreference = config.DnsOptions.PrivateDnsPreference.KnownOrDefault,
                PrivateDnsSpecifiedDomains = Texts(config.DnsOptions.PrivateDnsSpecifiedDomains),
            };
        }

        if (!config.Tags.IsAbsent)
        {
            request.TagSpecifications = [new TagSpecification { ResourceType = ResourceType.VpcEndpoint, Tags = [.. config.Tags.Select(tag => new Tag(tag.Key.KnownOrDefault, tag.Value.KnownOrDefault ?? string.Empty))] }];
        }

        return request;
    }

    private static List<string>? Texts(ValueList<Value<string>> list) => list.IsAbsent ? null : [.. list.Where(item => item.IsKnown).Select(item => item.Known)];

    private static bool? Flag(Value<bool> flag) => flag.IsKnown ? flag.Known : null;
}
