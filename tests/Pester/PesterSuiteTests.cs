using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Pester;

/// <summary>However a Pester test ends, it is told: nothing that failed passes, and nothing is lost.</summary>
public sealed class PesterSuiteTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void EachEndOfATestIsToldWithItsMessage()
    {
        IReadOnlyList<PesterResult> results = Run(
            """
            Describe 'Ends' {
                It 'passes with <_>' -ForEach 1, 2 { $_ | Should -BeGreaterThan 0 }
                It 'fails' { 1 | Should -Be 2 }
                It 'throws' { throw 'no such thing' }
                It 'is skipped' { Set-ItResult -Skipped -Because 'it rains' }
            }
            """);
        Assert.Equal(
            ["Passed Ends.passes with 1", "Passed Ends.passes with 2", "Failed Ends.fails", "Failed Ends.throws", "Skipped Ends.is skipped"],
            results.Select(result => $"{result.Result} {result.Name}"));
        Assert.Contains("Expected 2, but got 1", results[2].Message, StringComparison.Ordinal);
        Assert.Contains("no such thing", results[3].Message, StringComparison.Ordinal);
        Assert.Equal("it rains", results[4].Message);
    }

    [Theory]
    [InlineData("Describe 'Block' { BeforeAll { throw 'not today' }; It 'waits' { } }", "not today")]
    [InlineData("Describe 'Block' { AfterAll { throw 'not today' }; It 'is done' { } }", "not today")]
    [InlineData("Describe 'Block' { throw 'not even found' }", "not even found")]
    [InlineData("Describe 'Block' {", "Missing closing '}'")]
    public void WhatFailsOutsideOfATestIsAFailureToo(string text, string message) =>
        Assert.Contains(Run(text), result => result.Result == "Failed" && result.Message!.Contains(message, StringComparison.Ordinal));

    [Fact]
    public void ProcessThatEndsEarlyIsAFailureWithWhatItWrote()
    {
        InvalidOperationException failure = Assert.Throws<InvalidOperationException>(() => Run("[Console]::WriteLine('last words'); [Environment]::Exit(0)"));
        Assert.Contains("last words", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FileWithoutTestsIsAFailure() => Assert.Throws<InvalidOperationException>(() => Run("# nothing"));

    public void Dispose() => _folder.Dispose();

    private IReadOnlyList<PesterResult> Run(string text) => PesterSuite.Run(_folder.Write("One.Tests.ps1", text));
}
