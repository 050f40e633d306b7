using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Shape;

namespace VpcEndpointTools.Tests.Rules.Shape;

public sealed class S022Tests : RuleTest<S022IdForm>
{
    [Theory]
    [InlineData("vpc-xyz")]
    [InlineData("vpc-0a1b2c3d4")]
    [InlineData("subnet-0a1b2c3d")]
    [InlineData("vpc-0A1B2C3D")]
    [InlineData("0a1b2c3d")]
    public void MalformedVpcFails(string id) => Fails(Run(Given.Interface with { VpcId = id }), Severity.Error, $"'{id}'", "vpc-");

    [Theory]
    [InlineData("vpc-0a1b2c3d")]
    [InlineData("vpc-0a1b2c3d4e5f60718")]
    public void EightAndSeventeenDigitsPass(string id) => Passes(Run(Given.Interface with { VpcId = id }));

    [Fact]
    public void EveryMalformedIdIsNamed()
    {
        IReadOnlyList<Violation> violations = Run(Given.Interface with
        {
            SubnetIds = ["subnet-1", "subnet-2"],
            SecurityGroupIds = ["default"],
            RouteTableIds = [""],
            VpcEndpointId = "vpce-x",
            SubnetConfigurations = [new SubnetConfiguration { SubnetId = "a" }],
        }).Violations;
        Assert.Equal(["RouteTableIds", "SecurityGroupIds", "SubnetConfigurations", "SubnetIds", "SubnetIds", "VpcEndpointId"], violations.Select(v => v.Property).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void UnknownIdIsNotEvaluated() =>
        NotEvaluated(Run(Given.Interface with { SubnetIds = [Given.SubnetA, Value<string>.Unknown("!Ref B")] }), wasGiven: true, "!Ref B");

    [Fact]
    public void MalformedIdBesideAnUnknownOneFails() =>
        Fails(Run(Given.Interface with { SubnetIds = [Value<string>.Unknown("!Ref B"), "x"] }), Severity.Error, "'x'");

    [Fact]
    public void DeletedEndpointIsNotApplicable() => NotApplicable(Run(Given.Existing(Given.Interface) with { VpcId = "x", State = "deleting" }));
}
