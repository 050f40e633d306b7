using System.Globalization;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;

namespace VpcEndpointTools.Tests.Docs;

/// <summary>What a terminal shows, as a picture (SVG): one line of text each, in the colours that were asked for.</summary>
internal static partial class TerminalPicture
{
    private const int LineHeight = 20;
    private const int Margin = 16;
    private const double LetterWidth = 8.43;
    private const string Plain = "#d8dee9";

    // The colours that the views use, as a dark terminal has them.
    private static readonly Dictionary<string, string> Colours = new(StringComparer.Ordinal)
    {
        ["31"] = "#ff6b6b", ["32;1"] = "#8fd694", ["32"] = "#8fd694", ["33"] = "#f2c14e", ["36"] = "#5cc8d7",
    };

    public static string Draw(IReadOnlyList<string> lines, string title)
    {
        int width = (int)((2 * Margin) + (LetterWidth * lines.Max(line => Codes().Replace(line, string.Empty).Length)));
        int height = (2 * Margin) + (LineHeight * lines.Count);
        StringBuilder picture = new();
        picture.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\">\n");
        picture.Append(CultureInfo.InvariantCulture, $"  <title>{SecurityElement.Escape(title)}</title>\n");
        picture.Append("  <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#1b2330\"/>\n");
        picture.Append(CultureInfo.InvariantCulture, $"  <g font-family=\"Consolas, Menlo, 'DejaVu Sans Mono', monospace\" font-size=\"14\" fill=\"{Plain}\" xml:space=\"preserve\">\n");
        for (int i = 0; i < lines.Count; i++)
        {
            int y = Margin + (LineHeight * i) + 15;
            picture.Append(CultureInfo.InvariantCulture, $"    <text x=\"{Margin}\" y=\"{y}\">{Spans(lines[i])}</text>\n");
        }

        return picture.Append("  </g>\n</svg>\n").ToString();
    }

    // Each piece at its own column: fonts differ in width, columns must not.
    private static string Spans(string line)
    {
        StringBuilder spans = new();
        string? colour = null;
        int column = 0;
        foreach (Match piece in Pieces().Matches(line))
        {
            if (piece.Groups["code"].Success)
            {
                colour = Colours.GetValueOrDefault(piece.Groups["code"].Value);
                continue;
            }

            string text = piece.Value;
            string fill = colour is null ? string.Empty : $" fill=\"{colour}\"";
            if (!string.IsNullOrWhiteSpace(text))
            {
                spans.Append(CultureInfo.InvariantCulture, $"<tspan x=\"{Margin + (column * LetterWidth):0.#}\"{fill}>{SecurityElement.Escape(text)}</tspan>");
            }

            column += text.Length;
        }

        return spans.ToString();
    }

    [GeneratedRegex(@"\x1b\[[0-9;]*m")]
    private static partial Regex Codes();

    // A colour code, or words with single spaces; wider gaps only move the column.
    [GeneratedRegex(@"\x1b\[(?<code>[0-9;]*)m|[^\s\x1b]+( [^\s\x1b]+)*|\s+", RegexOptions.ExplicitCapture)]
    private static partial Regex Pieces();
}
