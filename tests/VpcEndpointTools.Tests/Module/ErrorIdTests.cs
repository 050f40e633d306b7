using System.Text.RegularExpressions;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Module;

/// <summary>The ids of errors are constants of one place.</summary>
public sealed partial class ErrorIdTests
{
    private static readonly string Sources = Path.Combine(Repository.Root, "src", "VpcEndpointTools");

    [Fact]
    public void NoErrorRecordIsMadeWithATextForAnId()
    {
        string[] found =
        [
            .. Directory.EnumerateFiles(Sources, "*.cs", SearchOption.AllDirectories)
                .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                .SelectMany(file => Literal().Matches(File.ReadAllText(file)).Select(match => $"{Path.GetFileName(file)}: {match.Value}")),
        ];
        Assert.Empty(found);
        Assert.Matches(Literal(), "\"NoRequest\", ErrorCategory.InvalidArgument");
    }

    [Fact]
    public void EachIdIsUsedAndThereOnce()
    {
        string[] ids = [.. Constant().Matches(File.ReadAllText(Path.Combine(Sources, "ErrorIds.cs"))).Select(match => match.Groups["id"].Value)];
        string all = string.Concat(Directory.EnumerateFiles(Sources, "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        Assert.True(ids.Length > 50, $"only {ids.Length} ids");
        Assert.Equal(ids.Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal), ids);
        Assert.All(ids, id => Assert.Contains($"ErrorIds.{id}", all, StringComparison.Ordinal));
    }

    [GeneratedRegex("\"[A-Z][A-Za-z.]+\",\\s*ErrorCategory", RegexOptions.CultureInvariant)]
    private static partial Regex Literal();

    [GeneratedRegex(@"const string (?<id>\w+) = nameof\(\k<id>\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Constant();
}
