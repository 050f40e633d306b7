using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Module;

/// <summary>The small host: where the streams go, and how it ends.</summary>
public sealed class ShellTests
{
    [Fact]
    public void VerdictsOnStandardOutputAndNoErrorIsZero()
    {
        ProcessAnswer answer = ShellProcess.Run("-Command", "Test-VpcEndpointConfig -Path examples/*.json");
        Assert.Equal(0, answer.ExitCode);
        Assert.Empty(answer.Errors);
        Assert.Contains("wrong-type-omitted.json", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TableFitsThePageAndIsPlainWhereNobodyLooks()
    {
        ProcessAnswer answer = ShellProcess.Run("-Command", "Test-VpcEndpointConfig -Path examples/*.json; Test-VpcEndpointConfig -Path examples/*.json | ForEach-Object Findings");
        Assert.DoesNotContain('\u001b', answer.Output);
        Assert.All(answer.Output.Split('\n'), line => Assert.True(line.TrimEnd('\r').Length <= 120, line));
        string header = answer.Output.Split('\n').First(line => line.StartsWith("Target", StringComparison.Ordinal));
        Assert.Matches(@"^Target\s+Type\s+Service\s+Outcome\s+Rules\s+Findings", header);
        Assert.Contains(answer.Output.Split('\n'), line => line.StartsWith("wrong-type-omitted.json", StringComparison.Ordinal) && line.Contains("Failed", StringComparison.Ordinal) && line.Contains("S002", StringComparison.Ordinal));
    }

    [Fact]
    public void ErrorGoesToStandardErrorAndEndsWithOne()
    {
        ProcessAnswer answer = ShellProcess.Run("-Command", "'nowhere.json', 'examples/gateway-s3.json' | Test-VpcEndpointConfig");
        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("nowhere.json", answer.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("nowhere.json", answer.Output, StringComparison.Ordinal);
        Assert.Contains("gateway-s3.json", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ThrowAndSyntaxErrorsEndWithOne()
    {
        ProcessAnswer thrown = ShellProcess.Run("-Command", "throw 'stop here'");
        Assert.Equal(1, thrown.ExitCode);
        Assert.Contains("stop here", thrown.Errors, StringComparison.Ordinal);
        ProcessAnswer wrong = ShellProcess.Run("-Command", "if (");
        Assert.Equal(1, wrong.ExitCode);
        Assert.NotEmpty(wrong.Errors);
    }

    [Fact]
    public void ExitSaysTheCode() => Assert.Equal(7, ShellProcess.Run("-Command", "exit 7").ExitCode);

    [Fact]
    public void FileTakesArguments()
    {
        using TemporaryFolder folder = new();
        string script = folder.Write("it's.ps1", "param($First, [switch] $Loud) \"$First $Loud\"");
        Assert.Equal(["a b True"], ShellProcess.Run("-File", script, "a b", "-Loud").Lines);
    }

    [Theory]
    [InlineData]
    [InlineData("-Command", "-")]
    public void StandardInputIsAScript(params string[] arguments) =>
        Assert.Equal(["Passed"], ShellProcess.Run("(Test-VpcEndpointConfig examples/gateway-s3.json).Outcome\n", arguments).Lines);

    [Fact]
    public void MissingModuleIsAnErrorNotACrash()
    {
        ProcessAnswer answer = ShellProcess.Run("-Module", "/nowhere/x.psd1", "-Command", "1");
        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("x.psd1", answer.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownArgumentIsAUsageError()
    {
        ProcessAnswer answer = ShellProcess.Run("-Nonsense");
        Assert.Equal(64, answer.ExitCode);
        Assert.Contains("-Command TEXT", answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void HelpIsPrinted() => Assert.Contains("-Command TEXT", ShellProcess.Run("-Help").Output, StringComparison.Ordinal);
}
