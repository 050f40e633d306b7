using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using VpcEndpointTools.Live;

namespace VpcEndpointTools.Ec2;

/// <summary>Whose credentials, and which Region: what was given, then the SDK's own chain.</summary>
internal static class CredentialFinder
{
    /// <summary>The credentials. Throws <see cref="AwsException"/> where there are none; may ask the instance metadata service.</summary>
    public static AWSCredentials Find(AwsConnection connection)
    {
        if (connection.AccessKey is not null || connection.SecretKey is not null)
        {
            return Keys(connection);
        }

        if (connection.ProfileName is not null)
        {
            return FromProfile(connection);
        }

        try
        {
            return DefaultAWSCredentialsIdentityResolver.GetCredentials();
        }
        catch (Exception exception) when (exception is AmazonClientException or AmazonServiceException)
        {
            throw Problems.NoCredentials(exception);
        }
    }

    /// <summary>The Region of a connection that names none. Throws <see cref="AwsException"/> where nothing says.</summary>
    public static string Region(AwsConnection connection)
    {
        string? region = connection.SessionRegion
            ?? (connection.ProfileName is null ? null : Profile(connection).Region?.SystemName)
            ?? FallbackRegionFactory.GetRegionEndpoint()?.SystemName;
        return region ?? throw new AwsException(
            "NoRegion", "No Region is known: give -Region, or set one with Set-DefaultAWSRegion, in the profile, or in AWS_REGION.") { IsGeneral = true };
    }

    private static AWSCredentials Keys(AwsConnection connection)
    {
        if (connection.AccessKey is not { Length: > 0 } key || connection.SecretKey is not { Length: > 0 } secret)
        {
            throw new AwsException("IncompleteKeys", "-AccessKey and -SecretKey go together: give both, or neither.") { IsGeneral = true };
        }

        return string.IsNullOrEmpty(connection.SessionToken) ? new BasicAWSCredentials(key, secret) : new SessionAWSCredentials(key, secret, connection.SessionToken);
    }

    private static AWSCredentials FromProfile(AwsConnection connection)
    {
        CredentialProfile profile = Profile(connection);
        try
        {
            return AWSCredentialsFactory.GetAWSCredentials(profile, new CredentialProfileStoreChain(connection.ProfileLocation));
        }
        catch (Exception exception) when (exception is InvalidDataException or AmazonClientException)
        {
            throw Problems.UnusableProfile(connection.ProfileName!, exception);
        }
    }

    private static CredentialProfile Profile(AwsConnection connection)
    {
        CredentialProfileStoreChain chain = new(connection.ProfileLocation);
        return chain.TryGetProfile(connection.ProfileName, out CredentialProfile profile) ? profile : throw new AwsException(
            "ProfileNotFound",
            $"{connection.ProfileName}: no profile of this name in {connection.ProfileLocation ?? "~/.aws/credentials and ~/.aws/config"}. "
            + $"There are {(chain.ListProfiles() is { Count: > 0 } all ? string.Join(", ", all.Select(item => item.Name)) : "none")}.") { IsGeneral = true };
    }
}
