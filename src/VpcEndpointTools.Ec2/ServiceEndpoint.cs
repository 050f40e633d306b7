using Amazon;
using Amazon.EC2;
using Amazon.Runtime;
using VpcEndpointTools.Ec2.Wire;
using VpcEndpointTools.Live;

namespace VpcEndpointTools.Ec2;

/// <summary>
/// The URL that is called in place of AWS's own, in the order of the AWS SDKs and tools: parameter, variable of the service, variable of
/// all services, then the same
/// in the profile.
/// </summary>
/// <remarks>Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html.</remarks>
internal static class ServiceEndpoint
{
    /// <summary>
    /// The URL, without user info; null for AWS's own. Throws <see cref="AwsException"/> for one that cannot or must not be called.
    /// </summary>
    /// <param name="connection">What was given.</param>
    /// <param name="config">A fresh configuration of a client of the service: the SDK finds what is configured for it.</param>
    public static Uri? Find(AwsConnection connection, ClientConfig config)
    {
        if (connection.EndpointUrl is { } given)
        {
            return Checked(given, "-EndpointUrl", connection);
        }

        if (connection.ProfileName is { } name)
        {
            config.Profile = new Profile(name, connection.ProfileLocation);
        }

        try
        {
            return config.ServiceURL is { Length: > 0 } url ? Checked(url, "AWS_ENDPOINT_URL, or endpoint_url in the "
                + "profile,", connection) : null;
        }
        catch (AmazonClientException)
        {
            throw NoUrl("AWS_ENDPOINT_URL, or endpoint_url in the profile,");
        }
    }

    /// <summary>What is called for EC2, as it may be shown; null for AWS's own.</summary>
    public static string? Shown(AwsConnection connection) => Find(connection, new AmazonEC2Config()) is { } url ? Secrets.Show(url) : null;

    private static Uri Checked(string text, string source, AwsConnection connection)
    {
        if (AwsConnection.FindUrl(text) is not { } url)
        {
            throw NoUrl(source);
        }

        PlainHttp.Check(url, connection.AllowInsecure);
        Secrets.Remember(url);
        return url.UserInfo.Length == 0 ? url : new UriBuilder(url) { UserName = string.Empty, Password = string.Empty }.Uri;
    }

    private static AwsException NoUrl(string source) => new(AwsErrorId.InvalidEndpointUrl, $"{source} is not a URL without query and fragment, such as "
        + $"https://ec2.eu-west-1.amazonaws.com.") { IsGeneral = true };
}
