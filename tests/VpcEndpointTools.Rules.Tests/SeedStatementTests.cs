using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Tests;

/// <summary>The cheat sheet of 2023-04-10, statement by statement: what a configuration or a snapshot can decide gets today's verdict, and
/// what is outdated is no error any more.</summary>
public sealed class SeedStatementTests
{
    private static readonly RuleEvaluator Evaluator = new();

    private static IReadOnlyList<string> Errors(EndpointConfig config, NetworkSnapshot? snapshot = null) =>
        [.. Evaluator.Evaluate(config, snapshot ?? Given.Snapshot).Findings.Where(f => f.Severity == "Error").Select(f => f.RuleId).Distinct()];

    private static IReadOnlyList<string> Findings(EndpointConfig config, NetworkSnapshot? snapshot = null) =>
        [.. Evaluator.Evaluate(config, snapshot ?? Given.Snapshot).Findings.Select(f => f.RuleId).Distinct()];

    private static NetworkSnapshot WithoutServices => Given.Snapshot with { ServiceDetails = null };

    // Interface endpoints

    [Theory(DisplayName = "S-I1 an interface endpoint leads to an AWS service or an endpoint service")]
    [InlineData("com.amazonaws.eu-west-1.ssm")]
    [InlineData("aws.api.eu-west-1.qbusiness")]
    [InlineData("api.aws.eu-west-1.cassandra-streams")]
    [InlineData("aws.sagemaker.eu-west-1.notebook")]
    [InlineData("com.amazonaws.iam")]
    [InlineData("com.amazonaws.vpce.eu-west-1.vpce-svc-0a1b2c3d4e5f60718")]
    public void SI1(string service) =>
        Assert.Empty(Errors(Given.Interface with { ServiceName = service, PrivateDnsEnabled = false }, WithoutServices));

    [Fact(DisplayName = "S-I1 resources and service networks have types of their own")]
    public void SI1Resource() => Assert.Equal(["VPCE-S005"], Errors(Given.Resource with { VpcEndpointType = "Interface" }));

    [Fact(DisplayName = "S-I2 only one subnet per Availability Zone: holds")]
    public void SI2() => Assert.Equal(
        ["VPCE-N001"],
        Errors(Given.Interface, Given.Snapshot with { Subnets = [Given.Snapshot.Subnets![0], Given.Subnet(Given.SubnetB, "eu-west-1a", "euw1-az1")] }));

    [Fact(DisplayName = "S-I3 regional: outdated, a cross-Region interface endpoint is no error")]
    public void SI3() => Assert.Empty(Errors(Given.Interface with { ServiceName = "com.amazonaws.us-east-1.kms", ServiceRegion = "us-east-1" }));

    [Fact(DisplayName = "S-I3 without ServiceRegion the other Region's name is still one")]
    public void SI3WithoutServiceRegion() => Assert.Equal(["VPCE-S016"], Errors(Given.Interface with { ServiceName = "com.amazonaws.us-east-1.kms" }));

    [Theory(DisplayName = "S-I4 security groups: interface, resource, service network and tunnel endpoints have them")]
    [InlineData("Interface")]
    [InlineData("Resource")]
    [InlineData("ServiceNetwork")]
    [InlineData("Tunnel")]
    public void SI4(string type) => Assert.Empty(Errors(Given.OfEachType.Single(config => config.VpcEndpointType.Is(type)) with { SecurityGroupIds = [Given.GroupId] }));

    [Fact(DisplayName = "S-I5 reachable from elsewhere: an S3 interface endpoint for on-premises clients is not called a waste")]
    public void SI5() => Assert.DoesNotContain(
        "VPCE-C001",
        Findings(Given.Interface with
        {
            ServiceName = "com.amazonaws.eu-west-1.s3",
            DnsOptions = new DnsOptions { PrivateDnsOnlyForInboundResolverEndpoint = true },
        }));

    [Fact(DisplayName = "S-I7a IPv4 only: outdated, a dualstack interface endpoint is no error")]
    public void SI7a() => Assert.Empty(Errors(
        Given.Interface with { IpAddressType = "dualstack", DnsOptions = new DnsOptions { DnsRecordIpType = "dualstack" } },
        Given.Snapshot with
        {
            ServiceDetails = [Given.Service("com.amazonaws.eu-west-1.ssm", "Interface", "ssm.eu-west-1.amazonaws.com") with { SupportedIpAddressTypes = ["ipv6", "ipv4"] }],
        }));

