using Amazon;
using Amazon.EC2;
using Amazon.Runtime;
using VpcEndpointTools.Live;

namespace VpcEndpointTools.Ec2;

/// <summary>Makes clients of one connection.</summary>
internal sealed class ClientFactory(AWSCredentials credentials, AwsConnection connection)
{
    // Ten retries outlast a throttled account: the SDK's own two would give up on every tenth call where a third is throttled.
    private const int Retries = 10;

    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan HastyTimeout = TimeSpan.FromSeconds(5);

    /// <summary>A client of a Region.</summary>
    public PatientClient Ec2(string region) => new(credentials, Config(region));

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
        Configure(config, region);
        return config;
    }

    /// <summary>Region, URL, time and retries of any client.</summary>
    public void Configure(ClientConfig config, string region)
    {
        if (connection.EndpointUrl is { } url)
        {
            config.ServiceURL = url;
            config.AuthenticationRegion = region;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        config.Timeout = CallTimeout;
        config.RetryMode = RequestRetryMode.Standard;

        // AWS_MAX_ATTEMPTS and a profile's max_attempts are the user's own word.
        if (Amazon.Runtime.Internal.FallbackInternalConfigurationFactory.MaxAttempts is null)
        {
            config.MaxErrorRetry = Retries;
        }
    }
}
