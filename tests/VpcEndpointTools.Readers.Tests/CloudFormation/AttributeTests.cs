using VpcEndpointTools.Model;

namespace VpcEndpointTools.Readers.Tests.CloudFormation;

/// <summary>Each attribute of a resource has its own meaning; one that is not known never becomes the resource's id.</summary>
public sealed class AttributeTests
{
    private const string Resources = """
        Resources:
          Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
          A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, AvailabilityZone: eu-west-1a } }
          Sg: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: x, VpcId: !GetAtt A.VpcId } }
          Nowhere: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: x } }
          Rt: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
          Eni: { Type: AWS::EC2::NetworkInterface, Properties: { SubnetId: !Ref A } }
          Nat: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref A } }
          Around: { Type: AWS::EC2::Subnet, Properties: { VpcId: !GetAtt Around.VpcId } }
          Loop: { Type: AWS::EC2::NetworkInterface, Properties: { SubnetId: !Ref Loop } }
          Plain: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: !Ref Vpc } }
          Asked: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: VALUE } }

        """;

    [Theory]
    [InlineData("!GetAtt A.VpcId")]
    [InlineData("!GetAtt Sg.VpcId")]
    [InlineData("!GetAtt Vpc.VpcId")]
    [InlineData("!GetAtt Eni.VpcId")]
    [InlineData("!Sub '${A.VpcId}'")]
    [InlineData("{ 'Fn::GetAtt': [Sg, VpcId] }")]
    [InlineData("!Join ['', [!GetAtt A.VpcId]]")]
    public void VpcIsTheVpc(string value) => Assert.Equal(Vpc("!Ref Vpc"), Vpc(value));

    [Theory]
    [InlineData("!GetAtt Rt.VpcId", "${Rt.VpcId}")]
    [InlineData("!GetAtt Nowhere.VpcId", "${Nowhere.VpcId}")]
    [InlineData("!GetAtt Nat.RouteTableId", "${Nat.RouteTableId}")]
    [InlineData("!GetAtt Vpc.CidrBlockAssociations", "${Vpc.CidrBlockAssociations}")]
    [InlineData("!GetAtt Around.VpcId", "${Around.VpcId}")]
    [InlineData("!GetAtt Loop.VpcId", "${Loop.VpcId}")]
    public void OtherAttributesAreUnknown(string value, string expression) => Assert.Equal(Value<string>.Unknown(expression), Vpc(value));

    [Theory]
    [InlineData("!GetAtt A.AvailabilityZone", "eu-west-1a")]
    [InlineData("!GetAtt A.CidrBlock", "10.0.0.0/24")]
    public void PropertiesAreTheirValues(string value, string text) => Assert.Equal(text, Vpc(value).Known);

    [Theory]
    [InlineData("!GetAtt Vpc.DefaultSecurityGroup", "sg-")]
    [InlineData("!GetAtt Vpc.DefaultNetworkAcl", "acl-")]
    public void PartsHaveTheirOwnIds(string value, string prefix)
    {
        Assert.StartsWith(prefix, Vpc(value).Known, StringComparison.Ordinal);
        Assert.NotEqual(Vpc("!Ref Vpc"), Vpc(value));
    }

    private static Value<string> Vpc(string value) =>
        TemplateRun.Of(Resources.Replace("VALUE", value, StringComparison.Ordinal)).Document.Configs.Single(config => config.Target == "Asked").VpcId;
}
