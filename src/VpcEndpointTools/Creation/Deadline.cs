using System.Diagnostics;

namespace VpcEndpointTools.Creation;

/// <summary>The time that a creation has, from its first look to its last. A person who is asked may take their time.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationToken _stop;
    private readonly CancellationTokenSource _source;
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public Deadline(TimeSpan limit, CancellationToken stop)
    {
        (Limit, _stop) = (limit, stop);
        _source = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _source.CancelAfter(limit);
    }

    public TimeSpan Limit { get; }

    /// <summary>Cancelled when the time is over, and by Ctrl+C.</summary>
    public CancellationToken Token => _source.Token;

    public TimeSpan Elapsed => _watch.Elapsed;

    public bool IsOver => Elapsed >= Limit && !_stop.IsCancellationRequested;

    /// <summary>True where the time, and not Ctrl+C, has cancelled the token.</summary>
    public bool HasCancelled => _source.IsCancellationRequested && !_stop.IsCancellationRequested;

    public T WithoutCounting<T>(Func<T> ask)
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
            TimeSpan left = Limit - Elapsed;
            _source.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }
    }

    public void Dispose() => _source.Dispose();
}
