using System.Diagnostics;

namespace VpcEndpointTools.Live;

/// <summary>The end of the time that a whole command has. Every call that is given it ends then, its retries included.</summary>
/// <param name="limit">The time from now.</param>
public sealed class AwsDeadline(TimeSpan limit)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    /// <summary>The whole time.</summary>
    public TimeSpan Limit { get; } = limit;

    /// <summary>The time that is left; zero when it is over.</summary>
    public TimeSpan Left => _watch.Elapsed < Limit ? Limit - _watch.Elapsed : TimeSpan.Zero;

    /// <summary>True when the time is over.</summary>
    public bool IsOver => Left == TimeSpan.Zero;

    /// <summary>A token that ends with this deadline or with the other token. Dispose it.</summary>
    /// <param name="other">Ends it earlier.</param>
    public CancellationTokenSource Link(CancellationToken other)
    {
        CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(other);
        linked.CancelAfter(Left);
        return linked;
    }
}
