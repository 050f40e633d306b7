using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using VpcEndpointTools.Live;

namespace VpcEndpointTools.Aws;

/// <summary>Runs work that asks AWS, and says what it reports on the pipeline's own thread, the only one that may write.</summary>
internal sealed class AwsPump(IVoice voice, CancellationToken stop) : IAwsMonitor
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, int> _activities = new(StringComparer.Ordinal);
    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<object, string> _waits = new();
    private readonly Stopwatch _watch = new();
    private Channel<Action> _messages = Channel.CreateUnbounded<Action>();

    /// <summary>What a call of the last work still waited for, as a sentence; null where it was its own answer.</summary>
    public string? WaitedFor => _waits.Values.FirstOrDefault();

    /// <summary>Runs to the end, or until Ctrl+C: then it leaves at once and lets the cancelled calls die behind it.</summary>
    public T Run<T>(Func<Task<T>> work)
    {
        // The work's own: what an abandoned call still says goes nowhere.
        Channel<Action> messages = _messages = Channel.CreateUnbounded<Action>(new UnboundedChannelOptions { SingleReader = true });
        _watch.Restart();
        _waits.Clear();
        Task<T> task = Task.Run(work, stop);
        _ = task.ContinueWith(_ => messages.Writer.TryComplete(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        try
        {
            while (messages.Reader.WaitToReadAsync(stop).AsTask().GetAwaiter().GetResult())
            {
                while (messages.Reader.TryRead(out Action? say))
                {
                    say();
                }
            }
        }
        finally
        {
            messages.Writer.TryComplete();
        }

        EndProgress();
        return task.GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public void Called(string action, string region, string detail) => Say(() => voice.Say($"{action} in {region}{detail}"));

    /// <inheritdoc/>
    public void Answered(string region, int answered, int known) => Say(() =>
    {
        if (_watch.Elapsed < Patience)
        {
            return;
        }

        _shown.Add(region);
        voice.Progress(
            _activities.GetOrAdd(region, _ => _activities.Count + 1),
            $"Reading {region}",
            string.Create(CultureInfo.InvariantCulture, $"{answered} of {known} calls"),
            (double)answered / known);
    });

    /// <inheritdoc/>
    public void Unseen(string message) => Say(() => voice.Warn(message));

    /// <inheritdoc/>
    public void Waits(object call, string? what)
    {
        if (what is null)
        {
            _waits.TryRemove(call, out _);
        }
        else
        {
            _waits[call] = what;
        }
    }

    private void Say(Action say) => _messages.Writer.TryWrite(say);

    private void EndProgress()
    {
        foreach (string region in _shown)
        {
            voice.EndProgress(_activities[region], $"Reading {region}");
        }

        _shown.Clear();
    }
}
