using Amazon.EC2.Model;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using VpcEndpointTools.Live;

namespace VpcEndpointTools.Ec2;

/// <summary>Looks up ids through AWS's SDK, in haste.</summary>
public sealed class Ec2Names : IAwsNames
{
    private const string DefaultProfile = "default";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<NamedId>> ListAsync(AwsConnection connection, string region, NamedKind kind, string? vpcId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        using PatientClient client = new ClientFactory(Credentials(connection), connection).Hasty(region);
        List<Filter>? filters = vpcId is null || kind == NamedKind.Vpc ? null : [new Filter("vpc-id", [vpcId])];
        Page page = await Part(kind).ReadAsync(client, filters, null, cancellationToken).ConfigureAwait(false);
        return [.. (page.Items ?? Array.Empty<object>()).Cast<object>().Select(Named).OrderBy(item => item.Id, StringComparer.Ordinal)];
    }

    // The SDK's chain without its end, which waits for a metadata service that mostly is not there.
    private static AWSCredentials Credentials(AwsConnection connection)
    {
        if (connection.AccessKey is not null || connection.SecretKey is not null || connection.ProfileName is not null)
        {
            return CredentialFinder.Find(connection);
        }

        if (Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID") is { Length: > 0 })
        {
            return new EnvironmentVariablesAWSCredentials();
        }

        string profile = Environment.GetEnvironmentVariable("AWS_PROFILE") is { Length: > 0 } named ? named : DefaultProfile;
        return new CredentialProfileStoreChain(connection.ProfileLocation).TryGetAWSCredentials(profile, out AWSCredentials credentials)
            ? credentials
            : throw new AwsException("NoCredentials", "Neither the environment nor the shared files have credentials.");
    }

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
