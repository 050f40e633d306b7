using System.Management.Automation;

namespace VpcEndpointTools.Creation;

/// <summary>Ctrl+C, as it shows: a cancelled call, or a stream that takes nothing any more.</summary>
internal static class Stopping
{
    /// <summary>What to say where nothing has been sent.</summary>
    public const string NothingDone = "Stopped before anything was created.";

    /// <summary>True for what a stopped pipeline throws.</summary>
    public static bool Is(Exception exception) => exception is OperationCanceledException or PipelineStoppedException;
}
