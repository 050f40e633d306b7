namespace VpcEndpointTools.Ec2.Wire;

/// <summary>How long an attempt may take. An answer that keeps coming is waited for; one that stops, or only trickles, is not.</summary>
/// <param name="FirstByte">Until an answer begins.</param>
/// <param name="Window">In each such time at least <see cref="LeastBytes"/> must come, or the rest.</param>
/// <param name="Whole">Until the attempt has ended, whatever came.</param>
internal sealed record Patience(TimeSpan FirstByte, TimeSpan Window, TimeSpan Whole)
{
    /// <summary>What a window must bring: the slowest line that anybody has brings more.</summary>
    public const int LeastBytes = 1024;

    // The test host shortens it (runtimeconfig): nobody can wait for thirty seconds in six hundred tests.
    private const string WindowKnob = "VpcEndpointTools.StallSeconds";

    /// <summary>For commands.</summary>
    public static Patience Usual { get; } = new(TimeSpan.FromSeconds(30), Knob() ?? TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(120));

    /// <summary>For an attempt of that length at most.</summary>
    public Patience Within(TimeSpan? limit) => limit is not { } most
        || most >= Whole ? this : new(Least(FirstByte, most), Least(Window, most), most);

    private static TimeSpan? Knob() => AppContext.GetData(WindowKnob) switch
    {
        string text when double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out double seconds)
            && seconds > 0 => TimeSpan.FromSeconds(seconds),
        _ => null,
    };

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
