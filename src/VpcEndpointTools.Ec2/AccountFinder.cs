using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using VpcEndpointTools.Ec2.Wire;
using VpcEndpointTools.Live;

namespace VpcEndpointTools.Ec2;

/// <summary>Finds out whose account it is. Nobody needs a permission for that, but STS may not be reachable from a private subnet.</summary>
internal static class AccountFinder
{
    // Longer than this nobody should wait for a number.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    // A connection has one account, in whichever Region; where STS did not say it is asked again.
    private static readonly ConditionalWeakTable<AwsConnection, string> Known = [];

    /// <summary>The account's id, or null where STS does not say. Asked once a connection.</summary>
    public static async Task<string?> FindAsync(
        AwsConnection connection, ClientFactory factory, string region, IAwsMonitor monitor, CancellationToken cancellationToken)
    {
        if (Known.TryGetValue(connection, out string? known))
        {
            return known;
        }

        AmazonSecurityTokenServiceConfig config = new();
        factory.Configure(config, new AmazonSecurityTokenServiceConfig(), region);
        config.MaxErrorRetry = 1;
        using AmazonSecurityTokenServiceClient client = new(factory.Credentials, config);
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using CallScope scope = CallScope.Enter(connection, region);
            monitor.Called("GetCallerIdentity", region, string.Empty);
            GetCallerIdentityResponse answer = await client.GetCallerIdentityAsync(new(), patience.Token)
                .WaitAsync(patience.Token).ConfigureAwait(false);
            if (answer.Account is { } account)
            {
                Known.AddOrUpdate(connection, account);
            }

            return answer.Account;
        }
        catch (Exception exception) when (exception is AmazonServiceException or AmazonClientException or HttpRequestException
            or IOException or AwsException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // EC2's own answer will say what is wrong with the credentials, if anything is.
            return null;
        }
    }
}
