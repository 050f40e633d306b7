using System.Globalization;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Tests.Performance;

/// <summary>A Region with many VPCs of 20 endpoints each, and everything around them that a rule may look at.</summary>
internal static class LargeNetwork
{
    public const int EndpointsPerVpc = 20;

    private static readonly string[] Services =
    [
        "ssm", "sqs", "sns", "kms", "logs", "sts", "monitoring", "ecr.api", "ecr.dkr", "lambda", "ecs", "events", "states", "athena", "glue", "rds",
        "ec2", "elasticfilesystem", "secretsmanager", "s3",
    ];

    /// <summary>A complete snapshot with that many endpoints.</summary>
    public static NetworkSnapshot Make(int endpoints)
    {
        int vpcs = endpoints / EndpointsPerVpc;
        int[] numbers = [.. Enumerable.Range(0, vpcs)];
        return Given.Snapshot with
        {
            AccountId = "111122223333",
            ServiceDetails = [.. Services.Append("kinesis-streams").Select(Detail), Given.Service("com.amazonaws.eu-west-1.s3", EndpointTypes.Gateway, null)],
            Vpcs = [.. numbers.Select(v => new Vpc { VpcId = Id("vpc", v), CidrBlocks = ["10.0.0.0/16"], EnableDnsSupport = true, EnableDnsHostnames = true })],
            Subnets = [.. numbers.SelectMany(v => new[] { 0, 1 }.Select(zone => Given.Subnet(Id("subnet", (2 * v) + zone), "eu-west-1" + "ab"[zone], $"euw1-az{zone + 1}") with
            {
                VpcId = Id("vpc", v), CidrBlock = $"10.0.{zone}.0/24", OwnerId = "111122223333",
            }))],
            SecurityGroups = [.. numbers.Select(v => new SecurityGroup
            {
                GroupId = Id("sg", v), VpcId = Id("vpc", v), GroupName = "endpoints",
                IpPermissions = [new IpPermission { IpProtocol = "tcp", FromPort = 443, ToPort = 443, Ipv4Ranges = ["10.0.0.0/16"] }],
                IpPermissionsEgress = [new IpPermission { IpProtocol = "-1", Ipv4Ranges = ["0.0.0.0/0"] }],
            })],
            RouteTables = [.. numbers.Select(v => Given.Table(Id("rtb", v)) with
            {
                VpcId = Id("vpc", v),
                Associations = [new RouteTableAssociation { Main = true }, .. new[] { 0, 1 }.Select(zone => new RouteTableAssociation { SubnetId = Id("subnet", (2 * v) + zone), Main = false })],
            })],
            NetworkAcls = [.. numbers.Select(v => new NetworkAcl
            {
                NetworkAclId = Id("acl", v), VpcId = Id("vpc", v), SubnetIds = [Id("subnet", 2 * v), Id("subnet", (2 * v) + 1)],
                Entries = [.. new[] { true, false }.SelectMany(egress => new[] { Entry(100, egress, "allow"), Entry(32767, egress, "deny") })],
            })],
            NatGateways = [.. numbers.Select(v => new NatGateway { NatGatewayId = Id("nat", v), VpcId = Id("vpc", v), SubnetId = Id("subnet", 2 * v), State = "available", ConnectivityType = "public" })],
            NetworkInterfaces = [.. numbers.Select(v => new NetworkInterface { NetworkInterfaceId = Id("eni", v), VpcId = Id("vpc", v), SubnetId = Id("subnet", 2 * v), InterfaceType = "interface" })],
            VpcPeeringConnections = [],
            TransitGatewayVpcAttachments = [],
            ResolverEndpoints = [],
            VpcEndpoints = [.. Enumerable.Range(0, vpcs * EndpointsPerVpc).Select(Endpoint)],
        };
    }

    /// <summary>A request for one more endpoint in the first VPC.</summary>
    public static EndpointConfig Request { get; } = Given.Interface with
    {
        VpcId = Id("vpc", 0),
        ServiceName = "com.amazonaws.eu-west-1.kinesis-streams",
        SubnetIds = [Id("subnet", 0), Id("subnet", 1)],
        SecurityGroupIds = [Id("sg", 0)],
        IpAddressType = "ipv4",
        PrivateDnsEnabled = true,
        Tags = [new Tag("Name", "kinesis"), new Tag("Environment", "prod"), new Tag("Owner", "platform")],
        DnsOptions = new DnsOptions { DnsRecordIpType = "ipv4" },
        PolicyDocument = Policy,
    };

    /// <summary>A data perimeter as it is written for production.</summary>
    public const string Policy =
        """
        {"Version":"2012-10-17","Statement":[
        {"Sid":"OwnCallersToOwnResources","Effect":"Allow","Principal":"*","Action":"*","Resource":"*",
        "Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-1234567890","aws:ResourceOrgID":"o-1234567890"}}},
        {"Sid":"ServicesOnOurBehalf","Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"Bool":{"aws:PrincipalIsAWSService":"true"}}},
        {"Sid":"NotFromElsewhere","Effect":"Deny","Principal":"*","Action":"kinesis:PutRecords","Resource":"arn:aws:kinesis:eu-west-1:111122223333:stream/orders",
        "Condition":{"StringNotEquals":{"aws:PrincipalAccount":["111122223333","444455556666"]}}}]}
        """;

    /// <summary>The same request as 'aws ec2 create-vpc-endpoint --cli-input-json' takes it.</summary>
    public static string RequestJson { get; } =
        $$"""
        {
          "VpcEndpointType": "Interface",
          "VpcId": "{{Request.VpcId}}",
          "ServiceName": "{{Request.ServiceName}}",
          "SubnetIds": ["{{Request.SubnetIds[0]}}", "{{Request.SubnetIds[1]}}"],
          "SecurityGroupIds": ["{{Request.SecurityGroupIds[0]}}"],
          "IpAddressType": "ipv4",
          "PrivateDnsEnabled": true,
          "DnsOptions": { "DnsRecordIpType": "ipv4" },
          "PolicyDocument": {{System.Text.Json.JsonSerializer.Serialize(Policy)}},
          "TagSpecifications": [{ "ResourceType": "vpc-endpoint", "Tags": [
            { "Key": "Name", "Value": "kinesis" }, { "Key": "Environment", "Value": "prod" }, { "Key": "Owner", "Value": "platform" }] }]
        }
        """;

    private static EndpointConfig Endpoint(int number)
    {
        int v = number / EndpointsPerVpc;
        string service = Services[number % EndpointsPerVpc];
        EndpointConfig config = service == "s3"
            ? Given.Gateway with { RouteTableIds = [Id("rtb", v)] }
            : Given.Interface with { SubnetIds = [Id("subnet", 2 * v), Id("subnet", (2 * v) + 1)], SecurityGroupIds = [Id("sg", v)] };
        return Given.Existing(config, Id("vpce", number)) with { VpcId = Id("vpc", v), ServiceName = $"com.amazonaws.eu-west-1.{service}", RequesterManaged = false };
    }

    private static ServiceDetail Detail(string name) => Given.Service($"com.amazonaws.eu-west-1.{name}", EndpointTypes.Interface, $"{name}.eu-west-1.amazonaws.com") with
    {
        AvailabilityZones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"],
    };

    private static NetworkAclEntry Entry(long number, bool egress, string action) =>
        new() { RuleNumber = number, Egress = egress, RuleAction = action, Protocol = "-1", CidrBlock = "0.0.0.0/0" };

    private static string Id(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-0{number:x16}");
}
