using Amazon.EC2.Model;
using Amazon.Runtime;
using VpcEndpointTools.Ec2.Wire;
using VpcEndpointTools.Live;

namespace VpcEndpointTools.Ec2;

/// <summary>Looks up ids through AWS's SDK, in haste.</summary>
public sealed class Ec2Names : IAwsNames
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<NamedId>> ListAsync(AwsConnection connection, string region, NamedKind kind, string? vpcId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        using CallScope scope = CallScope.Enter(connection, region);
        AWSCredentials credentials = await CredentialsAsync(connection, region, cancellationToken).ConfigureAwait(false);
        using PatientClient client = new ClientFactory(credentials, connection).Hasty(region);
        List<Filter>? filters = vpcId is null || kind == NamedKind.Vpc ? null : [new Filter("vpc-id", [vpcId])];
        Page page = await Part(kind).ReadAsync(client, filters, null, cancellationToken).ConfigureAwait(false);
        return [.. (page.Items ?? Array.Empty<object>()).Cast<object>().Select(Named).OrderBy(item => item.Id, StringComparer.Ordinal)];
    }

    // Where neither keys nor a profile are given they are in the environment: the rest of the SDK's chain waits for a metadata service that mostly is not there.
    private static async Task<AWSCredentials> CredentialsAsync(AwsConnection connection, string region,
        CancellationToken cancellationToken) =>
        connection is { AccessKey: null, SecretKey: null, ProfileName: null }
            ? new EnvironmentVariablesAWSCredentials()
            : await CredentialFinder.FindAsync(connection, region, cancellationToken).ConfigureAwait(false);

    private static SnapshotPart Part(NamedKind kind) => kind switch
    {
        NamedKind.Vpc => SnapshotPart.Vpcs,
        NamedKind.VpcEndpoint => SnapshotPart.VpcEndpoints,
        _ => SnapshotPart.Others.First(part => part.Member == $"{kind}s"),
    };

    private static NamedId Named(object item) => item switch
    {
        Vpc vpc => new(vpc.VpcId, NameTag(vpc.Tags), vpc.CidrBlock),
        Subnet subnet => new(subnet.SubnetId, NameTag(subnet.Tags), $"{subnet.CidrBlock}, {subnet.AvailabilityZone}"),
        RouteTable table => new(table.RouteTableId, NameTag(table.Tags), table.Associations?.Any(association => association.Main == true) == true ? "main route table" : "route table"),
        SecurityGroup group => new(group.GroupId, NameTag(group.Tags), group.GroupName),
        VpcEndpoint endpoint => new(endpoint.VpcEndpointId, NameTag(endpoint.Tags), $"{endpoint.VpcEndpointType} {endpoint.ServiceName}"),
        _ => throw new ArgumentException($"{item.GetType().Name} has no id to name it by.", nameof(item)),
    };

    private static string? NameTag(List<Tag>? tags) => tags?.Find(tag => tag.Key == "Name")?.Value is { Length: > 0 } name ? name : null;
}
