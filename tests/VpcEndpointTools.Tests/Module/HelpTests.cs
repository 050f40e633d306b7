using System.Management.Automation;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Module;

/// <summary>Help tells of every parameter, and its examples run.</summary>
public sealed class HelpTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    private static readonly string[] Names =
        ["Compare-VpcEndpointType", "Edit-SafeVpcEndpoint", "Export-VpcEndpointReport", "Export-VpcEndpointSnapshot", "Get-EndpointRecommendation", "Get-VpcEndpointRule", "Get-VpcEndpointService", "New-SafeVpcEndpoint", "Remove-SafeVpcEndpoint", "Test-VpcEndpointConfig"];

    public static TheoryData<string> Cmdlets => new(Names);

    [Fact]
    public void EveryCmdletIsAmongThem() =>
        Assert.Equal(Names, session.Run("Get-Command -Module VpcEndpointTools").Each("Name").Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void EveryParameterIsDescribed(string cmdlet)
    {
        IEnumerable<string> own = session.Run($"(Get-Command {cmdlet}).Parameters.Keys").Output.Select(name => (string)name.BaseObject)
            .Except(Cmdlet.CommonParameters).Order(StringComparer.Ordinal);
        SessionAnswer described = session.Run($"(Get-Help {cmdlet} -Full).parameters.parameter | ForEach-Object {{ $_.name }}");
        Assert.Equal(own, described.Output.Select(name => name.ToString()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void EveryExampleRuns(string cmdlet)
    {
        using ExampleWorld world = new(session);
        SessionAnswer examples = session.Run($"(Get-Help {cmdlet} -Examples).examples.example | ForEach-Object {{ $_.code }}");
        Assert.True(examples.Output.Count >= 3);
        foreach (string code in examples.Output.Select(example => example.ToString()))
        {
            SessionAnswer answer = world.Run(code);
            Assert.True(answer.Errors.Count == 0, $"{code}: {string.Join("; ", answer.Errors)}");
            Assert.NotEmpty(answer.Output);
        }
    }
}
