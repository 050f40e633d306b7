using VpcEndpointTools.Live;

namespace VpcEndpointTools.Ec2.Wire;

/// <summary>For whom a request is sent. The SDK makes clients of its own on the way (STS for a role, SSO): they find out here.</summary>
internal sealed class CallScope : IDisposable
{
    private static readonly AsyncLocal<CallScope?> Flowing = new();

    private readonly CallScope? _before = Flowing.Value;

    private readonly IAwsMonitor? _monitor;

    private CallScope(AwsConnection connection, string? region, IAwsMonitor? monitor)
    {
        Connection = connection;
        _monitor = monitor ?? _before?._monitor;
        Region = region ?? _before?.Region;
        Flowing.Value = this;
    }

    /// <summary>That of the request which is being sent; null outside of any.</summary>
    public static CallScope? Current => Flowing.Value;

    /// <summary>Whose request it is.</summary>
    public AwsConnection Connection { get; }

    /// <summary>The Region that the user means; null where none is known yet.</summary>
    public string? Region { get; }

    /// <summary>Begins it, for what is awaited until it is disposed of.</summary>
    /// <param name="connection">Whose request.</param>
    /// <param name="region">The Region that is meant; that of the scope around where null.</param>
    /// <param name="monitor">Who is told what a call waits for; that of the scope around where null.</param>
    public static CallScope Enter(AwsConnection connection, string? region, IAwsMonitor? monitor = null) => new(connection, region, monitor);

    /// <summary>What the request waits for, as a sentence; null where it waits for its own answer alone.</summary>
    public string? WaitsFor { get; private set; }

    /// <summary>Tells what the request waits for, for when the time is over before that came.</summary>
    public void Tell(string? what)
    {
        WaitsFor = what;
        _monitor?.Waits(this, what);
    }

    /// <inheritdoc/>
    public void Dispose() => Flowing.Value = _before;
}
