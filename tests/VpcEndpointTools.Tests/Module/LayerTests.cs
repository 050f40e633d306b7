using System.Text.RegularExpressions;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Module;

/// <summary>Arrows within the module point down only: cmdlets know the rest, and the rest knows no cmdlet.</summary>
public sealed partial class LayerTests
{
    private static readonly string Source = Path.Combine(Repository.Root, "src", "VpcEndpointTools");

    [Fact]
    public void NobodyKnowsACmdlet()
    {
        string cmdlets = Path.Combine(Source, "Cmdlets");
        string[] names = [.. Directory.GetFiles(cmdlets, "*.cs").Select(Path.GetFileNameWithoutExtension)!];
        Assert.True(names.Length >= 8, string.Join(", ", names));
        Assert.Empty(Directory.GetFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                !file.StartsWith(cmdlets, StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => Words().Matches(Repository.ReadText(file)).Any(word => names.Contains(word.Value)))
            .Select(file => Path.GetRelativePath(Source, file)));
    }

    [GeneratedRegex(@"\w+Command\b")]
    private static partial Regex Words();
}
