namespace VpcEndpointTools.Readers;

/// <summary>The members by which the AWS CLI's files are told apart.</summary>
internal static class AwsInput
{
    /// <summary>Members of a snapshot besides VpcEndpoints.</summary>
    public static readonly IReadOnlyList<string> SnapshotLists =
    [
        "Vpcs", "Subnets", "SecurityGroups", "RouteTables", "PrefixLists", "ServiceDetails", "HostedZones", "NetworkAcls", "NatGateways",
        "NetworkInterfaces", "VpcPeeringConnections", "TransitGatewayVpcAttachments", "ResolverEndpoints", "Quotas",
    ];

    /// <summary>Members that say something about a snapshot as a whole.</summary>
    public static readonly IReadOnlyList<string> SnapshotFacts = ["AccountId", "Region", "Complete"];

    /// <summary>Members of an answer that say nothing about endpoints.</summary>
    public static readonly IReadOnlyList<string> AnswerExtras = ["NextToken", "ResponseMetadata", "ServiceNames"];

    /// <summary>Members of a create-vpc-endpoint request.</summary>
    /// <remarks>Source: aws ec2 create-vpc-endpoint --generate-cli-skeleton input; CreateVpcEndpointRequest of AWSSDK.EC2 4.0.132.2.</remarks>
    public static readonly IReadOnlyList<string> RequestMembers =
    [
        "VpcEndpointType", "VpcId", "ServiceName", "ServiceRegion", "ServiceNetworkArn", "ResourceConfigurationArn", "PolicyDocument",
        "RouteTableIds", "SubnetIds", "SubnetConfigurations", "SecurityGroupIds", "IpAddressType", "DnsOptions", "PrivateDnsEnabled",
        "TagSpecifications", "ClientToken", "DryRun",
    ];

    /// <summary>Members any one of which makes an object an endpoint.</summary>
    public static readonly IReadOnlyList<string> EndpointMarks =
    [
        "VpcEndpointId", "VpcEndpointType", "ServiceName", "ServiceNetworkArn", "ResourceConfigurationArn", "RouteTableIds", "SubnetIds",
        "RouteTableId", "SubnetId", "SecurityGroupIds", "SecurityGroupId", "PolicyDocument", "PrivateDnsEnabled", "VpcId",
    ];

    /// <summary>Members that AWS's endpoints never have: by them a subnet or an instance is told from an endpoint.</summary>
    public static readonly IReadOnlyList<string> ForeignMarks =
    [
        "CidrBlock", "InstanceId", "GroupName", "Routes", "NatGatewayId", "NetworkInterfaceId", "NetworkAclId", "PeerVpcInfo", "ServiceId",
        "ServiceType",
    ];
}
