using System.Text;
using System.Text.Json;
using VpcEndpointTools.Readers.Templates;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.CloudFormation;

/// <summary>Reads AWS::EC2::VPCEndpoint as a create-vpc-endpoint request.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html.</remarks>
internal static class EndpointResources
{
    public const string Type = "AWS::EC2::VPCEndpoint";

    private static readonly string[] AsTheyAre =
    [
        "VpcEndpointType", "VpcId", "ServiceName", "ServiceRegion", "ServiceNetworkArn", "ResourceConfigurationArn", "IpAddressType",
    ];

    private static readonly string[] MadeByMacros = ["VpcEndpointType", "VpcId", "ServiceName", "IpAddressType", "RouteTableIds", "SubnetIds", "SecurityGroupIds", "PolicyDocument"];

    private static readonly string[] Lists = ["RouteTableIds", "SubnetIds", "SecurityGroupIds"];

    /// <summary>The request.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="properties">Its properties.</param>
    /// <param name="deployment">What the template is deployed with.</param>
    /// <param name="macro">A macro that may add whatever is not there; null without one.</param>
    public static BuiltNode Read(InputNode resource, InputNode? properties, Deployment deployment, string? macro)
    {
        Properties given = new(properties, deployment);
        BuiltNode request = BuiltNode.OfObject(resource);
        foreach (string name in AsTheyAre)
        {
            request.With(name, given[name]);
        }

        foreach (string name in Lists)
        {
            // CloudFormation takes one id for a list of one.
            request.With(name, given[name] is { Kind: InputKind.Text } single ? BuiltNode.OfList([single], single) : given[name]);
        }

        // What CloudFormation leaves out is off.
        bool canHaveNames = given["VpcEndpointType"] is { Kind: InputKind.Unknown } or { Text: "Interface" };
        request.With("PrivateDnsEnabled", given.Flag("PrivateDnsEnabled") ?? (canHaveNames ? BuiltNode.OfFlag(false, resource) : null));
        request.With("PolicyDocument", Policy(given["PolicyDocument"]));
        request.With("DnsOptions", Dns(given["DnsOptions"]));
        request.With("Tags", given["Tags"] is { Kind: InputKind.List } tags && !Intrinsics.HasUnknown(tags) ? tags : null);
        foreach (string name in MadeByMacros.Where(name => macro is not null && request.Member(name) is null))
        {
            request.With(name, BuiltNode.OfUnknown($"{name}, which the macro {macro} may add", resource));
        }

        return request;
    }

    private static InputNode? Policy(InputNode? policy)
    {
        if (policy is null or { Kind: not (InputKind.Object or InputKind.List) })
        {
            return policy;
        }

        if (Intrinsics.HasUnknown(policy))
        {
            return BuiltNode.OfUnknown("PolicyDocument, in which something is known only at deploy time", policy);
        }

        using MemoryStream text = new();
        using (Utf8JsonWriter writer = new(text))
        {
            InputNodeJson.Write(policy, writer);
        }

        return BuiltNode.OfText(Encoding.UTF8.GetString(text.ToArray()), policy);
    }

    private static BuiltNode? Dns(InputNode? options)
    {
        if (options is not { Kind: InputKind.Object })
        {
            return null;
        }

        InputNode? onlyInbound = options.Member("PrivateDnsOnlyForInboundResolverEndpoint");
        return BuiltNode.OfObject(options)
            .With("DnsRecordIpType", options.Member("DnsRecordIpType"))
            .With("PrivateDnsPreference", options.Member("PrivateDnsPreference"))
            .With("PrivateDnsSpecifiedDomains", options.Member("PrivateDnsSpecifiedDomains"))
            .With("PrivateDnsOnlyForInboundResolverEndpoint", onlyInbound is { Kind: InputKind.Text } && Enum.TryParse(onlyInbound.Text, ignoreCase: true, out OnlyInbound known) ? BuiltNode.OfFlag(known is OnlyInbound.True or OnlyInbound.OnlyInboundResolver, onlyInbound) : onlyInbound is { Kind: InputKind.Unknown } ? onlyInbound : null);
    }

    // CloudFormation has words of its own for this flag.
    private enum OnlyInbound
    {
        False,
        True,
        AllResolvers,
        OnlyInboundResolver,
    }
}
