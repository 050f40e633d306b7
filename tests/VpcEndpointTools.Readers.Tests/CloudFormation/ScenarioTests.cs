namespace VpcEndpointTools.Readers.Tests.CloudFormation;

/// <summary>An endpoint that a template's defaults leave out is tested in the nearest scenario that makes it.</summary>
public sealed class ScenarioTests
{
    private const string Properties = "Properties: { VpcEndpointType: Interface, VpcId: !Ref V, ServiceName: com.amazonaws.eu-west-1.ssm, SubnetIds: [!Ref S], PrivateDnsEnabled: true } }";

    private const string Network = "Resources:\n  V: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16, EnableDnsHostnames: true } }\n"
        + "  S: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref V, CidrBlock: 10.0.0.0/24 } }\n";

    [Theory]
    [InlineData("P: { Type: String, Default: dev, AllowedValues: [dev, test, prod] }", "C: !Equals [!Ref P, prod]", "P = prod")]
    [InlineData("P: { Type: String, Default: dev }", "C: !Equals [prod, !Ref P]", "P = prod")]
    [InlineData("P: { Type: String, Default: '' }", "C: !Not [!Equals [!Ref P, '']]", "P is set")]
    [InlineData("P: { Type: String, Default: none }", "C: !Not [!Equals [!Ref P, none]]", "P is not none")]
    [InlineData("P: { Type: String, Default: no, AllowedValues: [yes, no] }", "C: !Equals [!Ref P, yes]", "P = true")]
    [InlineData("P: { Type: String }", "C: !Equals [!Ref P, prod]", "P = prod")]
    [InlineData("P: { Type: String, Default: a }, Q: { Type: String, Default: b }", "C: !And [!Equals [!Ref P, x], !Equals [!Ref Q, y]]", "P = x, Q = y")]
    [InlineData("P: { Type: String, Default: a }, Q: { Type: String, Default: b }", "C: !Or [!And [!Equals [!Ref P, x], !Equals [!Ref Q, y]], !Equals [!Ref Q, z]]", "Q = z")]
    [InlineData("P: { Type: String, Default: a, NoEcho: true }", "C: !Equals [!Ref P, secret]", "P = ****")]
    [InlineData("P: { Type: String, Default: a }", "C: !Condition D, D: !Equals [!Ref P, b]", "P = b")]
    public void NearestScenario(string parameters, string conditions, string scenario)
    {
        TemplateRun run = TemplateRun.Of($"Parameters: {{ {parameters} }}\nConditions: {{ {conditions} }}\n{Network}  E: {{ Type: AWS::EC2::VPCEndpoint, Condition: C, {Properties}\n");
        Assert.Empty(run.Document.Warnings);
        Assert.Equal($"E Passed [{scenario}]", Assert.Single(run.Lines));
    }

    [Fact]
    public void WhatTheScenarioMakesIsAround()
    {
        // The VPC of the scenario has no host names: D001. By the defaults it has.
        TemplateRun run = TemplateRun.Of("Parameters: { P: { Type: String, Default: a } }\nConditions: { C: !Equals [!Ref P, b] }\n"
            + Network.Replace("EnableDnsHostnames: true", "EnableDnsHostnames: !If [C, false, true]", StringComparison.Ordinal)
            + $"  E: {{ Type: AWS::EC2::VPCEndpoint, Condition: C, {Properties}\n  F: {{ Type: AWS::EC2::VPCEndpoint, {Properties}\n");
        Assert.Equal(["E Failed D001 D002 [P = b]", "F Passed"], run.Lines);
    }

    [Fact]
    public void EndpointsThatExcludeEachOtherAreNoNeighbours()
    {
        TemplateRun run = TemplateRun.Of($"Parameters: {{ P: {{ Type: String, Default: a }} }}\nConditions: {{ C: !Equals [!Ref P, b], D: !Equals [!Ref P, c] }}\n{Network}"
            + $"  E: {{ Type: AWS::EC2::VPCEndpoint, Condition: C, {Properties}\n  F: {{ Type: AWS::EC2::VPCEndpoint, Condition: D, {Properties}\n");
        Assert.Equal(["E Passed [P = b]", "F Passed [P = c]"], run.Lines);
    }

    [Fact]
    public void WhatWasGivenIsTheScenario()
    {
        const string Parameters = "Parameters: { P: { Type: String, Default: a }, Q: { Type: String, Default: a } }\nConditions: { C: !Equals [!Ref P, b], D: !Equals [!Ref Q, b] }\n";
        string text = $"{Parameters}{Network}  E: {{ Type: AWS::EC2::VPCEndpoint, Condition: C, {Properties}\n  F: {{ Type: AWS::EC2::VPCEndpoint, Condition: D, {Properties}\n";
        Assert.Equal(["E Passed [P = b]", "F Failed D002 [P = b, Q = b]"], TemplateRun.Of(text, ("P", "b")).Lines);
        TemplateRun other = TemplateRun.Of(text, ("P", "x"));
        Assert.Equal(["F Passed [P = x, Q = b]"], other.Lines);
        Assert.Equal("template.yaml: E is not created with P = x: its condition C is false. It was not tested.", Assert.Single(other.Document.Warnings));
    }

    [Theory]
    [InlineData("C: !Equals [!Ref AWS::Region, cn-north-1]")]
    [InlineData("C: !Equals [a, b]")]
    [InlineData("C: !Equals [!ImportValue x, b]")]
    public void WithoutAParameterItIsTestedAllTheSame(string condition) =>
        Assert.Equal(["E Passed [C is true]"], TemplateRun.In("eu-west-1", $"Conditions: {{ {condition} }}\n{Network}  E: {{ Type: AWS::EC2::VPCEndpoint, Condition: C, {Properties}\n").Lines);

    [Fact]
    public void ConditionsThatNeedManyParametersEnd()
    {
        string[] names = [.. Enumerable.Range(0, 16).Select(i => $"P{i}")];
        string parameters = string.Join(", ", names.Select(name => $"{name}: {{ Type: String, Default: a, AllowedValues: [a, b, c, d, e, f] }}"));
        string all = string.Join(", ", names.Select(name => $"!Equals [!Ref {name}, f]"));
        Assert.Equal(["E Passed [C is true]"], TemplateRun.Of($"Parameters: {{ {parameters} }}\nConditions: {{ C: !And [{all}] }}\n{Network}  E: {{ Type: AWS::EC2::VPCEndpoint, Condition: C, {Properties}\n").Lines);
    }

    [Fact]
    public void ChainsOfConditionsEnd()
    {
        string chain = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"  C{i}: !Not [!Condition C{i + 1}]\n"));
        Assert.Single(TemplateRun.Of($"Conditions:\n{chain}{Network}  E: {{ Type: AWS::EC2::VPCEndpoint, Condition: C0, {Properties}\n").Lines);
    }
}
