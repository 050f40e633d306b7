using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Cmdlets;

/// <summary>-Quiet: one boolean for the whole invocation, true only if everything was read and passed.</summary>
public sealed class QuietTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    private static string Example(string name) => Path.Combine(Repository.Root, "examples", name);

    private bool Quiet(string script, params object?[] arguments) => (bool)Assert.Single(session.Run(script, arguments).Output).BaseObject;

    [Fact]
    public void AllPassedIsTrue() => Assert.True(Quiet("param($f) Test-VpcEndpointConfig $f -Quiet", new object[] { new[] { Example("gateway-s3.json"), Example("tunnel-cidr.json") } }));

    [Fact]
    public void OneFailedIsFalse() => Assert.False(Quiet("param($a, $b) $a, $b | Test-VpcEndpointConfig -Quiet", Example("gateway-s3.json"), Example("wrong-tunnel.json")));

    [Fact]
    public void UnreadableInputIsFalse()
    {
        SessionAnswer answer = session.Run("param($a) $a, 'nowhere.json' | Test-VpcEndpointConfig -Quiet", Example("gateway-s3.json"));
        Assert.False((bool)Assert.Single(answer.Output).BaseObject);
        answer.OnlyError("PathNotFound");
    }

    [Fact]
    public void NullIsFalse() => Assert.False(Quiet("$null | Test-VpcEndpointConfig -Quiet"));

    [Fact]
    public void InconclusiveIsFalse() =>
        Assert.False(Quiet("param($f) Test-VpcEndpointConfig $f -Snapshot @{ Complete=$true; Vpcs=@() } -Quiet", Example("interface-ssm.json")));

    [Fact]
    public void NothingTestedIsFalseAndSaysSo()
    {
        SessionAnswer answer = session.Run("@() | Test-VpcEndpointConfig -Quiet");
        Assert.False((bool)Assert.Single(answer.Output).BaseObject);
        Assert.Contains("Nothing was tested", Assert.Single(answer.Warnings), StringComparison.Ordinal);
    }
}
