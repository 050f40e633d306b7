using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.CloudFormation;

/// <summary>What Ref and Fn::GetAtt of a resource give: an id that stands for the one it will have, a property of it, or something only AWS knows.</summary>
internal sealed class References(Template template, Deployment deployment)
{
    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.Ordinal)
    {
        ["AWS::EC2::VPC"] = "vpc",
        ["AWS::EC2::Subnet"] = "subnet",
        ["AWS::EC2::SecurityGroup"] = "sg",
        ["AWS::EC2::RouteTable"] = "rtb",
        ["AWS::EC2::NetworkAcl"] = "acl",
        ["AWS::EC2::NatGateway"] = "nat",
        ["AWS::EC2::InternetGateway"] = "igw",
        ["AWS::EC2::EgressOnlyInternetGateway"] = "eigw",
        ["AWS::EC2::VPNGateway"] = "vgw",
        ["AWS::EC2::VPCEndpoint"] = "vpce",
        ["AWS::EC2::VPCPeeringConnection"] = "pcx",
        ["AWS::EC2::TransitGateway"] = "tgw",
        ["AWS::EC2::TransitGatewayAttachment"] = "tgw-attach",
        ["AWS::EC2::TransitGatewayVpcAttachment"] = "tgw-attach",
        ["AWS::EC2::NetworkInterface"] = "eni",
        ["AWS::EC2::PrefixList"] = "pl",
    };

    // Attributes that are the resource's id once more.
    private static readonly string[] IdAttributes = ["VpcId", "SubnetId", "GroupId", "RouteTableId", "NetworkAclId", "NatGatewayId", "InternetGatewayId", "PrefixListId", "Id"];

    // Attributes that are a property of the same name.
    private static readonly string[] SameProperties = ["CidrBlock", "AvailabilityZone", "Ipv6Native"];

    private readonly Dictionary<(string, string), InputNode?> _attributes = [];

    /// <summary>What Ref gives.</summary>
    public InputNode Ref(string name, InputNode where) => Prefix(name) is { } prefix
        ? BuiltNode.OfText(deployment.Ids.For(prefix, name), where)
        : BuiltNode.OfUnknown($"${{{name}}}", where);

    /// <summary>What Fn::GetAtt gives.</summary>
    public InputNode Attribute(string name, string attribute, InputNode where)
    {
        if (Prefix(name) is not null && IdAttributes.Contains(attribute, StringComparer.Ordinal))
        {
            return Ref(name, where);
        }

        if (attribute is "DefaultSecurityGroup" or "DefaultNetworkAcl" && template.TypeOf(name) == "AWS::EC2::VPC")
        {
            return BuiltNode.OfText(deployment.Ids.For(attribute == "DefaultSecurityGroup" ? "sg" : "acl", $"{name}.{attribute}"), where);
        }

        return Property(name, attribute) ?? BuiltNode.OfUnknown($"${{{name}.{attribute}}}", where);
    }

    // Each is resolved once; one that leads back to itself is unknown.
    private InputNode? Property(string name, string attribute)
    {
        if (!SameProperties.Contains(attribute, StringComparer.Ordinal) || Prefix(name) is null || template.Resources[name].Member("Properties")?.Member(attribute) is not { } property)
        {
            return null;
        }

        if (_attributes.TryAdd((name, attribute), null))
        {
            _attributes[(name, attribute)] = deployment.Values.Resolve(property);
        }

        return _attributes[(name, attribute)];
    }

    private string? Prefix(string name) => template.TypeOf(name) is { } type ? Prefixes.GetValueOrDefault(type) : null;
}
