using System.Text;
using VpcEndpointTools.Readers.Formats;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Tests.Formats;

/// <summary>Formats are a list: one more is recognised, read, and named in every "Expected ...", with no other change.</summary>
public sealed class InputFormatsTests
{
    private const string Known =
        "a create-vpc-endpoint request (or an array of them), a describe-vpc-endpoints answer, a snapshot with VpcEndpoints, "
        + "a CloudFormation template, ";

    private const string Json = """{ "inventory": { "vpc": "vpc-0a1b2c3d4e5f60718", "services": ["ssm", "kms"] } }""";

    private const string Yaml = """
        inventory:
          vpc: vpc-0a1b2c3d4e5f60718
          services: [ssm, kms]
        """;

    private static readonly InputReader Shipped = new();
    private static readonly InputReader Reader = new(new InputFormats([new InventoryFormat(), .. InputFormats.Shipped.All]));

    [Fact]
    public void SentenceIsMadeOfTheList()
    {
        Assert.Equal(Known + "or a Terraform plan or state as JSON.", Shipped.Expected);
        Assert.Equal(Known + "a Terraform plan or state as JSON, or an inventory of endpoints.", Reader.Expected);
        Assert.Equal("an inventory of endpoints.", new InputFormats([new InventoryFormat()]).Expected);
    }

    [Theory]
    [InlineData(Json)]
    [InlineData(Yaml)]
    public void AddedFormatIsRecognisedAndRead(string text)
    {
        InputDocument document = Read(Reader, text);
        Assert.Empty(document.Problems);
        Assert.Equal(["com.amazonaws.eu-west-1.ssm", "com.amazonaws.eu-west-1.kms"],
            document.Configs.Select(config => config.ServiceName.Known));
        Assert.All(document.Configs, config => Assert.Equal("vpc-0a1b2c3d4e5f60718", config.VpcId.Known));
    }

    [Fact]
    public void WithoutItTheSameTextIsNoInput()
    {
        Assert.Equal("NotAnEndpointConfiguration", Assert.Single(Read(Shipped, Json).Problems).Id);
        Assert.Equal("InvalidJson", Assert.Single(Read(Shipped, Yaml).Problems).Id);
    }

    [Theory]
    [InlineData("""{ "Foo": 1 }""")]
    [InlineData("[]")]
    [InlineData("[42]")]
    [InlineData("{")]
    [InlineData("hello")]
    [InlineData("")]
    [InlineData("""{ "inventory": {} }""")]
    public void EveryProblemNamesTheAddedFormat(string text) =>
        Assert.EndsWith($"Expected {Reader.Expected}", Assert.Single(Read(Reader, text).Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void FaultInYamlIsToldWhereAFormatsWordsAre()
    {
        Assert.Equal("InvalidYaml", Assert.Single(Read(Reader, "inventory: [").Problems).Id);
        Assert.Equal("InvalidJson", Assert.Single(Read(Shipped, "inventory: [").Problems).Id);
        Assert.Equal("InvalidYaml", Assert.Single(Read(Shipped, "Resources: { A: { Type: AWS::EC2::VPC }").Problems).Id);
    }

    [Theory]
    [InlineData("""{ "VpcEndpointType": "Gateway", "VpcId": "vpc-1" }""", "AwsFormat")]
    [InlineData("""{ "VpcEndpoints": [] }""", "AwsFormat")]
    [InlineData("""{ "Resources": { "A": { "Type": "AWS::EC2::VPCEndpoint" } } }""", "CloudFormationFormat")]
    [InlineData("""{ "format_version": "1.2", "planned_values": {} }""", "TerraformFormat")]
    [InlineData("""{ "version": 4, "terraform_version": "1.11.4", "resources": [] }""", "TerraformFormat")]
    public void OneFormatRecognisesADocument(string text, string format)
    {
        InputNode root = Parse(text);
        Assert.Equal(format, InputFormats.Shipped.All.First(one => one.Recognises(root)).GetType().Name);
        Assert.True(InputFormats.Shipped.All.SkipLast(1).Count(one => one.Recognises(root)) <= 1);
        Assert.Equal(Read(Shipped, text).Problems.Select(problem => problem.Id), Read(Reader, text).Problems.Select(problem => problem.Id));
    }

    private static Json.JsonInputNode Parse(string text) =>
        Readers.Json.JsonInputParser.Parse(Encoding.UTF8.GetBytes(text), "input.json", string.Empty, CancellationToken.None);

    private static InputDocument Read(InputReader reader, string text)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
        return reader.Read(stream, "input", CancellationToken.None, new ReadingOptions("eu-west-1"));
    }
}