    [Fact(DisplayName = "S-I7a IPv6 is one where a subnet still has IPv4")]
    public void SI7aIpv6() => Assert.Contains("VPCE-N005", Errors(Given.Interface with { IpAddressType = "ipv6" }));

    [Fact(DisplayName = "S-I8 a policy can be added: not to every service")]
    public void SI8()
    {
        Assert.Empty(Errors(Given.Interface));
        Assert.Contains("VPCE-P013", Findings(Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.transfer.server", PrivateDnsEnabled = false }, WithoutServices));
    }

    [Fact(DisplayName = "S-I9 a policy does not override others: one with Deny statements only allows nothing")]
    public void SI9() => Assert.Equal(
        ["VPCE-P006"], Errors(Given.Interface with { PolicyDocument = """{"Statement":[{"Effect":"Deny","Principal":"*","Action":"ssm:Delete*","Resource":"*"}]}""" }));

    [Theory(DisplayName = "S-I10 usable once accepted: rejected, failed and expired endpoints are not")]
    [InlineData("rejected", true)]
    [InlineData("failed", true)]
    [InlineData("expired", true)]
    [InlineData("available", false)]
    [InlineData("pendingAcceptance", false)]
    public void SI10(string state, bool error) => Assert.Equal(error ? ["VPCE-L002"] : [], Errors(Given.Existing(Given.Interface) with { State = state }));

    [Fact(DisplayName = "S-I12 all but S3 have private DNS: outdated, S3 has it")]
    public void SI12S3() => Assert.Empty(Errors(
        Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.s3" },
        Given.Snapshot with { VpcEndpoints = [Given.Existing(Given.Gateway)] }));

    [Fact(DisplayName = "S-I12 S3 private DNS for the inbound resolver only needs a gateway endpoint")]
    public void SI12S3WithoutGateway() => Assert.Equal(["VPCE-D004"], Errors(Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.s3" }));

    [Fact(DisplayName = "S-I12 all but S3 have private DNS: outdated, DynamoDB has none; without it its interface endpoint is no error")]
    public void SI12DynamoDb()
    {
        EndpointConfig dynamoDb = Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.dynamodb" };
        Assert.Equal(["VPCE-D003"], Errors(dynamoDb));
        Assert.Empty(Errors(dynamoDb with { PrivateDnsEnabled = false }));
    }

    [Fact(DisplayName = "S-I12 private DNS needs both VPC attributes")]
    public void SI12Attributes() => Assert.Equal(
        ["VPCE-D001"],
        Errors(Given.Interface, Given.Snapshot with { Vpcs = [new Vpc { VpcId = Given.VpcId, EnableDnsSupport = true, EnableDnsHostnames = false }] }));

    // Gateway endpoints

    [Theory(DisplayName = "S-G1 S3 and DynamoDB: and S3 Express")]
    [InlineData("s3", false)]
    [InlineData("dynamodb", false)]
    [InlineData("s3express", false)]
    [InlineData("ssm", true)]
    public void SG1(string service, bool error) =>
        Assert.Equal(error ? ["VPCE-S003"] : [], Errors(Given.Gateway with { ServiceName = $"com.amazonaws.eu-west-1.{service}" }, WithoutServices));

    [Fact(DisplayName = "S-G1 an omitted type is Gateway, which ssm has not")]
    public void SG1Omitted()
    {
        ConfigTestResult result = Evaluator.Evaluate(Given.Interface with { VpcEndpointType = default }, Given.Snapshot);
        Finding finding = Assert.Single(result.Findings, f => f.Severity == "Error");
        Assert.Equal("VPCE-S002", finding.RuleId);
        Assert.Contains("defaults to Gateway", finding.Message, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "S-G2 several gateway endpoints in a VPC: no error")]
    public void SG2() => Assert.Empty(Errors(
        Given.Gateway with { ServiceName = "com.amazonaws.eu-west-1.dynamodb" }, Given.Snapshot with { VpcEndpoints = [Given.Existing(Given.Gateway)] }));

    [Fact(DisplayName = "S-G3 several endpoints of one service on different route tables: no error")]
    public void SG3() => Assert.Empty(Errors(Given.Gateway, Given.Snapshot with { VpcEndpoints = [Given.Existing(Given.Gateway) with { RouteTableIds = [Given.TableB] }] }));

    [Fact(DisplayName = "S-G4 not two endpoint routes to one service in one table: holds; S3 beside DynamoDB is fine")]
    public void SG4()
    {
        NetworkSnapshot snapshot = Given.Snapshot with { VpcEndpoints = [Given.Existing(Given.Gateway)] };
        Assert.Equal(["VPCE-R001"], Errors(Given.Gateway, snapshot));
        Assert.Empty(Errors(Given.Gateway with { ServiceName = "com.amazonaws.eu-west-1.dynamodb" }, snapshot));
    }

    [Fact(DisplayName = "S-G6 same Region only: holds for gateway endpoints")]
    public void SG6()
    {
        Assert.Equal(["VPCE-S016"], Errors(Given.Gateway with { ServiceName = "com.amazonaws.us-east-1.s3" }));
        Assert.Equal(["VPCE-S017"], Errors(Given.Gateway with { ServiceName = "com.amazonaws.us-east-1.s3", ServiceRegion = "us-east-1" }));
    }

    [Fact(DisplayName = "S-G7 no endpoint to a service in another Region: true of gateway endpoints, outdated for interface endpoints")]
    public void SG7()
    {
        Assert.NotEmpty(Errors(Given.Gateway with { ServiceName = "com.amazonaws.us-east-1.s3" }));
        Assert.Empty(Errors(Given.Interface with { ServiceName = "com.amazonaws.us-east-1.s3", ServiceRegion = "us-east-1" }));
    }

    [Theory(DisplayName = "S-G8 IPv4 only: outdated, gateway endpoints take IPv6 and dualstack")]
    [InlineData("ipv6")]
    [InlineData("dualstack")]
    public void SG8(string type) => Assert.Empty(Errors(
        Given.Gateway with { IpAddressType = type, DnsOptions = new DnsOptions { DnsRecordIpType = "service-defined" } }, WithoutServices));

    [Fact(DisplayName = "S-G8 DynamoDB's gateway endpoint takes service-defined DNS records only")]
    public void SG8DynamoDb() => Assert.Equal(
        ["VPCE-D006"],
        Errors(
            Given.Gateway with { ServiceName = "com.amazonaws.eu-west-1.dynamodb", IpAddressType = "dualstack", DnsOptions = new DnsOptions { DnsRecordIpType = "ipv6" } },
            WithoutServices));

    [Fact(DisplayName = "S-G10 used through associated tables: without one nothing uses it")]
    public void SG10() => Assert.Contains("VPCE-R002", Findings(Given.Gateway with { RouteTableIds = [] }));

    // Gateway Load Balancer endpoints

    [Fact(DisplayName = "S-L1 leads to a GWLB-backed endpoint service, not to an AWS service")]
    public void SL1() => Assert.Equal(["VPCE-S024"], Errors(Given.GatewayLoadBalancer with { ServiceName = "com.amazonaws.eu-west-1.ssm" }));

    [Fact(DisplayName = "S-L2 one subnet: exactly one")]
    public void SL2()
    {
        Assert.Empty(Errors(Given.GatewayLoadBalancer));
        Assert.Equal(["VPCE-S010"], Errors(Given.GatewayLoadBalancer with { SubnetIds = [Given.SubnetA, Given.SubnetB] }));
        Assert.Equal(["VPCE-S010"], Errors(Given.GatewayLoadBalancer with { SubnetIds = [] }));
    }

    [Fact(DisplayName = "S-L4 available when accepted: a rejected one is not")]
    public void SL4() => Assert.Equal(["VPCE-L002"], Errors(Given.Existing(Given.GatewayLoadBalancer) with { State = "rejected" }));

    [Fact(DisplayName = "S-L5 security groups unsupported: holds")]
    public void SL5() => Assert.Equal(["VPCE-S008"], Errors(Given.GatewayLoadBalancer with { SecurityGroupIds = [Given.GroupId] }));

    [Fact(DisplayName = "S-L6 endpoint policies unsupported: holds")]
    public void SL6() => Assert.Equal(["VPCE-S009"], Errors(Given.GatewayLoadBalancer with { PolicyDocument = Given.PerimeterPolicy }));

    [Fact(DisplayName = "S-L7 IPv4 only: outdated, a dualstack Gateway Load Balancer endpoint is no error")]
    public void SL7() => Assert.Empty(Errors(
        Given.GatewayLoadBalancer with { IpAddressType = "dualstack" },
        Given.Snapshot with { ServiceDetails = [Given.Service(Given.GwlbService, "GatewayLoadBalancer", null) with { SupportedIpAddressTypes = ["ipv4", "ipv6"] }] }));
}
