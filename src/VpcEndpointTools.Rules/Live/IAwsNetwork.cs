using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Live;

/// <summary>Looks at AWS. Implemented outside this library, which has no network.</summary>
/// <remarks>What fails as a whole throws <see cref="AwsException"/>, which says in one sentence what to do.</remarks>
public interface IAwsNetwork
{
    /// <summary>The Regions that names and wildcards mean; the connection's own Region for none.</summary>
    /// <param name="connection">Whose credentials.</param>
    /// <param name="patterns">Names, or wildcards over the Regions that the account has enabled.</param>
    /// <param name="monitor">Where calls are told.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    Task<IReadOnlyList<string>> FindRegionsAsync(AwsConnection connection, IReadOnlyList<string> patterns, IAwsMonitor monitor, CancellationToken cancellationToken);

    /// <summary>The VPCs of endpoints. Ids that AWS does not know are left out.</summary>
    /// <param name="connection">Whose credentials.</param>
    /// <param name="region">Where to look.</param>
    /// <param name="endpointIds">Ids of endpoints; wildcards are allowed.</param>
    /// <param name="monitor">Where calls are told.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    Task<IReadOnlyDictionary<string, string>> FindEndpointVpcsAsync(
        AwsConnection connection, string region, IReadOnlyList<string> endpointIds, IAwsMonitor monitor, CancellationToken cancellationToken);

    /// <summary>Reads a snapshot: an object with the members of AWS's describe answers, in AWS's own words.</summary>
    /// <param name="connection">Whose credentials.</param>
    /// <param name="request">What to read.</param>
    /// <param name="monitor">Where calls and what could not be seen are told.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    Task<InputNode> ReadSnapshotAsync(AwsConnection connection, SnapshotRequest request, IAwsMonitor monitor, CancellationToken cancellationToken);

    /// <summary>Reads the answer of DescribeVpcEndpointServices: ServiceNames and ServiceDetails of a Region.</summary>
    /// <param name="connection">Whose credentials.</param>
    /// <param name="region">The Region.</param>
    /// <param name="monitor">Where calls are told.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    Task<InputNode> ReadServicesAsync(AwsConnection connection, string region, IAwsMonitor monitor, CancellationToken cancellationToken);
}

/// <summary>Hears what happens while AWS is asked; from any thread.</summary>
public interface IAwsMonitor
{
    /// <summary>A call was sent.</summary>
    void Called(string action, string region, string detail);

    /// <summary>A call was answered; so many are known to be still to come.</summary>
    void Answered(string region, int answered, int known);

    /// <summary>Something could not be seen; the rest could.</summary>
    void Unseen(string message);

    /// <summary>A call waits for something else than its own answer: it was throttled, or the credentials do not come.</summary>
    /// <param name="call">The call.</param>
    /// <param name="what">What for, in a sentence; null where it waits no more.</param>
    void Waits(object call, string? what)
    {
    }
}
