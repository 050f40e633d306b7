using System.IO.Enumeration;
using Amazon.EC2.Model;
using Amazon.Runtime;
using VpcEndpointTools.Live;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Ec2;

/// <summary>Looks at AWS through its SDK.</summary>
public sealed class Ec2Network : IAwsNetwork
{
    // Where to ask which Regions there are, when nothing says where one is at home.
    private const string RegionOfRegions = "us-east-1";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> FindRegionsAsync(
        AwsConnection connection, IReadOnlyList<string> patterns, IAwsMonitor monitor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(patterns);
        if (patterns.Count == 0)
        {
            return [CredentialFinder.Region(connection)];
        }

        if (!patterns.Any(IsPattern))
        {
            return [.. patterns.Distinct(StringComparer.Ordinal)];
        }

        string home = patterns.FirstOrDefault(pattern => !IsPattern(pattern)) ?? HomeOf(connection);
        ClientFactory factory = await ClientFactory.OpenAsync(connection, home, cancellationToken).ConfigureAwait(false);
        using (PatientClient client = factory.Ec2(home))
        {
            using CallGate gate = new(home, connection, monitor, cancellationToken);
            DescribeRegionsResponse? answer = await AskAsync(
                () => gate.CallAsync("DescribeRegions", string.Empty, stop => client.DescribeRegionsAsync(new DescribeRegionsRequest(), stop)), "DescribeRegions", home, connection)
                .ConfigureAwait(false);
            List<string> all = [.. answer!.Regions.Select(region => region.RegionName).Order(StringComparer.Ordinal)];
            return [.. patterns.SelectMany(pattern => IsPattern(pattern) ? Matching(all, pattern) : [pattern]).Distinct(StringComparer.Ordinal)];
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, string>> FindEndpointVpcsAsync(
        AwsConnection connection, string region, IReadOnlyList<string> endpointIds, IAwsMonitor monitor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(endpointIds);

        // All of the Region, a thousand a call: asked by id, one that is not there would cost the answer about the others.
        List<VpcEndpoint> all = await ListAsync<VpcEndpoint>(SnapshotPart.VpcEndpoints, connection, region, monitor, cancellationToken).ConfigureAwait(false);
        return all.Where(endpoint => endpointIds.Any(id => FileSystemName.MatchesSimpleExpression(id, endpoint.VpcEndpointId)))
            .ToDictionary(endpoint => endpoint.VpcEndpointId, endpoint => endpoint.VpcId, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public async Task<InputNode> ReadSnapshotAsync(AwsConnection connection, SnapshotRequest request, IAwsMonitor monitor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(request);
        ClientFactory factory = await ClientFactory.OpenAsync(connection, request.Region, cancellationToken).ConfigureAwait(false);
        using (PatientClient client = factory.Ec2(request.Region))
        {
            using CallGate gate = new(request.Region, connection, monitor, cancellationToken);
            RegionReading reading = new(client, gate, request, monitor);
            return await AskAsync(() => reading.ReadAsync(AskAccount), SnapshotPart.Vpcs.Action, request.Region, connection).ConfigureAwait(false);

            Task<string?> AskAccount() => request.WithoutVpcs
                ? Task.FromResult<string?>(null)
                : AccountFinder.FindAsync(connection, factory, request.Region, monitor, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task<InputNode> ReadServicesAsync(AwsConnection connection, string region, IAwsMonitor monitor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        List<ServiceDetail> services = await ListAsync<ServiceDetail>(SnapshotPart.Services, connection, region, monitor, cancellationToken).ConfigureAwait(false);
        return new SdkNode(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["ServiceNames"] = services.Select(service => service.ServiceName).Distinct(StringComparer.Ordinal).ToList(),
            ["ServiceDetails"] = services,
        });
    }

    private static async Task<List<T>> ListAsync<T>(
        SnapshotPart part, AwsConnection connection, string region, IAwsMonitor monitor, CancellationToken cancellationToken)
    {
        ClientFactory factory = await ClientFactory.OpenAsync(connection, region, cancellationToken).ConfigureAwait(false);
        using (PatientClient client = factory.Ec2(region))
        {
            using CallGate gate = new(region, connection, monitor, cancellationToken);
            RegionReading reading = new(client, gate, new SnapshotRequest(region), monitor);
            return await AskAsync(() => reading.ReadAllAsync<T>(part, filters: null), part.Action, region, connection).ConfigureAwait(false);
        }
    }

    private static bool IsPattern(string text) => text.AsSpan().ContainsAny('*', '?');

    private static IEnumerable<string> Matching(List<string> regions, string pattern) => regions.Where(region => FileSystemName.MatchesSimpleExpression(pattern, region));

    private static string HomeOf(AwsConnection connection)
    {
        try
        {
            return CredentialFinder.Region(connection);
        }
        catch (AwsException exception) when (exception.ErrorId == AwsErrorId.NoRegion)
        {
            return RegionOfRegions;
        }
    }

    // Where the one call that matters is denied there is nothing to go on with.
    private static async Task<T> AskAsync<T>(Func<Task<T>> ask, string action, string region, AwsConnection connection)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (AmazonServiceException exception)
        {
            throw Problems.Of(exception, action, region, connection);
        }
    }
}
