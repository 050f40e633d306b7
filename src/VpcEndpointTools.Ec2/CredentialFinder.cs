using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using VpcEndpointTools.Catalog;
using VpcEndpointTools.Ec2.Wire;
using VpcEndpointTools.Live;

namespace VpcEndpointTools.Ec2;

/// <summary>Whose credentials, and which Region: what was given, then the SDK's own chain.</summary>
internal static class CredentialFinder
{
    /// <summary>
    /// The credentials. Throws <see cref="AwsException"/> where there are none; may ask the instance metadata service, but no longer than
    /// the command has time.
    /// </summary>
    /// <param name="connection">What was given.</param>
    /// <param name="region">The Region that will be asked, for roles.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<AWSCredentials> FindAsync(AwsConnection connection, string region, CancellationToken cancellationToken)
    {
        Secrets.Remember(connection);
        using CancellationTokenSource? limit = connection.Deadline?.Link(cancellationToken);
        CancellationToken end = limit?.Token ?? cancellationToken;
        try
        {
            using CallScope scope = CallScope.Enter(connection, region);
            return new RememberedCredentials(await Task.Run(() => Find(connection), end).WaitAsync(end).ConfigureAwait(false));
        }
        catch (AwsException exception)
        {
            throw Secrets.Clean(exception);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Problems.TimedOut("The credentials", connection.Deadline!);
        }
    }

    /// <summary>The Region of a connection that names none. Throws <see cref="AwsException"/> where nothing says.</summary>
    public static string Region(AwsConnection connection)
    {
        GuardedHttp.Use();
        return Checked(connection.SessionRegion, "$StoredAWSRegion")
            ?? (connection.ProfileName is { } name ? Checked(Profile(connection).Region?.SystemName, $"the profile {name}") : null)
            ?? Checked(Variable("AWS_REGION"), "AWS_REGION")
            ?? Checked(Variable("AWS_DEFAULT_REGION"), "AWS_DEFAULT_REGION")
            ?? Checked(SharedFiles.Now().Required() is null ? null : OfDefaultProfile(), $"the profile {SharedFiles.DefaultProfile}")
            ?? OfInstance()
            ?? throw new AwsException(
            AwsErrorId.NoRegion, "No Region is known: give -Region, or set one with Set-DefaultAWSRegion, in the profile, or in AWS_REGION.") { IsGeneral = true };
    }

    // As -Region is: nothing is signed for what is no Region.
    private static string? Checked(string? region, string source) => string.IsNullOrWhiteSpace(region) ? null
        : ServiceNames.IsRegion(region) ? region
        : throw new AwsException(
            AwsErrorId.InvalidRegion, $"{region}: not the name of a Region, such as eu-west-1. It comes from {source}.") { IsGeneral = true };

    private static AWSCredentials Find(AwsConnection connection)
    {
        GuardedHttp.Use();
        SharedFiles files = SharedFiles.Now();
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
            if (Variable("AWS_ACCESS_KEY_ID") is null)
            {
                files.Required();
            }

            return files.Chain.ResolveIdentity(null);
        }
        catch (ProfileNotFoundException)
        {
            throw ProfileNotFound(SharedFiles.DefaultProfile, null);
        }
        catch (Exception exception) when (exception is AmazonClientException or AmazonServiceException)
        {
            throw exception.InnerException as AwsException ?? Problems.NoCredentials(exception);
        }
    }

    /// <summary>
    /// Where a container gives credentials: the SDK's chain as far as that, with the link replaced that would follow redirects. It is
    /// static in the SDK.
    /// </summary>
    public static void InstallChain() => AWSConfigs.AWSCredentialsGenerators = !ContainerCredentials.AreOffered ? null :
    [
        () => new EnvironmentVariablesAWSCredentials(),
        () => AssumeRoleWithWebIdentityCredentials.FromEnvironmentVariables(),
        OfDefaultProfileCredentials,
        ContainerCredentials.FromEnvironment,
    ];

    private static AWSCredentials OfDefaultProfileCredentials()
    {
        string name = SharedFiles.DefaultProfile;
        CredentialProfileStoreChain chain = new();
        return chain.TryGetProfile(name, out CredentialProfile profile) ? Credentials(profile, chain)
            : Variable("AWS_PROFILE") is null ? throw new AmazonClientException($"no profile {name}")
            : throw new ProfileNotFoundException($"no profile {name}");
    }

    private static AWSCredentials Keys(AwsConnection connection)
    {
        if (connection.AccessKey is not { Length: > 0 } key || connection.SecretKey is not { Length: > 0 } secret)
        {
            throw new AwsException(AwsErrorId.IncompleteKeys, "-AccessKey and -SecretKey go together: give both, or neither.") { IsGeneral = true };
        }

        return string.IsNullOrEmpty(connection.SessionToken) ? new BasicAWSCredentials(key, secret) : new SessionAWSCredentials(key, secret, connection.SessionToken);
    }

    private static AWSCredentials FromProfile(AwsConnection connection)
    {
        CredentialProfile profile = Profile(connection);
        try
        {
            return Credentials(profile, new CredentialProfileStoreChain(connection.ProfileLocation));
        }
        catch (Exception exception) when (exception is InvalidDataException or AmazonClientException or ArgumentException)
        {
            throw Problems.UnusableProfile(connection.ProfileName!, exception);
        }
    }

    // A role whose source is the container: the SDK would ask the container itself, and follow its redirects.
    private static AWSCredentials Credentials(CredentialProfile profile, CredentialProfileStoreChain chain)
    {
        bool isOfContainer = profile.Options is { CredentialSource: { } source, RoleArn.Length: > 0 }
            && source.Equals("EcsContainer", StringComparison.OrdinalIgnoreCase);
        return isOfContainer && ContainerCredentials.FromEnvironment() is { } container
            ? new AssumeRoleAWSCredentials(container, profile.Options.RoleArn, profile.Options.RoleSessionName
                ?? $"vpcendpointtools-{DateTime.UtcNow.Ticks}")
            : AWSCredentialsFactory.GetAWSCredentials(profile, chain);
    }

    private static CredentialProfile Profile(AwsConnection connection)
    {
        if (connection.ProfileLocation is null)
        {
            SharedFiles.Now().Required();
        }

        CredentialProfileStoreChain chain = new(connection.ProfileLocation);
        try
        {
            return chain.TryGetProfile(connection.ProfileName, out CredentialProfile profile)
                ? profile : throw ProfileNotFound(connection.ProfileName!, connection.ProfileLocation);
        }
        catch (InvalidDataException exception)
        {
            throw SharedFiles.Unreadable(exception);
        }
    }

    private static AwsException ProfileNotFound(string name, string? location)
    {
        List<string> names = new CredentialProfileStoreChain(location).ListProfiles().ConvertAll(item => item.Name);
        return new AwsException(
            AwsErrorId.ProfileNotFound,
            $"{name}: no profile of this name in {location ?? "~/.aws/credentials and ~/.aws/config"}. "
            + $"There are {(names.Count > 0 ? string.Join(", ", names) : "none")}.") { IsGeneral = true };
    }

    private static string? OfDefaultProfile() =>
        new CredentialProfileStoreChain().TryGetProfile(SharedFiles.DefaultProfile, out CredentialProfile profile)
            ? profile.Region?.SystemName : null;

    private static string? OfInstance()
    {
        try
        {
            return new InstanceProfileAWSRegion().Region?.SystemName;
        }
        catch (Exception exception) when (exception is InvalidOperationException or AmazonClientException
            or AmazonServiceException or HttpRequestException or IOException)
        {
            // No instance.
            return null;
        }
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
