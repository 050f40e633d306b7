using System.Diagnostics;

namespace VpcEndpointTools.Changes;

/// <summary>The time that a change may take: its token is cancelled by Ctrl+C, and when the time is over. A question to the user does not count.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationToken _stop;
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public Deadline(TimeSpan limit, CancellationToken stop)
    {
        (Limit, _stop) = (limit, stop);
        _source = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _source.CancelAfter(limit);
    }

    public TimeSpan Limit { get; }

    public CancellationToken Token => _source.Token;

    /// <summary>Since it began, without the user's own time.</summary>
    public TimeSpan Elapsed => _watch.Elapsed;

    /// <summary>True where the time is over, and not because of Ctrl+C.</summary>
    public bool IsOver => _source.IsCancellationRequested && !_stop.IsCancellationRequested;

    /// <summary>Asks the user; the time stands still.</summary>
    public T Outside<T>(Func<T> ask)
    {
        _watch.Stop();
        _source.CancelAfter(Timeout.InfiniteTimeSpan);
        try
        {
            return ask();
        }
        finally
        {
            _watch.Start();
            TimeSpan left = Limit - _watch.Elapsed;
            _source.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();
}
