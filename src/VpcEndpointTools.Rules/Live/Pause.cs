namespace VpcEndpointTools.Live;

/// <summary>How long to pause between two looks or attempts.</summary>
/// <remarks>A process may shorten all pauses, for tests: AppContext.SetData("VpcEndpointTools.PauseScale", 0.01).</remarks>
public static class Pause
{
    /// <summary>The name of the setting.</summary>
    public const string ScaleName = "VpcEndpointTools.PauseScale";

    /// <summary>The pause, as the process has set it.</summary>
    /// <param name="time">The pause by default.</param>
    public static TimeSpan Of(TimeSpan time) => AppContext.GetData(ScaleName) is double scale ? time * scale : time;
}
