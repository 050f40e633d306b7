using VpcEndpointTools.Editing;

namespace VpcEndpointTools.Live;

/// <summary>Changes and removes endpoints. Implemented outside this library.</summary>
/// <remarks>What AWS refuses throws <see cref="AwsException"/> with AWS's own code; so does what never got an answer.</remarks>
public interface IAwsChanges
{
    /// <summary>Sends the change: one ModifyVpcEndpoint.</summary>
    /// <param name="connection">Whose credentials.</param>
    /// <param name="region">Where.</param>
    /// <param name="endpointId">The endpoint.</param>
    /// <param name="change">What to change.</param>
    /// <param name="monitor">Where the call is told.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    Task ModifyAsync(AwsConnection connection, string region, string endpointId, EndpointChange change, IAwsMonitor monitor,
        CancellationToken cancellationToken);

    /// <summary>Sends the removal: one DeleteVpcEndpoints. An endpoint that is listed as unsuccessful throws as a refusal.</summary>
    /// <param name="connection">Whose credentials.</param>
    /// <param name="region">Where.</param>
    /// <param name="endpointId">The endpoint.</param>
    /// <param name="monitor">Where the call is told.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    Task RemoveAsync(AwsConnection connection, string region, string endpointId, IAwsMonitor monitor,
        CancellationToken cancellationToken);

    /// <summary>Those of the network interfaces that are still there.</summary>
    /// <param name="connection">Whose credentials.</param>
    /// <param name="region">Where.</param>
    /// <param name="interfaceIds">The network interfaces.</param>
    /// <param name="monitor">Where the call is told.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    Task<IReadOnlyList<string>> InterfacesLeftAsync(
        AwsConnection connection, string region, IReadOnlyList<string> interfaceIds, IAwsMonitor monitor,
            CancellationToken cancellationToken);
}
