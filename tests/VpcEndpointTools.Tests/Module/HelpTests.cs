using System.Management.Automation;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Module;

/// <summary>Help tells of every parameter, and its examples run.</summary>
public sealed class HelpTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    [Fact]
    public void EveryParameterIsDescribed()
    {
        IEnumerable<string> own = session.Run("(Get-Command Test-VpcEndpointConfig).Parameters.Keys").Output.Select(name => (string)name.BaseObject)
            .Except(Cmdlet.CommonParameters).Order(StringComparer.Ordinal);
        SessionAnswer described = session.Run("(Get-Help Test-VpcEndpointConfig -Full).parameters.parameter | ForEach-Object { $_.name }");
        Assert.Equal(own, described.Output.Select(name => name.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryExampleRuns()
    {
        SessionAnswer examples = session.Run("(Get-Help Test-VpcEndpointConfig -Examples).examples.example | ForEach-Object { $_.code }");
        Assert.True(examples.Output.Count >= 3);
        foreach (string code in examples.Output.Select(example => example.ToString()))
        {
            SessionAnswer answer = session.Run($"$null = $ExecutionContext.SessionState.Path.SetLocation('{Repository.Root}'); {code}");
            Assert.True(answer.Errors.Count == 0, $"{code}: {string.Join("; ", answer.Errors)}");
            Assert.NotEmpty(answer.Output);
        }
    }
}
