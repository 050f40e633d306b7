using VpcEndpointTools.Live;

namespace VpcEndpointTools.Ec2.Wire;

/// <summary>For whom a request is sent. The SDK makes clients of its own on the way (STS for a role, SSO): they find out here.</summary>
internal sealed class CallScope : IDisposable
{
    private static readonly AsyncLocal<CallScope?> Flowing = new();

    private readonly CallScope? _before = Flowing.Value;

    private CallScope(AwsConnection connection, string? region)
    {
        Connection = connection;
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
    public static CallScope Enter(AwsConnection connection, string? region) => new(connection, region);

    /// <inheritdoc/>
    public void Dispose() => Flowing.Value = _before;
}
