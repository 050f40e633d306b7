namespace VpcEndpointTools.Readers.CloudFormation;

/// <summary>What an attribute of a resource is.</summary>
internal enum AttributeMeaning
{
    /// <summary>The id of the resource itself.</summary>
    Id,

    /// <summary>The ARN of the resource itself.</summary>
    Arn,

    /// <summary>The id of something that is made with the resource.</summary>
    Part,

    /// <summary>A property of the resource.</summary>
    Property,

    /// <summary>An attribute of the resource that a property refers to.</summary>
    Through,
}

/// <summary>An attribute of a resource type.</summary>
/// <param name="Meaning">What it is.</param>
/// <param name="Detail">The prefix of a part's id, or the name of the property.</param>
/// <param name="Next">The attribute of the resource that the property refers to.</param>
internal sealed record ResourceAttribute(AttributeMeaning Meaning, string Detail = "", string Next = "");

/// <summary>What Ref and Fn::GetAtt give for a resource type.</summary>
/// <param name="Prefix">The prefix of its ids.</param>
/// <param name="Ref">What Ref gives.</param>
/// <param name="Attributes">What its attributes are; the value of any other is known to AWS alone.</param>
/// <param name="ArnOf">Service and kind in its ARN; null for a type whose ARN nobody asks for here.</param>
internal sealed record ResourceType(
    string Prefix, AttributeMeaning Ref, IReadOnlyDictionary<string, ResourceAttribute> Attributes, string? ArnOf = null);

/// <summary>The resource types that endpoints and their surroundings refer to, with what their attributes mean.</summary>
/// <remarks>Source: "Return values" of each type in the CloudFormation Template Reference
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html), and primaryIdentifier and
/// readOnlyProperties of their resource schemas, read on 2026-11-27.</remarks>
internal static class ResourceTypes
{
    public const string Vpc = "AWS::EC2::VPC";
    public const string Subnet = "AWS::EC2::Subnet";

    private static readonly ResourceAttribute Id = new(AttributeMeaning.Id);
    private static readonly ResourceAttribute Arn = new(AttributeMeaning.Arn);

    private static readonly Dictionary<string, ResourceType> Types = new(StringComparer.Ordinal)
    {
        [Vpc] = Of("vpc", ("VpcId", Id), ("CidrBlock", Same("CidrBlock")), ("DefaultSecurityGroup", Part("sg")), ("DefaultNetworkAcl", Part("acl"))),
        [Subnet] = Of(
            "subnet", ("SubnetId", Id), ("VpcId", Same("VpcId")), ("CidrBlock", Same("CidrBlock")), ("AvailabilityZone", Same("AvailabilityZone")),
            ("AvailabilityZoneId", Same("AvailabilityZoneId")), ("OutpostArn", Same("OutpostArn"))),
        ["AWS::EC2::SecurityGroup"] = Of("sg", ("GroupId", Id), ("Id", Id), ("VpcId", Same("VpcId"))),
        ["AWS::EC2::RouteTable"] = Of("rtb", ("RouteTableId", Id)),
        ["AWS::EC2::NetworkAcl"] = Of("acl", ("Id", Id)),
        ["AWS::EC2::NatGateway"] = Of("nat", ("NatGatewayId", Id), ("EniId", Part("eni"))),
        ["AWS::EC2::InternetGateway"] = Of("igw", ("InternetGatewayId", Id)),
        ["AWS::EC2::EgressOnlyInternetGateway"] = Of("eigw", ("Id", Id)),
        ["AWS::EC2::CarrierGateway"] = Of("cagw", ("CarrierGatewayId", Id)),
        ["AWS::EC2::VPNGateway"] = Of("vgw", ("VPNGatewayId", Id)),
        ["AWS::EC2::VPCEndpoint"] = Of("vpce", ("Id", Id)),
        ["AWS::EC2::VPCPeeringConnection"] = Of("pcx", ("Id", Id)),
        ["AWS::EC2::TransitGateway"] = Of("tgw", ("Id", Id)),
        ["AWS::EC2::TransitGatewayAttachment"] = Of("tgw-attach", ("Id", Id)),
        ["AWS::EC2::TransitGatewayVpcAttachment"] = Of("tgw-attach", ("Id", Id)),
        ["AWS::EC2::NetworkInterface"] = Of("eni", ("Id", Id), ("VpcId", new(AttributeMeaning.Through, "SubnetId", "VpcId"))),
        ["AWS::EC2::Instance"] = Of("i", ("InstanceId", Id), ("VpcId", new(AttributeMeaning.Through, "SubnetId", "VpcId"))),
        ["AWS::EC2::PrefixList"] = Of("pl", ("PrefixListId", Id)),
        ["AWS::EC2::VPCEndpointService"] = Of("vpce-svc", ("ServiceId", Id)),
        ["AWS::VpcLattice::ServiceNetwork"] = OfArn("sn", "vpc-lattice", "servicenetwork"),
        ["AWS::VpcLattice::ResourceConfiguration"] = OfArn("rcfg", "vpc-lattice", "resourceconfiguration"),
    };

    /// <summary>The type of that name; null for one that nothing here refers to.</summary>
    public static ResourceType? Find(string? name) => name is null ? null : Types.GetValueOrDefault(name);

    private static ResourceType Of(string prefix, params (string Name, ResourceAttribute Attribute)[] attributes) => new(
        prefix, AttributeMeaning.Id, attributes.ToDictionary(pair => pair.Name, pair => pair.Attribute, StringComparer.Ordinal));

    private static ResourceType OfArn(string prefix, string service, string kind) => Of(prefix, ("Id", Id), ("Arn", Arn)) with
    {
        Ref = AttributeMeaning.Arn,
        ArnOf = $"{service} {kind}",
    };

    private static ResourceAttribute Same(string property) => new(AttributeMeaning.Property, property);

    private static ResourceAttribute Part(string prefix) => new(AttributeMeaning.Part, prefix);
}
