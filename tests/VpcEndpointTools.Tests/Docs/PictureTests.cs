using VpcEndpointTools.Tests.Engine;
using Xunit.Abstractions;

namespace VpcEndpointTools.Tests.Docs;

/// <summary>The picture in the README is what a terminal shows.</summary>
public sealed class PictureTests(ITestOutputHelper output)
{
    private static readonly string[] Commands =
    [
        "Test-VpcEndpointConfig examples/gateway-s3.json, examples/interface-ssm.json, examples/wrong-*.json",
        "Test-VpcEndpointConfig examples/wrong-gateway.json | ForEach-Object Findings | Where-Object Severity -eq Error",
    ];

    [Fact]
    public void IsWhatTheCommandsPrint()
    {
        List<string> lines = [];
        foreach (string command in Commands)
        {
            ProcessAnswer answer = ShellProcess.Show("$PSStyle.OutputRendering = 'Ansi'; " + command);
            Assert.Equal(string.Empty, answer.Errors);
            lines.Add($"\u001b[32mPS>\u001b[0m {command}");
            lines.AddRange(answer.Output.ReplaceLineEndings("\n").Trim('\n').Split('\n').Select(line => line.TrimEnd()));
            lines.Add(string.Empty);
        }

        Assert.Contains(lines, line => line.Contains("\u001b[31mFailed", StringComparison.Ordinal));
        DocsFile.Compare(output, Path.Combine(Repository.Root, "docs", "images", "test.svg"), TerminalPicture.Draw(lines[..^1], string.Join("; ", Commands)));
    }
}
