namespace VpcEndpointTools.Readers;

/// <summary>The members by which the AWS CLI's files are told apart, beside those that snapshots and endpoints have.</summary>
internal static class AwsInput
{
    /// <summary>Members that say something about a snapshot as a whole.</summary>
    public static readonly IReadOnlyList<string> SnapshotFacts = ["AccountId", "Region", "Complete"];

    /// <summary>Members of an answer that say nothing about endpoints.</summary>
    public static readonly IReadOnlyList<string> AnswerExtras = ["NextToken", "ResponseMetadata", "ServiceNames"];

    /// <summary>Members that AWS's endpoints never have: by them a subnet or an instance is told from an endpoint.</summary>
    public static readonly IReadOnlyList<string> ForeignMarks =
    [
        "CidrBlock", "InstanceId", "GroupName", "Routes", "NatGatewayId", "NetworkInterfaceId", "NetworkAclId", "PeerVpcInfo", "ServiceId",
        "ServiceType",
    ];
}
