using System.Globalization;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Recommendation;

/// <summary>Reads measured traffic from an object of the pipe: a row of a CSV, of a query, or of Measure-VpcEndpointTraffic.</summary>
internal static class TrafficRow
{
    private static readonly string[] Starts = ["Start", "StartTime", "From"];
    private static readonly string[] Ends = ["End", "EndTime", "To"];

    /// <summary>True for an object that has bytes to tell of.</summary>
    public static bool Is(InputNode node) => node.Member("Bytes") is not null;

    /// <summary>The traffic; null where a property is missing or wrong, which has been told.</summary>
    public static TrafficVolume? Read(InputNode node, object row, IVoice voice)
    {
        string? vpc = Text(node, "VpcId");
        string? service = Text(node, "ServiceName") ?? Text(node, "Service");
        if (vpc is null || service is null)
        {
            voice.Fail(Errors.InvalidTraffic(vpc is null ? "VpcId" : "ServiceName", "is missing", row));
            return null;
        }

        if (!decimal.TryParse(Text(node, "Bytes"), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal bytes) || bytes < 0)
        {
            voice.Fail(Errors.InvalidTraffic("Bytes", $"is '{Text(node, "Bytes")}', which is no number of bytes", row));
            return null;
        }

        if (Span(node) is not { } span || span <= TimeSpan.Zero)
        {
            voice.Fail(Errors.InvalidTraffic("Start and End, or Days,", "do not give the time in which the bytes were counted", row));
            return null;
        }

        string? path = Text(node, "Path");
        return new TrafficVolume(vpc, service, bytes, span)
        {
            IsOverNat = path is null || string.Equals(path, "Nat", StringComparison.OrdinalIgnoreCase), IsPathKnown = path is not null,
        };
    }

    private static TimeSpan? Span(InputNode node)
    {
        if (Text(node, "Days") is { } days)
        {
            return double.TryParse(days, NumberStyles.Float, CultureInfo.InvariantCulture, out double count) && count is > 0 and < 100_000 ? TimeSpan.FromDays(count) : null;
        }

        return Time(node, Starts) is { } start && Time(node, Ends) is { } end ? end - start : null;
    }

    // Times come as text, as DateTime (in the invariant culture's form) or, in flow logs, as seconds since 1970.
    private static DateTimeOffset? Time(InputNode node, string[] names)
    {
        string? text = names.Select(name => Text(node, name)).FirstOrDefault(value => value is not null);
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds < 100_000_000_000 ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time
            : null;
    }

    private static string? Text(InputNode node, string name) => node.Member(name) is { Kind: InputKind.Text or InputKind.Number } member && member.Text.Length > 0 ? member.Text : null;
}
