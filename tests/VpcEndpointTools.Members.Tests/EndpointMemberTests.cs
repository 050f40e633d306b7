using System.Text;
using System.Text.Json;
using Amazon.EC2.Model;
using VpcEndpointTools.Creation;
using VpcEndpointTools.Ec2;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Model.Members;
using VpcEndpointTools.Readers;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Tests;

/// <summary>A member of an endpoint is one row: a made-up one is read, compared, aligned, written and shown, with nothing else
/// changed.</summary>
public sealed class EndpointMemberTests
{
    private const string Vpc = "vpc-0a1b2c3d4e5f60718";

    private static readonly EndpointConfig Plain = new() { VpcId = Vpc, VpcEndpointType = "Interface", ServiceName = "com.amazonaws.eu-west-1.ssm" };

    private static readonly EndpointConfig Red = MadeUp.Zones.With(MadeUp.Colour.With(Plain, "red"), ["b.example.com", "a.example.com"]);

    [Theory]
    [InlineData($$"""{ "VpcId": "{{Vpc}}", "Colour": "red", "DnsOptions": { "Zones": ["a.example.com"] } }""")]
    [InlineData($$"""{ "VpcEndpoints": [{ "VpcEndpointId": "vpce-1", "VpcId": "{{Vpc}}", "Colour": "red", "DnsOptions": { "Zones": ["a.example.com"] } }] }""")]
    [InlineData("""{ "Colour": "red", "DnsOptions": { "Zones": ["a.example.com"] } }""")]
    [InlineData($$"""
        { "Resources": { "E": { "Type": "AWS::EC2::VPCEndpoint", "Properties": { "VpcId": "{{Vpc}}", "ServiceName": "com.amazonaws.eu-west-1.ssm", "Colour": "red",
        "DnsOptions": { "Zones": ["a.example.com"] } } } } }
        """)]
    [InlineData($$"""
        { "format_version": "1.2", "terraform_version": "1.11.4", "planned_values": { "root_module": { "resources": [{ "address": "aws_vpc_endpoint.e",
        "mode": "managed", "type": "aws_vpc_endpoint", "name": "e", "values": { "vpc_id": "{{Vpc}}", "service_name": "com.amazonaws.eu-west-1.ssm",
        "vpc_endpoint_type": "Interface", "colour": "red", "dns_options": [{ "zones": ["a.example.com"] }] } }] } } }
        """)]
    [InlineData($$"""
        { "format_version": "1.0", "terraform_version": "1.11.4", "values": { "root_module": { "resources": [{ "address": "aws_vpc_endpoint.e",
        "mode": "managed", "type": "aws_vpc_endpoint", "name": "e", "values": { "id": "vpce-1", "vpc_id": "{{Vpc}}", "service_name": "com.amazonaws.eu-west-1.ssm",
        "vpc_endpoint_type": "Interface", "colour": "red", "dns_options": [{ "zones": ["a.example.com"] }] } }] } } }
        """)]
    public void ItIsReadFromEveryFormat(string text)
    {
        InputDocument read = new InputReader().Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "a.json", CancellationToken.None);
        Assert.Empty(read.Problems);
        Assert.Empty(read.Warnings);
        EndpointConfig config = Assert.Single(read.Configs);
        Assert.Equal("red", MadeUp.Colour.Of(config));
        Assert.Equal(["a.example.com"], MadeUp.Zones.Of(config));
    }

    [Fact]
    public void AWSToolsFlatAndSingularNamesAreRead()
    {
        EndpointConfig config = Assert.Single(new InputReader().Read(
            new LooseNode(new() { ["VpcId"] = Vpc, ["Colour"] = "red", ["DnsOptions_Zone"] = "a.example.com" }), "object").Configs);
        Assert.Equal("red", MadeUp.Colour.Of(config));
        Assert.Equal(["a.example.com"], MadeUp.Zones.Of(config));
    }

    [Fact]
    public void WhatIsStatedIsComparedAndAligned()
    {
        EndpointConfig there = Red with { VpcEndpointId = "vpce-1", State = "available", IsExisting = true };
        Assert.Empty(ExistingEndpoints.Differences(Red, MadeUp.Zones.With(there, ["A.example.com", "B.example.com"])));
        Assert.Empty(ExistingEndpoints.Differences(Plain, there));
        Assert.Empty(ExistingEndpoints.Differences(Red, MadeUp.Colour.With(there, Value<string>.Unknown("?"))));
        EndpointConfig other = MadeUp.Zones.With(MadeUp.Colour.With(there, "blue"), ["a.example.com"]);
        Assert.Equal(
            ["Colour is blue, not red", "Zones is a.example.com, not b.example.com, a.example.com"], ExistingEndpoints.Differences(Red, other).Select(one => one.ToString()));
        Assert.Equal(
            "Edit-EC2VpcEndpoint -VpcEndpointId vpce-1 -Colour red -DnsOptions_Zone b.example.com, a.example.com", ExistingEndpoints.Alignment(Red, other));
    }

    [Fact]
    public void ItIsWrittenInOneOrderAndInTheToken()
    {
        using JsonDocument request = JsonDocument.Parse(Json(EndpointRequest.Of(CanonicalRequest.Of(Red))));
        Assert.Equal("red", request.RootElement.GetProperty("Colour").GetString());
        Assert.Equal("""["a.example.com","b.example.com"]""", request.RootElement.GetProperty("DnsOptions").GetProperty("Zones").GetRawText());
        Assert.Equal(Token(Red), Token(MadeUp.Zones.With(Red, ["a.example.com", "b.example.com"])));
        string[] tokens = [Token(Plain), Token(Red), Token(MadeUp.Colour.With(Red, "blue")), Token(MadeUp.Zones.With(Red, ["a.example.com"]))];
        Assert.Equal(tokens.Length, tokens.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void ItIsSentWhereTheSdkHasItAndNeverLostInSilence()
    {
        NewerRequest request = new();
        RequestWriter.Fill(request, EndpointRequest.Of(MadeUp.Colour.With(Plain, "red")));
        Assert.Equal(("red", Vpc), (request.Colour, request.VpcId));
        Assert.Contains(
            "CreateVpcEndpointRequest of the AWS SDK has no Colour",
            Assert.Throws<InvalidOperationException>(() => RequestWriter.Of(Red)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void ItIsShown()
    {
        EndpointView view = new RuleEvaluator().Evaluate(MadeUp.Zones.With(Red, ["a.example.com", Value<string>.Unknown("!Ref Z")])).Config;
        Assert.Equal("red", view.OtherValues["Colour"]);
        Assert.Equal(["a.example.com", "!Ref Z"], (string[])view.OtherValues["Zones"]);
        Assert.Equal("!Ref Z", view.UnknownValues["Zones"]);
        string page = MemberTables.Markdown();
        Assert.Contains("| `Colour` | text | `Colour` | `Colour` | `colour` | `Colour` | yes | yes |\n", page, StringComparison.Ordinal);
        Assert.Contains("| `DnsOptions.Zones` | list of texts | `DnsOptions` | `DnsOptions_Zone` | `zones` | `DnsOptions.Zones` | yes | yes |\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryMemberOfARequestIsSent()
    {
        EndpointConfig full = Plain with
        {
            ServiceRegion = "us-east-1", ResourceConfigurationArn = "arn:1", ServiceNetworkArn = "arn:2", SubnetIds = ["subnet-1"], SecurityGroupIds = ["sg-1"],
            RouteTableIds = ["rtb-1"], PolicyDocument = "{}", PrivateDnsEnabled = false, IpAddressType = "dualstack", Tags = [new Model.Tag("Name", "x"), new Model.Tag("Empty", default)],
            SubnetConfigurations = [new Model.SubnetConfiguration { SubnetId = "subnet-1", Ipv4 = "10.0.0.9", Ipv6 = "2001:db8::9" }],
            DnsOptions = new Model.DnsOptions
            {
                DnsRecordIpType = "ipv4", PrivateDnsOnlyForInboundResolverEndpoint = true, PrivateDnsPreference = "ALL_DOMAINS", PrivateDnsSpecifiedDomains = ["a.example.com"],
            },
        };
        Assert.All(
            EndpointMembers.InRequest.Where(member => member != MadeUp.Colour && member != MadeUp.Zones), member => Assert.NotNull(member.Write(full)));
        CreateVpcEndpointRequest sent = RequestWriter.Of(full);
        Assert.Equal(("Interface", Vpc, "com.amazonaws.eu-west-1.ssm", "us-east-1"), (sent.VpcEndpointType.Value, sent.VpcId, sent.ServiceName, sent.ServiceRegion));
        Assert.Equal(("arn:1", "arn:2", "{}", false, "dualstack"), (sent.ResourceConfigurationArn, sent.ServiceNetworkArn, sent.PolicyDocument, sent.PrivateDnsEnabled, sent.IpAddressType.Value));
        Assert.Equal(["subnet-1", "sg-1", "rtb-1"], sent.SubnetIds.Concat(sent.SecurityGroupIds).Concat(sent.RouteTableIds));
        Assert.Equal(("subnet-1", "10.0.0.9", "2001:db8::9"), (sent.SubnetConfigurations[0].SubnetId, sent.SubnetConfigurations[0].Ipv4, sent.SubnetConfigurations[0].Ipv6));
        Assert.Equal(("ipv4", true, "ALL_DOMAINS"), (sent.DnsOptions.DnsRecordIpType.Value, sent.DnsOptions.PrivateDnsOnlyForInboundResolverEndpoint, sent.DnsOptions.PrivateDnsPreference));
        Assert.Equal(["a.example.com"], sent.DnsOptions.PrivateDnsSpecifiedDomains);
        TagSpecification tags = Assert.Single(sent.TagSpecifications);
        Assert.Equal(("vpc-endpoint", "Name=x", "Empty="), (tags.ResourceType.Value, $"{tags.Tags[0].Key}={tags.Tags[0].Value}", $"{tags.Tags[1].Key}={tags.Tags[1].Value}"));

        // What the SDK can send and no row has would be lost.
        Assert.Equal(
            typeof(CreateVpcEndpointRequest).GetProperties().Where(property => property.DeclaringType == typeof(CreateVpcEndpointRequest)).Select(property => property.Name).Order(StringComparer.Ordinal),
            EndpointMembers.RequestMembers.Except([MadeUp.Colour.Name]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void WhatIsNotStatedIsNotSent()
    {
        CreateVpcEndpointRequest sent = RequestWriter.Of(Plain with { PrivateDnsEnabled = EndpointConfig.OmittedPrivateDns });
        Assert.Null(sent.DnsOptions);
        Assert.Null(sent.PrivateDnsEnabled);
        Assert.Null(sent.PolicyDocument);
        Assert.True(sent.SubnetIds is null or { Count: 0 });
        Assert.True(sent.TagSpecifications is null or { Count: 0 });
    }

    private static string Token(EndpointConfig request) => CreationToken.Of(request, "eu-west-1", 0);

    private static byte[] Json(InputNode node)
    {
        using MemoryStream text = new();
        InputNodeJson.Write(node, text);
        return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text.ToArray()).Replace(" ", string.Empty, StringComparison.Ordinal).ReplaceLineEndings(string.Empty));
    }

    /// <summary>The SDK's request of a day when AWS has the made-up member.</summary>
    private sealed class NewerRequest : CreateVpcEndpointRequest
    {
        public string? Colour { get; set; }
    }

    /// <summary>An object of the pipe.</summary>
    private sealed class LooseNode(Dictionary<string, string> members) : InputNode
    {
        public override InputKind Kind => InputKind.Object;

        public override string Text => string.Empty;

        public override IReadOnlyList<InputNode> Items => [];

        public override IReadOnlyList<string> Names => [.. members.Keys];

        public override bool IsLoose => true;

        public override InputNode? Member(string name) => members.TryGetValue(name, out string? text) ? new LooseText(text) : null;
    }

    private sealed class LooseText(string text) : InputNode
    {
        public override InputKind Kind => InputKind.Text;

        public override string Text => text;

        public override IReadOnlyList<InputNode> Items => [];

        public override IReadOnlyList<string> Names => [];

        public override bool IsLoose => true;

        public override InputNode? Member(string name) => null;
    }
}
