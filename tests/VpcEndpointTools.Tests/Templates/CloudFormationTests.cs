using System.Management.Automation;
using System.Text;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Templates;

/// <summary>CloudFormation templates: resolved where they can be, unknown where not, with line and column.</summary>
public sealed class CloudFormationTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    private const string Network = """
        AWSTemplateFormatVersion: "2010-09-09"
        Parameters:
          Stage: { Type: String }
          Count: { Type: Number, Default: 4 }
        Mappings:
          Ranges: { Vpc: { Cidr: 10.0.0.0/16 } }
        Conditions:
          IsProd: !Equals [!Ref Stage, prod]
          IsNotProd: !Not [!Condition IsProd]
        Resources:
          Vpc:
            Type: AWS::EC2::VPC
            Properties: { CidrBlock: !FindInMap [Ranges, Vpc, Cidr], EnableDnsHostnames: true }
          A:
            Type: AWS::EC2::Subnet
            Properties: { VpcId: !Ref Vpc, CidrBlock: !Select [0, !Cidr [!GetAtt Vpc.CidrBlock, !Ref Count, 8]], AvailabilityZone: !Select [0, !GetAZs ""] }
          B:
            Type: AWS::EC2::Subnet
            Properties: { VpcId: !Ref Vpc, CidrBlock: !Select [1, !Cidr [!GetAtt Vpc.CidrBlock, !Ref Count, 8]], AvailabilityZone: !Select [1, !GetAZs ""] }
          C:
            Type: AWS::EC2::Subnet
            Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.9.0/24, AvailabilityZone: !Select [0, !GetAZs ""] }
          Group:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: endpoints
              VpcId: !Ref Vpc
              SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: !GetAtt Vpc.CidrBlock }]
          Table:
            Type: AWS::EC2::RouteTable
            Properties: { VpcId: !Ref Vpc }

        """;

    [Fact]
    public void SoundTemplatePasses()
    {
        SessionAnswer answer = Test(Network + """
              Ssm:
                Type: AWS::EC2::VPCEndpoint
                Properties:
                  VpcEndpointType: Interface
                  ServiceName: !Sub com.amazonaws.${AWS::Region}.ssm
                  VpcId: !Ref Vpc
                  SubnetIds: [!Ref A, !Ref B]
                  SecurityGroupIds: [!GetAtt Group.GroupId]
                  PrivateDnsEnabled: true
              S3:
                Type: AWS::EC2::VPCEndpoint
                Properties: { ServiceName: !Join [".", [com.amazonaws, !Ref "AWS::Region", s3]], VpcId: !Ref Vpc, RouteTableIds: [!Ref Table] }
            """);
        Assert.Empty(answer.Errors);
        Assert.Equal(["S3 Passed", "Ssm Passed"], Verdicts(answer).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TwoSubnetsInOneZoneAreFoundBeforeEitherHasAnId()
    {
        PSObject finding = OneFinding("Interface", "SubnetIds: [!Ref A, !Ref C], SecurityGroupIds: [!Ref Group], PrivateDnsEnabled: true", "VPCE-N001");
        Assert.Contains("A and C are both in Fn::GetAZs[0]", (string)finding.Properties["Message"].Value, StringComparison.Ordinal);
        Assert.DoesNotContain("subnet-0", (string)finding.Properties["Message"].Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Gateway", "SubnetIds: [!Ref A]", "VPCE-S006")]
    [InlineData("Gateway", "ServiceName: !Sub 'com.amazonaws.${AWS::Region}.kms', RouteTableIds: [!Ref Table]", "VPCE-S003")]
    [InlineData("Interface", "SubnetIds: [!Ref A], PrivateDnsEnabled: true, SecurityGroupIds: [!Ref Closed]", "VPCE-P001")]
    [InlineData("Interface", "SubnetIds: [!Ref A], RouteTableIds: [!Ref Table], SecurityGroupIds: [!Ref Group]", "VPCE-S007")]
    [InlineData("Gateway", "RouteTableIds: [!Ref Table], PolicyDocument: { Statement: [{ Effect: Allow, Principal: { AWS: !Sub 'arn:aws:iam::${AWS::AccountId}:root' }, Action: 's3:*', Resource: '*' }] }", "VPCE-P010")]
    public void MistakesAreFound(string type, string properties, string rule) => OneFinding(type, properties, rule);

    [Fact]
    public void FindingsHaveTheLineAndColumnOfTheProperty()
    {
        SessionAnswer answer = Test(Network + """
              S3:
                Type: AWS::EC2::VPCEndpoint
                Properties:
                  ServiceName: !Sub com.amazonaws.${AWS::Region}.s3
                  VpcId: !Ref Vpc
                  SubnetIds:
                    - !Ref A
            """);
        PSObject finding = Findings(answer).Single(item => (string)item.Properties["RuleId"].Value == "VPCE-S006");
        Assert.Equal(Network.Count(character => character == '\n') + 7, finding.Properties["Line"].Value);
        Assert.Equal(9, finding.Properties["Column"].Value);
    }

    [Fact]
    public void ConditionsAreTestedUnderEachValueThatMatters()
    {
        const string Endpoint = """
              Ssm:
                Type: AWS::EC2::VPCEndpoint
                Condition: IsProd
                Properties:
                  VpcEndpointType: !If [IsNotProd, Gateway, Interface]
                  ServiceName: !Sub com.amazonaws.${AWS::Region}.ssm
                  VpcId: !Ref Vpc
                  SubnetIds: !If [Other, [!Ref A, !Ref B], [!Ref A, !Ref C]]
                  SecurityGroupIds: [!Ref Group]
            """;
        string template = Network.Replace("Conditions:", "Conditions:\n  Other: !Equals [!Ref Undecided, a]", StringComparison.Ordinal) + Endpoint;

        // Its own condition holds where it is made at all, and decides the type; the other is anybody's guess.
        Assert.Equal(["Ssm (Other false) Failed", "Ssm (Other true) Passed"], Verdicts(Test(template, "-Parameter @{ Stage = 'prod' }")).Order(StringComparer.Ordinal));
        Assert.Equal(["Ssm Failed"], Verdicts(Test(template.Replace("!Ref Undecided", "b", StringComparison.Ordinal), "-Parameter @{ Stage = 'prod' }")));
        SessionAnswer without = Test(template, "-Parameter @{ Stage = 'test' }");
        Assert.Empty(without.Output);
        Assert.Contains("Ssm is not created with Stage = test", Assert.Single(without.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void EndpointsThatExcludeEachOtherAreNoNeighbours()
    {
        const string Pair = """
              Prod:
                Type: AWS::EC2::VPCEndpoint
                Condition: IsProd
                Properties: { VpcEndpointType: Interface, ServiceName: !Sub 'com.amazonaws.${AWS::Region}.ssm', VpcId: !Ref Vpc, SubnetIds: [!Ref A], SecurityGroupIds: [!Ref Group], PrivateDnsEnabled: true }
              Test:
                Type: AWS::EC2::VPCEndpoint
                Condition: IsNotProd
                Properties: { VpcEndpointType: Interface, ServiceName: !Sub 'com.amazonaws.${AWS::Region}.ssm', VpcId: !Ref Vpc, SubnetIds: [!Ref A], SecurityGroupIds: [!Ref Group], PrivateDnsEnabled: true }
            """;
        Assert.Equal(["Prod Passed", "Test Passed"], Verdicts(Test(Network + Pair)));
        Assert.Equal(["Prod Failed", "Test Failed"], Verdicts(Test(Network + Pair.Replace("    Condition: IsProd\n", string.Empty, StringComparison.Ordinal).Replace("    Condition: IsNotProd\n", string.Empty, StringComparison.Ordinal))));
    }

    [Fact]
    public void ScenarioIsInResultsAndReports()
    {
        string template = Network.Replace("Stage: { Type: String }", "Stage: { Type: String, Default: dev }", StringComparison.Ordinal) + """
              S3:
                Type: AWS::EC2::VPCEndpoint
                Condition: IsProd
                Properties: { ServiceName: !Sub 'com.amazonaws.${AWS::Region}.s3', VpcId: !Ref Vpc, SubnetIds: [!Ref A], RouteTableIds: [!Ref Table] }
            """;
        SessionAnswer answer = Test(template);
        Assert.Equal(["S3 Failed"], Verdicts(answer));
        Assert.Equal("Stage = prod", answer.Single.Scenario);
        using TemporaryFolder folder = new();
        string file = folder.Write("template.yaml", template);
        foreach (string extension in new[] { "md", "html", "json", "csv", "sarif", "xml" })
        {
            string report = file + "." + extension;
            Assert.Empty(session.Run("param($f, $r) Test-VpcEndpointConfig $f | Export-VpcEndpointReport $r", file, report).Errors);
            Assert.Contains("Stage = prod", File.ReadAllText(report), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("md", "No endpoint was tested", "No error found")]
    [InlineData("html", "No endpoint was tested", "no such text")]
    [InlineData("xml", "<error message=\"No endpoint was tested.\"", "tests=\"0\"")]
    [InlineData("sarif", "\"executionSuccessful\": false", "\"executionSuccessful\": true")]
    public void NoReportIsGreenOverNothing(string extension, string said, string notSaid)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("template.yaml", "Resources:\n  A: { Type: AWS::EC2::VPC }\n");
        string report = file + "." + extension;
        SessionAnswer answer = session.Run("param($f, $r) Test-VpcEndpointConfig $f | Export-VpcEndpointReport $r -FailOn Error", file, report);
        Assert.Contains("No endpoint was tested.", answer.OnlyError("ReportFailed").ToString(), StringComparison.Ordinal);
        string text = File.ReadAllText(report);
        Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.DoesNotContain(notSaid, text, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsKnownOnlyAtDeployTimeIsNeverAnError()
    {
        SessionAnswer answer = Test("""
            Parameters: { Subnets: { Type: List<AWS::EC2::Subnet::Id> }, Table: { Type: AWS::EC2::RouteTable::Id, Default: rtb-xxxx }, Kind: { Type: String } }
            Resources:
              One: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcEndpointType: !Ref Kind, ServiceName: !ImportValue name, VpcId: !ImportValue vpc, SubnetIds: !Ref Subnets, PolicyDocument: { Statement: [{ Effect: !Ref Kind }] } } }
              Two: { Type: AWS::EC2::VPCEndpoint, Properties: { ServiceName: !Sub 'com.amazonaws.${AWS::Region}.s3', VpcId: !GetAtt Custom.VpcId, RouteTableIds: [!Ref Table, !Select [1, !Split [",", !ImportValue tables]]] } }
              Custom: { Type: Custom::Thing }
            """);
        Assert.Empty(answer.Errors);
        Assert.DoesNotContain(Findings(answer), finding => (string)finding.Properties["Severity"].Value == "Error");
        Assert.DoesNotContain("Failed", answer.Each("Outcome"));
    }

    [Fact]
    public void MacrosMayAddWhatIsMissing()
    {
        const string Template = "Transform: Expand\nResources:\n  One: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: vpc-0a1b2c3d4e5f60718 } }\n";
        Assert.DoesNotContain("Failed", Test(Template).Each("Outcome"));
        Assert.Equal(["Failed"], Test(Template.Replace("Expand", "AWS::Serverless-2016-10-31", StringComparison.Ordinal)).Each("Outcome"));
    }

    [Fact]
    public void RegionAndSnapshotJoinIn()
    {
        const string Template = """
            Resources:
              Ssm: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcEndpointType: Interface, ServiceName: !Sub 'com.amazonaws.${AWS::Region}.ssm', VpcId: vpc-0a1b2c3d4e5f60718, SubnetIds: [subnet-0aaaaaaaaaaaaaaaa, !Ref Own], SecurityGroupIds: [sg-0f1e2d3c4b5a69788] } }
              Own: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-0a1b2c3d4e5f60718, CidrBlock: 10.0.250.0/24, AvailabilityZone: eu-west-1b } }
            """;
        SessionAnswer answer = Test(Template, $"-Region eu-west-1 -Snapshot '{Path.Combine(Repository.Root, "examples", "vpc-snapshot.json")}'");
        Assert.Equal("com.amazonaws.eu-west-1.ssm", answer.Single.Service);

        // The subnet of the template is known, the group that neither has is not.
        Assert.Contains(Findings(answer), finding => (string)finding.Properties["RuleId"].Value == "VPCE-N015" && finding.Properties["Message"].Value.ToString()!.Contains("sg-0f1e2d3c4b5a69788", StringComparison.Ordinal));
        Assert.DoesNotContain(Findings(answer), finding => finding.Properties["Message"].Value.ToString()!.Contains("Own", StringComparison.Ordinal) && (string)finding.Properties["RuleId"].Value == "VPCE-N015");
    }

    [Fact]
    public void JsonSaysTheSameAsYaml()
    {
        SessionAnswer answer = Test("""
            { "Resources": { "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } },
              "Ssm": { "Type": "AWS::EC2::VPCEndpoint", "Properties": { "VpcEndpointType": "Interface", "PrivateDnsEnabled": true, "VpcId": { "Ref": "Vpc" },
                "ServiceName": { "Fn::Sub": "com.amazonaws.${AWS::Region}.ssm" }, "SubnetIds": [{ "Fn::ImportValue": "a" }] } } } }
            """);
        Assert.Contains(Findings(answer), finding => (string)finding.Properties["RuleId"].Value == "VPCE-D001" && ((string)finding.Properties["Message"].Value).Contains("of Vpc is false", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Resources:\n\tA: 1\n", "InvalidJson")]
    [InlineData("Resources:\n\tA: { Type: AWS::EC2::VPC }\n", "InvalidYaml")]
    [InlineData("Resources:\n  A: { Type: AWS::EC2::VPC\n", "InvalidYaml")]
    [InlineData("Resources:\n  A: *nothing\n  B: { Type: AWS::EC2::VPC }\n", "InvalidYaml")]
    [InlineData("hello: world\n", "InvalidJson")]
    [InlineData("- just\n- a list\n", "InvalidJson")]
    public void WhatIsNoTemplateEndsInOneClearError(string text, string id)
    {
        SessionAnswer answer = Test(text);
        answer.OnlyError(id);
        Assert.Empty(answer.Output);
    }

    [Fact]
    public void TemplateWithoutEndpointsIsAWarning()
    {
        SessionAnswer answer = Test("Resources:\n  A: { Type: AWS::EC2::VPC }\n");
        Assert.Empty(answer.Errors);
        Assert.Contains("nothing to test", Assert.Single(answer.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void AliasBombsAndMountainsAreRefused()
    {
        StringBuilder bomb = new("Resources: { A: { Type: AWS::EC2::VPCEndpoint } }\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++)
        {
            bomb.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        }

        string deep = "Resources: { A: { Type: AWS::EC2::VPCEndpoint, Properties: " + string.Concat(Enumerable.Repeat("{ a: ", 300)) + "1" + new string('}', 303) + "\n";
        string mountain = "# AWS::EC2::VPCEndpoint\n" + string.Concat(Enumerable.Repeat("Description: 0123456789012345678901234567890123456789\n", 1_000_000));
        foreach ((string text, string id) in new[] { (bomb.ToString(), "AliasesExpandTooFar"), (deep, "InputTooDeep"), (mountain, "InputTooLarge") })
        {
            Test(text).OnlyError(id);
        }
    }

    [Fact]
    public void PropertiesThatReferToEachOtherEnd()
    {
        const string Loop = """
            Conditions: { A: !Condition B, B: !Or [!Condition A, !Condition B] }
            Resources:
              S: { Type: AWS::EC2::Subnet, Properties: { CidrBlock: !Join ["", [!GetAtt S.CidrBlock, !GetAtt S.CidrBlock, !GetAtt S.CidrBlock]] } }
              E: { Type: AWS::EC2::VPCEndpoint, Condition: A, Properties: { VpcId: !GetAtt S.CidrBlock, SubnetIds: [!Ref S] } }
            """;
        Assert.Empty(Test(Loop).Errors);
    }

    private PSObject OneFinding(string type, string properties, string rule)
    {
        string service = properties.Contains("ServiceName", StringComparison.Ordinal) ? string.Empty : $"ServiceName: !Sub 'com.amazonaws.${{AWS::Region}}.{(type == "Gateway" ? "s3" : "ssm")}', ";
        SessionAnswer answer = Test(Network + $$"""
              Closed:
                Type: AWS::EC2::SecurityGroup
                Properties: { GroupDescription: x, VpcId: !Ref Vpc, SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 10.0.0.0/16 }] }
              One:
                Type: AWS::EC2::VPCEndpoint
                Properties: { VpcEndpointType: {{type}}, {{service}}VpcId: !Ref Vpc, {{properties}} }
            """);
        Assert.Empty(answer.Errors);
        PSObject error = Assert.Single(Findings(answer), finding => (string)finding.Properties["Severity"].Value == "Error");
        Assert.Equal(rule, error.Properties["RuleId"].Value);
        return error;
    }

    private static IReadOnlyList<string> Verdicts(SessionAnswer answer) => [.. answer.Output.Select(item => $"{item.Properties["Target"].Value} {item.Properties["Outcome"].Value}")];

    private static IEnumerable<PSObject> Findings(SessionAnswer answer) => answer.Output.SelectMany(item => ((System.Collections.IEnumerable)item.Properties["Findings"].Value).Cast<object>()).Select(PSObject.AsPSObject);

    private SessionAnswer Test(string template, string more = "")
    {
        using TemporaryFolder folder = new();
        return session.Run($"param($f) Test-VpcEndpointConfig $f {more}", folder.Write("template.yaml", template));
    }
}
