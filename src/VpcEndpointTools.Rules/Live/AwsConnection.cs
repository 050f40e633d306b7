namespace VpcEndpointTools.Live;

/// <summary>Whose credentials to use, and which endpoint to call. Nothing in it is ever printed.</summary>
public sealed class AwsConnection
{
    /// <summary>A profile of the shared files; a missing one is an error, never a fall-through.</summary>
    public string? ProfileName { get; init; }

    /// <summary>The credentials file to look for the profile in; the usual one unless given.</summary>
    public string? ProfileLocation { get; init; }

    /// <summary>Access key; goes with <see cref="SecretKey"/>.</summary>
    public string? AccessKey { get; init; }

    /// <summary>Secret key; goes with <see cref="AccessKey"/>.</summary>
    public string? SecretKey { get; init; }

    /// <summary>Token of temporary keys.</summary>
    public string? SessionToken { get; init; }

    /// <summary>The URL to call in place of AWS's own.</summary>
    public string? EndpointUrl { get; init; }

    /// <summary>True where plain http to a host that is not this machine is wanted: the session token travels readable then.</summary>
    public bool AllowInsecure { get; init; }

    /// <summary>The Region that the session of AWS.Tools would use.</summary>
    public string? SessionRegion { get; init; }

    /// <summary>When the whole command ends; null where each call has its own limit only.</summary>
    public AwsDeadline? Deadline { get; init; }

    /// <summary>The URL that can be called: http or https, with a host and without query or fragment; null for any other text.</summary>
    /// <param name="text">The text.</param>
    public static Uri? FindUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https" && url.Host.Length > 0
            && !text.AsSpan().ContainsAny('?', '#') ? url : null;

    /// <summary>The same connection for calls that end with the deadline.</summary>
    /// <param name="deadline">The end; null for none.</param>
    public AwsConnection Until(AwsDeadline? deadline) => new()
    {
        ProfileName = ProfileName,
        ProfileLocation = ProfileLocation,
        AccessKey = AccessKey,
        SecretKey = SecretKey,
        SessionToken = SessionToken,
        EndpointUrl = EndpointUrl,
        AllowInsecure = AllowInsecure,
        SessionRegion = SessionRegion,
        Deadline = deadline,
    };
}
