using VpcEndpointTools.Readers.Formats;
using VpcEndpointTools.Tests.Layers;

namespace VpcEndpointTools.Readers.Tests.Layers;

/// <summary>A format is a folder: no other folder knows it, and only the list of formats names it.</summary>
public sealed class LayerTests
{
    private const string Root = "VpcEndpointTools.Readers";

    private static readonly string[] Formats = [.. InputFormats.Shipped.All.SkipLast(1).Select(format => format.GetType().Namespace!)];

    private static readonly List<(Type From, Type To)> Arrows =
        [.. References.In(typeof(InputReader).Assembly).Where(pair => pair.From.Namespace != pair.To.Namespace)];

    [Fact]
    public void ArrowsAreSeen()
    {
        Assert.Equal(2, Formats.Length);
        Assert.All(Formats, format => Assert.Contains(Arrows, pair => pair.From == typeof(InputFormats) && pair.To.Namespace == format));
    }

    [Fact]
    public void OnlyTheListKnowsAFormat() => Assert.Equal(
        string.Empty,
        string.Join(Environment.NewLine, Arrows.Where(pair => Formats.Contains(pair.To.Namespace) && pair.From != typeof(InputFormats))
            .Select(pair => $"{pair.From} -> {pair.To}")));

    [Fact]
    public void FormatIsToldByItsInterfaceAlone() => Assert.All(
        Arrows.Where(pair => pair.From == typeof(InputFormats) && pair.To.Namespace != typeof(InputFormats).Namespace
            && pair.To.Namespace?.StartsWith(Root, StringComparison.Ordinal) == true),
        pair => Assert.True(pair.To.IsAssignableTo(typeof(IInputFormat)), pair.To.FullName));
}
