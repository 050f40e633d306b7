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

    /// <summary>The Region that the session of AWS.Tools would use.</summary>
    public string? SessionRegion { get; init; }
}
