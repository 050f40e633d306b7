using System.Text.Json.Nodes;

namespace VpcEndpointTools.Emulator;

/// <summary>What shall go wrong: per operation and call number, counted from 1 per operation; null means every call.</summary>
public sealed class FaultScript
{
    /// <summary>In place of an operation: all of them.</summary>
    public const string AnyAction = "*";

    private readonly Lock _lock = new();
    private readonly List<Fault> _faults = [];
    private readonly List<(string Action, int CallNumber, Action<JsonObject> Happens)> _events = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private double _share;
    private Random _random = new(0);

    /// <summary>RequestLimitExceeded.</summary>
    public void Throttle(string action, int? callNumber = null) => Add(new(action, callNumber, FaultKind.Fail) { Error = Ec2Exception.Throttled() });

    /// <summary>Throttles a share of all calls, chosen by the seed in the order of arrival.</summary>
    public void ThrottleShare(double share, int seed)
    {
        lock (_lock)
        {
            (_share, _random) = (share, new Random(seed));
        }
    }

    /// <summary>Any error, such as 500 InternalError.</summary>
    public void Fail(string action, int? callNumber, int status, string code, string message) =>
        Add(new(action, callNumber, FaultKind.Fail) { Error = new Ec2Exception(code, message, status) });

    /// <summary>UnauthorizedOperation, for DryRun too.</summary>
    public void Deny(string action, int? callNumber = null) => Add(new(action, callNumber, FaultKind.Fail) { Error = Ec2Exception.Denied(action) });

    /// <summary>Never answers; nothing is done.</summary>
    public void Hang(string action, int? callNumber = null) => Add(new(action, callNumber, FaultKind.Hang));

    /// <summary>The connection is cut; nothing is done.</summary>
    public void CutBefore(string action, int? callNumber = null) => Add(new(action, callNumber, FaultKind.CutBefore));

    /// <summary>Acts, then the connection is cut.</summary>
    public void CutAfter(string action, int? callNumber = null) => Add(new(action, callNumber, FaultKind.CutAfter));

    /// <summary>Acts, then answers with an error of the server.</summary>
    public void FailAfter(string action, int? callNumber = null) =>
        Add(new(action, callNumber, FaultKind.FailAfter) { Error = new Ec2Exception("InternalError", "An internal error has occurred", 500) });

    /// <summary>Something happens right before a call is carried out: somebody else was faster.</summary>
    /// <param name="action">The operation.</param>
    /// <param name="callNumber">Its number among those of its operation.</param>
    /// <param name="happens">What happens; it is given the call's own request.</param>
    public void Before(string action, int callNumber, Action<JsonObject> happens)
    {
        lock (_lock)
        {
            _events.Add((action, callNumber, happens));
        }
    }

    /// <summary>Answers late.</summary>
    public void Slow(string action, TimeSpan delay, int? callNumber = null) => Add(new(action, callNumber, FaultKind.Slow) { Delay = delay });

    /// <summary>Answers something that is no answer, or not to its end. Whether it acts before: see <see cref="BrokenAnswer.Acts"/>.</summary>
    public void Break(string action, BrokenAnswer answer, int? callNumber = null) => Add(new(action, callNumber, FaultKind.Break) { Broken = answer });

    /// <summary>Nothing goes wrong any more, and counting starts anew.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _faults.Clear();
            _events.Clear();
            _counts.Clear();
            _share = 0;
        }
    }

    /// <summary>What happens to a call that has just arrived.</summary>
    internal Fault? Next(string action, IReadOnlyDictionary<string, string> parameters)
    {
        lock (_lock)
        {
            int number = _counts[action] = _counts.GetValueOrDefault(action) + 1;
            foreach ((_, _, Action<JsonObject> happens) in _events.Where(one => one.Action == action && one.CallNumber == number))
            {
                happens(new Wire.RequestReader(parameters).Read(action));
            }

            return _faults.FirstOrDefault(fault => (fault.Action == action || fault.Action == AnyAction) && (fault.CallNumber is null || fault.CallNumber == number))
                ?? (_share > 0 && _random.NextDouble() < _share ? new Fault(action, number, FaultKind.Fail) { Error = Ec2Exception.Throttled() } : null);
        }
    }

    private void Add(Fault fault)
    {
        lock (_lock)
        {
            _faults.Add(fault);
        }
    }
}

/// <summary>What is done to a call.</summary>
internal enum FaultKind
{
    Fail,
    Hang,
    CutBefore,
    CutAfter,
    FailAfter,
    Slow,
    Break,
}

/// <summary>Something that goes wrong.</summary>
internal sealed record Fault(string Action, int? CallNumber, FaultKind Kind)
{
    public Ec2Exception? Error { get; init; }

    public TimeSpan Delay { get; init; }

    public BrokenAnswer? Broken { get; init; }
}
