namespace VpcEndpointTools.Readers.Tests.CloudFormation;

/// <summary>Keys that stand twice, YAML 1.1's truth values, numbers as text: as CloudFormation reads them.</summary>
public sealed class ReadingTests
{
    private const string Endpoint = "  E: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcEndpointType: Interface, VpcId: vpc-0a1b2c3d4e5f60718, PrivateDnsEnabled: FLAG } }\n";

    [Theory]
    [InlineData("yes", true)]
    [InlineData("On", true)]
    [InlineData("TRUE", true)]
    [InlineData("'true'", true)]
    [InlineData("no", false)]
    [InlineData("Off", false)]
    [InlineData("!If [On, yes, no]", true)]
    [InlineData("!Ref Flag", true)]
    public void FlagsAreRead(string text, bool flag) => Assert.Equal(
        flag,
        Assert.Single(TemplateRun.Of(
            "Parameters: { Flag: { Type: String, Default: yes } }\nConditions: { On: !Equals [!Ref Flag, 'true'] }\nResources:\n"
            + Endpoint.Replace("FLAG", text, StringComparison.Ordinal)).Document.Configs).PrivateDnsEnabled.Known);

    [Fact]
    public void LastKeyCountsInYamlAndJson()
    {
        TemplateRun yaml = TemplateRun.Of("Resources:\n" + Endpoint.Replace("FLAG", "true, PrivateDnsEnabled: false", StringComparison.Ordinal));
        Assert.False(yaml.Document.Configs.Single().PrivateDnsEnabled.Known);
        Assert.Contains("PrivateDnsEnabled is there more than once, in line 2 and in line 2", Assert.Single(yaml.Document.Warnings), StringComparison.Ordinal);
        TemplateRun json = TemplateRun.Of("""
            { "Resources": {
              "E": { "Type": "AWS::EC2::VPCEndpoint", "Properties": { "VpcId": "vpc-0a1b2c3d4e5f60718" } },
              "E": { "Type": "AWS::EC2::VPCEndpoint", "Properties": { "VpcId": "vpc-0aaaaaaaaaaaaaaaa" } } } }
            """);
        Assert.Equal("vpc-0aaaaaaaaaaaaaaaa", json.Document.Configs.Single().VpcId.Known);
        Assert.Contains("E is there more than once, in line 2 and in line 3", Assert.Single(json.Document.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void OneResourceTwiceIsTheLastOne()
    {
        TemplateRun run = TemplateRun.Of("Resources:\n" + Endpoint.Replace("FLAG", "true", StringComparison.Ordinal) + Endpoint.Replace("FLAG", "false", StringComparison.Ordinal));
        Assert.False(run.Document.Configs.Single().PrivateDnsEnabled.Known);
        Assert.Contains("in line 2 and in line 3", Assert.Single(run.Document.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void MergedKeysAreNoDuplicates()
    {
        TemplateRun run = TemplateRun.Of("Common: &c { VpcId: vpc-0a1b2c3d4e5f60718, VpcEndpointType: Gateway }\nResources:\n  E: { Type: AWS::EC2::VPCEndpoint, Properties: { <<: *c, VpcEndpointType: Interface } }\n");
        Assert.Empty(run.Document.Warnings);
        Assert.Equal("Interface", run.Document.Configs.Single().VpcEndpointType.Known);
    }

    [Fact]
    public void NumbersMayBeText()
    {
        TemplateRun run = TemplateRun.Of("""
            Resources:
              V: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16, EnableDnsHostnames: 'true' } }
              S: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref V, CidrBlock: !Select ['0', !Cidr [!GetAtt V.CidrBlock, '2', '8']] } }
              G: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: x, VpcId: !Ref V, SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: '443', ToPort: "443", CidrIp: 10.0.0.0/16 }] } }
              E: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcEndpointType: Interface, VpcId: !Ref V, ServiceName: com.amazonaws.eu-west-1.ssm, SubnetIds: [!Ref S], SecurityGroupIds: [!Ref G], PrivateDnsEnabled: 'True' } }
            """);
        Assert.Equal(["E Passed"], run.Lines);
    }

    [Fact]
    public void ManyKeysCostTheirNumber()
    {
        // 200,000 keys: looking each up along the whole list would take minutes.
        string text = "Resources:\n" + Endpoint.Replace("FLAG", "true", StringComparison.Ordinal) + "Mappings:\n" + string.Concat(Enumerable.Range(0, 200_000).Select(i => $"  a{i}: b\n"));
        Assert.Single(TemplateRun.Of(text).Document.Configs);
    }
}
