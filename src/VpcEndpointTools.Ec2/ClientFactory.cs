using Amazon;
using Amazon.EC2;
using Amazon.Runtime;
using VpcEndpointTools.Ec2.Wire;
using VpcEndpointTools.Live;

namespace VpcEndpointTools.Ec2;

/// <summary>Makes clients of one connection.</summary>
internal sealed class ClientFactory(AWSCredentials credentials, AwsConnection connection)
{
    // Ten retries outlast a throttled account: the SDK's own two would give up on every tenth call where a third is throttled.
    private const int Retries = 10;

    private static readonly TimeSpan HastyTimeout = TimeSpan.FromSeconds(5);

    /// <summary>The factory of a connection, with its credentials.</summary>
    /// <param name="connection">Whose credentials.</param>
    /// <param name="region">The Region that will be asked.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<ClientFactory> OpenAsync(AwsConnection connection, string region, CancellationToken cancellationToken) =>
        new(await CredentialFinder.FindAsync(connection, region, cancellationToken).ConfigureAwait(false), connection);

    /// <summary>Whose credentials.</summary>
    public AWSCredentials Credentials => credentials;

    /// <summary>A client of a Region.</summary>
    public PatientClient Ec2(string region) => new(credentials, Config(region));

    /// <summary>A client that sends again what was throttled, and nothing else.</summary>
    public PatientClient Ec2WithoutRepetition(string region) => new(credentials, Config(region), retriesThrottlingOnly: true);

    /// <summary>A client that asks once and does not wait long: somebody is typing.</summary>
    public PatientClient Hasty(string region)
    {
        AmazonEC2Config config = Config(region);
        config.MaxErrorRetry = 0;
        config.Timeout = HastyTimeout;
        return new PatientClient(credentials, config);
    }

    private AmazonEC2Config Config(string region)
    {
        AmazonEC2Config config = new();
        Configure(config, new AmazonEC2Config(), region);
        return config;
    }

    /// <summary>Region, URL, time and retries of any client. Throws <see cref="AwsException"/> where the URL may not be called.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="fresh">Another one of the same service, to find out what is configured for it.</param>
    /// <param name="region">The Region.</param>
    public void Configure(ClientConfig config, ClientConfig fresh, string region)
    {
        GuardedHttp.Use();
        SharedFiles.Now();
        if (ServiceEndpoint.Find(connection, fresh) is { } url)
        {
            config.ServiceURL = url.ToString();
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        // What is configured was found above; and whatever is called, it is about this Region.
        config.IgnoreConfiguredEndpointUrls = true;
        config.AuthenticationRegion = region;
        config.AllowAutoRedirect = false;

        // These would not count as retries.
        config.MaxStaleConnectionRetries = 0;
        config.RetryMode = RequestRetryMode.Standard;

        // AWS_MAX_ATTEMPTS and a profile's max_attempts are the user's own word.
        if (Amazon.Runtime.Internal.FallbackInternalConfigurationFactory.MaxAttempts is null)
        {
            config.MaxErrorRetry = Retries;
        }
    }
}
