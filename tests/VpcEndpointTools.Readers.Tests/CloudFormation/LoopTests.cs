namespace VpcEndpointTools.Readers.Tests.CloudFormation;

/// <summary>Fn::ForEach and the functions of AWS::LanguageExtensions.</summary>
public sealed class LoopTests
{
    private const string Gateway = "{ Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: vpc-0a1b2c3d4e5f60718, ServiceName: SERVICE } }";

    [Fact]
    public void CollectionsMayComeFromParametersAndMappings()
    {
        const string Text = """
            Transform: [AWS::LanguageExtensions]
            Parameters: { Names: { Type: CommaDelimitedList, Default: 's3, dynamodb' } }
            Mappings: { Sets: { eu-west-1: { All: [kms, sts] } } }
            Resources:
              Fn::ForEach::P: [N, !Ref Names, { 'P${N}': { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: vpc-0a1b2c3d4e5f60718, ServiceName: !Sub 'com.amazonaws.eu-west-1.${N}' } } }]
              Fn::ForEach::M: [N, !FindInMap [Sets, !Ref AWS::Region, All], { 'M${N}': { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: vpc-0a1b2c3d4e5f60718, ServiceName: !Join ['.', [com.amazonaws.eu-west-1, !Ref N]] } } }]
            """;
        Assert.Equal(
            ["Ps3 com.amazonaws.eu-west-1.s3", "Pdynamodb com.amazonaws.eu-west-1.dynamodb", "Mkms com.amazonaws.eu-west-1.kms", "Msts com.amazonaws.eu-west-1.sts"],
            Names(TemplateRun.In("eu-west-1", Text)));
        Assert.Equal(["Psqs com.amazonaws.eu-west-1.sqs"], Names(TemplateRun.In("eu-west-1", Text, ("Names", "sqs"))).Take(1));

        // Without a Region nobody knows the mapping's key.
        Assert.Contains("Fn::ForEach::M was not unrolled: its collection is known only at deploy time", Assert.Single(TemplateRun.Of(Text).Document.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void NestedLoopsAndAmpersands()
    {
        TemplateRun run = TemplateRun.Of("""
            Transform: AWS::LanguageExtensions
            Resources:
              Fn::ForEach::Outer:
                - Zone
                - [eu-west-1a, eu-west-1b]
                - Fn::ForEach::Inner:
                  - Service
                  - [ecr.api, ssm]
                  - 'E&{Zone}&{Service}':
                      Type: AWS::EC2::VPCEndpoint
                      Properties: { VpcId: vpc-0a1b2c3d4e5f60718, ServiceName: !Sub 'com.amazonaws.${AWS::Region}.${Service}', SubnetIds: [!Ref 'S&{Zone}'] }
                  'S&{Zone}': { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-0a1b2c3d4e5f60718, AvailabilityZone: !Ref Zone } }
            """);
        Assert.Empty(run.Document.Warnings);
        Assert.Equal(["Eeuwest1aecrapi", "Eeuwest1assm", "Eeuwest1becrapi", "Eeuwest1bssm"], run.Document.Configs.Select(config => config.Target));
        Assert.Equal(2, run.Document.Snapshot!.Subnets!.Count);
        Assert.All(run.Document.Configs, config => Assert.True(config.SubnetIds[0].IsKnown));
    }

    [Fact]
    public void LoopsOfConditionsAndProperties()
    {
        TemplateRun run = TemplateRun.Of("""
            Conditions:
              Fn::ForEach::C: [N, [A, B], { 'Is${N}': !Equals ['${N}', A] }]
            Resources:
              E:
                Type: AWS::EC2::VPCEndpoint
                Properties:
                  VpcId: vpc-0a1b2c3d4e5f60718
                  VpcEndpointType: !If [IsA, Interface, Gateway]
                  Fn::ForEach::P: [N, [Service], { '${N}Name': com.amazonaws.eu-west-1.ssm }]
                  IpAddressType: !If [IsB, ipv6, ipv4]
            """);
        Assert.Equal(["E com.amazonaws.eu-west-1.ssm"], Names(run));
        Assert.Equal(("Interface", "ipv4"), (run.Document.Configs[0].VpcEndpointType.Known, run.Document.Configs[0].IpAddressType.Known));
    }

    [Theory]
    [InlineData("Fn::ForEach::X: [N, !ImportValue all, { 'E${N}': " + Gateway + " }]", "known only at deploy time")]
    [InlineData("Fn::ForEach::X: [N, [a]]", "not a list of an identifier")]
    [InlineData("Fn::ForEach::X: hello", "not a list of an identifier")]
    public void WhatIsNotUnrolledIsSaid(string loop, string reason)
    {
        TemplateRun run = TemplateRun.Of($"Resources:\n  V: {{ Type: AWS::EC2::VPC }}\n  E: {Gateway}\n  {loop}\n");
        Assert.Single(run.Document.Configs);
        Assert.Contains(reason, Assert.Single(run.Document.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void GrowthIsBounded()
    {
        string items = string.Join(", ", Enumerable.Range(0, 100));
        string loops = $"'E${{A}}x${{B}}x${{C}}': {Gateway}";
        foreach (string name in new[] { "C", "B", "A" })
        {
            loops = $"Fn::ForEach::L{name}: [{name}, [{items}], {{ {loops} }}]";
        }

        TemplateRun run = TemplateRun.Of($"Resources:\n  E: {Gateway}\n  {loops}\n");
        Assert.Equal(["E"], run.Document.Configs.Select(config => config.Target));
        Assert.Contains("would have more than", run.Document.Warnings[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("!FindInMap [M, eu-west-1, Name, { DefaultValue: other }]", "ssm")]
    [InlineData("!FindInMap [M, us-east-1, Name, { DefaultValue: other }]", "other")]
    [InlineData("!FindInMap [M, eu-west-1, Nothing, { DefaultValue: !Ref P }]", "given")]
    [InlineData("!FindInMap [M, !Ref AWS::Region, Name, { DefaultValue: other }]", null)]
    [InlineData("!Sub ['${N}', { N: { Fn::Length: [a, b, c] } }]", "3")]
    [InlineData("!Join ['', [{ Fn::Length: !Ref L }]]", "2")]
    [InlineData("{ Fn::Length: !ImportValue list }", null)]
    [InlineData("{ Fn::ToJsonString: { a: [1, !Ref P] } }", """{"a":["1","given"]}""")]
    [InlineData("{ Fn::ToJsonString: { a: !ImportValue b } }", null)]
    public void FunctionsOfLanguageExtensions(string value, string? text)
    {
        TemplateRun run = TemplateRun.Of($$"""
            Transform: AWS::LanguageExtensions
            Parameters: { P: { Type: String, Default: given }, L: { Type: CommaDelimitedList, Default: 'a,b' } }
            Mappings: { M: { eu-west-1: { Name: ssm } } }
            Resources: { E: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: vpc-0a1b2c3d4e5f60718, ServiceName: {{value}} } } }
            """);
        Assert.Equal(text, run.Document.Configs.Single().ServiceName.KnownOrDefault);
    }

    [Fact]
    public void GlobalsOfSamDoNoHarm()
    {
        TemplateRun run = TemplateRun.Of($$"""
            Transform: [AWS::Serverless-2016-10-31, AWS::LanguageExtensions]
            Globals: { Function: { Timeout: 3, VpcConfig: { SubnetIds: [!Ref X], SecurityGroupIds: !Ref Y } } }
            Resources: { E: {{Gateway.Replace("SERVICE", "com.amazonaws.eu-west-1.s3", StringComparison.Ordinal)}}, F: { Type: AWS::Serverless::Function } }
            """);
        Assert.Empty(run.Document.Warnings);
        Assert.Equal(["E com.amazonaws.eu-west-1.s3"], Names(run));
    }

    [Fact]
    public void TextThatFeedsItselfIsBounded()
    {
        string subnets = string.Concat(Enumerable.Range(1, 40).Select(i => $"  S{i}: {{ Type: AWS::EC2::Subnet, Properties: {{ CidrBlock: !Join ['', [!GetAtt S{i - 1}.CidrBlock, !GetAtt S{i - 1}.CidrBlock]] }} }}\n"));
        TemplateRun run = TemplateRun.Of($"Resources:\n  S0: {{ Type: AWS::EC2::Subnet, Properties: {{ CidrBlock: 10.0.0.0/16 }} }}\n{subnets}  E: {Gateway}\n");
        Assert.Single(run.Document.Configs);
    }

    private static string[] Names(TemplateRun run) => [.. run.Document.Configs.Select(config => $"{config.Target} {config.ServiceName}")];
}
