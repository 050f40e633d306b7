using System.Management.Automation;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Cmdlets;

/// <summary>Bad input gets one clear error each; the other inputs still get their answers.</summary>
public sealed class BadInputTests(ModuleSession session) : IClassFixture<ModuleSession>, IDisposable
{
    private static readonly string Good = Path.Combine(Repository.Root, "examples", "gateway-s3.json");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "EmptyInput", "(1,1)")]
    [InlineData("  \n \n", "EmptyInput", "(3,1)")]
    [InlineData("{\n  \"VpcId\": \"vpc-0a1b2c3d\",\n  \"Serv", "InvalidJson", "(3,")]
    [InlineData("{\"VpcId\": \"vpc-0a1b2c3d\"} trailing", "InvalidJson", "(1,27)")]
    [InlineData("not json", "InvalidJson", "(1,1)")]
    [InlineData("{\"Reservations\": [], \"NextToken\": null}", "NotAnEndpointConfiguration", "Reservations")]
    [InlineData("{\n \"VpcId\": \"vpc-0a1b2c3d\",\n \"SubnetIds\": 5}", "InvalidInput", "(3,15): SubnetIds must be a list, but is the number 5")]
    [InlineData("{\"VpcId\": \"vpc-0a1b2c3d\", \"SubnetIds\": \"subnet-0a1b2c3d\"}", "InvalidInput", "SubnetIds must be a list")]
    [InlineData("{\"VpcId\": \"vpc-0a1b2c3d\", \"PrivateDnsEnabled\": \"true\"}", "InvalidInput", "PrivateDnsEnabled must be true or false")]
    [InlineData("{\"VpcId\": [\"vpc-0a1b2c3d\"]}", "InvalidInput", "VpcId must be a text, but is a list")]
    [InlineData("{\"VpcEndpoints\": {\"VpcId\": \"vpc-0a1b2c3d\"}}", "InvalidInput", "VpcEndpoints must be a list of endpoints")]
    [InlineData("{\"VpcEndpoints\": [7]}", "InvalidInput", "VpcEndpoints[0] must be an object, but is the number 7")]
    [InlineData("[[1]]", "InvalidInput", "[0] must be an object")]
    [InlineData("[]", "EmptyInput", "an empty list")]
    [InlineData("{}", "NotAnEndpointConfiguration", "no members")]
    [InlineData("{\"Subnets\": []}", "NothingToTest", "-Snapshot")]
    [InlineData("{\"VpcEndpoints\": [], \"Subnets\": 5}", "InvalidInput", "Subnets must be a list of objects")]
    public void BadFileIsOneErrorAndTheOthersAreAnswered(string content, string id, string says)
    {
        string file = _folder.Write("bad.json", content);
        SessionAnswer answer = session.Run("param($bad, $good) $bad, $good | Test-VpcEndpointConfig", file, Good);
        ErrorRecord error = answer.OnlyError(id);
        Assert.Contains("bad.json", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains(says, error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(file, error.TargetObject);
        Assert.Equal(["gateway-s3.json"], answer.Each("Target"));
    }

    [Fact]
    public void OneBadEntryOfAListCostsTheOthersNothing()
    {
        string good = File.ReadAllText(Good);
        string file = _folder.Write("list.json", $"[{good},\n{{\"VpcId\": 5}},\n{good}]");
        SessionAnswer answer = session.Run("param($f) Test-VpcEndpointConfig $f", file);
        Assert.Contains("[1].VpcId must be a text, but is the number 5", answer.OnlyError("InvalidInput").Exception.Message, StringComparison.Ordinal);
        Assert.Equal(["list.json[0]", "list.json[2]"], answer.Each("Target"));
    }

    [Fact]
    public void FiftyLevelsOfNestingAreOneError()
    {
        string file = _folder.Write("deep.json", new string('[', 50) + new string(']', 50));
        session.Run("param($f) Test-VpcEndpointConfig $f", file).OnlyError("InvalidInput");
    }

    [Fact]
    public void AHundredThousandLevelsAreOneErrorToo()
    {
        string file = _folder.Write("deeper.json", string.Concat(Enumerable.Repeat("{\"a\":", 100_000)));
        session.Run("param($f) Test-VpcEndpointConfig $f", file).OnlyError("InvalidJson");
    }

    [Fact]
    public void FiftyLevelsOfNestedHashtablesAreOneError()
    {
        SessionAnswer answer = session.Run("$h = @{}; for ($i = 0; $i -lt 50; $i++) { $h = @{ a = $h } }; $h | Test-VpcEndpointConfig");
        answer.OnlyError("NotAnEndpointConfiguration");
    }

    [Fact]
    public void ObjectThatContainsItselfIsOneError()
    {
        SessionAnswer answer = session.Run("$h = @{ VpcId='vpc-0a1b2c3d' }; $h.PolicyDocument = $h; $h | Test-VpcEndpointConfig");
        Assert.Contains("PolicyDocument", answer.OnlyError("InvalidInput").Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData((byte)0)]
    [InlineData((byte)'[')]
    public void TwoHundredMegabytesOfGarbageAreOneError(byte first)
    {
        string file = Path.Combine(_folder.FullName, "garbage.bin");
        byte[] block = new byte[1 << 20];
        new Random(7).NextBytes(block);
        block[0] = first;
        using (FileStream stream = File.Create(file))
        {
            for (int i = 0; i < 200; i++)
            {
                stream.Write(block);
            }
        }

        SessionAnswer answer = session.Run("param($bad, $good) $bad, $good | Test-VpcEndpointConfig", file, Good);
        answer.OnlyError("InvalidJson");
        Assert.Single(answer.Output);
    }

    [Fact]
    public void FolderIsOneError()
    {
        SessionAnswer answer = session.Run("param($bad, $good) $bad, $good | Test-VpcEndpointConfig", _folder.FullName, Good);
        Assert.Contains(_folder.FullName, answer.OnlyError("PathIsFolder").Exception.Message, StringComparison.Ordinal);
        Assert.Single(answer.Output);
    }

    [Fact]
    public void MissingFileIsOneError()
    {
        SessionAnswer answer = session.Run("param($good) 'nowhere.json', $good | Test-VpcEndpointConfig", Good);
        Assert.Contains("nowhere.json", answer.OnlyError("PathNotFound").Exception.Message, StringComparison.Ordinal);
        Assert.Single(answer.Output);
    }

    [Fact]
    public void PatternWithoutAMatchIsOneError() =>
        session.Run("param($f) Test-VpcEndpointConfig -Path $f", Path.Combine(_folder.FullName, "*.json")).OnlyError("PathNotMatched");

    [Fact]
    public void PathOfAnotherProviderIsOneError() =>
        session.Run("Test-VpcEndpointConfig -LiteralPath 'Variable:PWD'").OnlyError("PathOfOtherProvider");

    [Fact]
    public void NullInThePipeIsOneErrorEach()
    {
        SessionAnswer answer = session.Run("param($good) $null, $good, $null | Test-VpcEndpointConfig", Good);
        Assert.Equal(2, answer.Errors.Count);
        Assert.All(answer.Errors, error => Assert.StartsWith("NullInput,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.Single(answer.Output);
    }

    [Theory]
    [InlineData("42", "InvalidInput")]
    [InlineData("$true", "InvalidInput")]
    [InlineData("[System.Version]'1.2'", "NotAnEndpointConfiguration")]
    [InlineData("@{ VpcId='vpc-0a1b2c3d'; SubnetId=@{ a = 1 } }", "InvalidInput")]
    public void ObjectOfAnotherKindIsOneError(string expression, string id) =>
        session.Run($"{expression} | Test-VpcEndpointConfig").OnlyError(id);

    [Fact]
    public void IdWithoutASnapshotIsLookedUpInAws() => session.Run(
        "'vpce-0123456789abcdef0' | Test-VpcEndpointConfig -Region eu-west-1 -AccessKey a -SecretKey b -EndpointUrl http://127.0.0.1:1").OnlyError("EndpointUnreachable");

    [Theory]
    [InlineData("-Region eu-west-1, eu-west-2", "SeveralRegions")]
    [InlineData("-Region 'eu-*'", "InvalidRegion")]
    [InlineData("-IncludeRule VPCE-S999", "UnknownRuleId")]
    [InlineData("-ExcludeRule nonsense", "UnknownRuleId")]
    [InlineData("-IncludeRule VPCE-S007 -ExcludeRule VPCE-S*", "NoRuleSelected")]
    [InlineData("-Snapshot nowhere.json", "PathNotFound")]
    [InlineData("-Snapshot @{ Foo = 1 }", "NotAnEndpointConfiguration")]
    [InlineData("-Snapshot @{ VpcId = 'vpc-0a1b2c3d' }", "InvalidSnapshot")]
    [InlineData("-Snapshot @{ Subnets = 5 }", "InvalidInput")]
    public void WhatNothingCanWorkWithEndsTheCmdlet(string parameters, string id)
    {
        SessionAnswer answer = session.Run($"param($good) try {{ Test-VpcEndpointConfig $good {parameters} }} catch {{ $_ }}", Good);
        Assert.Empty(answer.Errors);
        ErrorRecord caught = Assert.IsType<ErrorRecord>(Assert.Single(answer.Output).BaseObject);
        Assert.StartsWith(id + ",", caught.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownRuleIdSuggestsTheRightOne() =>
        Assert.Contains(
            "VPCE-S007",
            session.Run("param($good) Test-VpcEndpointConfig $good -IncludeRule S007", Good).OnlyError("UnknownRuleId").Exception.Message,
            StringComparison.Ordinal);
}
