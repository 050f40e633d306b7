using VpcEndpointTools.Model;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Live;

/// <summary>Creates, watches and removes endpoints. Implemented outside this library.</summary>
/// <remarks>What AWS refuses throws <see cref="AwsException"/> with AWS's own code; so does what never got an answer. What changes something says
/// in its Trace how the call went.</remarks>
public interface IAwsEndpoints
{
    /// <summary>Asks whether the request would be carried out. Null where it would; an endpoint where the server ignored DryRun and made it at once.</summary>
    /// <param name="connection">Whose credentials.</param>
    /// <param name="region">Where.</param>
    /// <param name="request">The request, complete.</param>
    /// <param name="monitor">Where the call is told.</param>
    /// <param name="token">The client token of the dry run, its own. It is sent again after throttling only.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    Task<CreationAnswer?> DryRunAsync(
        AwsConnection connection, string region, EndpointConfig request, string token, IAwsMonitor monitor, CancellationToken cancellationToken);

    /// <summary>Creates the endpoint, or gives the one that the token has made before; that may be gone.</summary>
    /// <param name="connection">Whose credentials.</param>
    /// <param name="region">Where.</param>
    /// <param name="request">The request, complete.</param>
    /// <param name="token">The client token, kept over retries.</param>
    /// <param name="monitor">Where the call is told.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    Task<CreationAnswer> CreateAsync(
        AwsConnection connection, string region, EndpointConfig request, string token, IAwsMonitor monitor, CancellationToken cancellationToken);

    /// <summary>The endpoints of a VPC, as AWS shows them now.</summary>
    /// <param name="connection">Whose credentials.</param>
    /// <param name="region">Where.</param>
    /// <param name="vpcId">The VPC.</param>
    /// <param name="monitor">Where the call is told.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    Task<InputNode> ListAsync(AwsConnection connection, string region, string vpcId, IAwsMonitor monitor, CancellationToken cancellationToken);

    /// <summary>The network interfaces in some subnets, as AWS shows them now: they tell the addresses of endpoints.</summary>
    /// <param name="connection">Whose credentials.</param>
    /// <param name="region">Where.</param>
    /// <param name="subnetIds">The subnets.</param>
    /// <param name="monitor">Where the call is told.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    Task<InputNode> ListInterfacesAsync(
        AwsConnection connection, string region, IReadOnlyList<string> subnetIds, IAwsMonitor monitor, CancellationToken cancellationToken);

    /// <summary>Deletes an endpoint; says what AWS says against it, or null.</summary>
    /// <param name="connection">Whose credentials.</param>
    /// <param name="region">Where.</param>
    /// <param name="endpointId">The endpoint.</param>
    /// <param name="monitor">Where the call is told.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    Task<string?> DeleteAsync(AwsConnection connection, string region, string endpointId, IAwsMonitor monitor, CancellationToken cancellationToken);
}
