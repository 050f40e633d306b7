using System.Globalization;
using System.Text.RegularExpressions;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Docs;

/// <summary>The figures in docs/recommendations.md are what its commands answer.</summary>
public sealed partial class WorkedExamplesTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "recommendations.md")).ReplaceLineEndings("\n");

    public static TheoryData<int> Examples => [.. Enumerable.Range(0, Example().Count(Page))];

    [Fact]
    public void AllFourAreThere() => Assert.Equal(4, Example().Count(Page));

    [Theory]
    [MemberData(nameof(Examples))]
    public void FiguresAreWhatTheCommandAnswers(int number)
    {
        Match example = Example().Matches(Page)[number];
        SessionAnswer answer = session.Run("param($root) $null = $ExecutionContext.SessionState.Path.SetLocation($root)\n" + example.Groups["script"].Value, Repository.Root);
        Assert.Empty(answer.Errors);
        string[][] table = [.. example.Groups["table"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith("| ---", StringComparison.Ordinal))
            .Select(line => line[1..^1].Split('|', StringSplitOptions.TrimEntries))];
        Assert.Equal(table.Skip(1), answer.Output.Select(item => table[0].Select(name => Text(item.Properties[name]?.Value)).ToArray()));
    }

    private static string Text(object? value) => value switch
    {
        null => string.Empty,
        decimal amount when amount == decimal.Truncate(amount) && amount > 100 => amount.ToString("0", CultureInfo.InvariantCulture),
        decimal amount => amount.ToString("F2", CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    [GeneratedRegex("^```powershell\n(?<script>.*?)\n```\n\n(?<table>(\\|[^\n]*\n)+)", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Example();
}
