using VpcEndpointTools.Aws;
using VpcEndpointTools.Live;

namespace VpcEndpointTools.Completion;

/// <summary>Whose credentials a command would use, where and at which address: found without asking anybody.</summary>
/// <param name="Connection">Whose credentials.</param>
/// <param name="Region">The Region.</param>
internal sealed record TypedConnection(AwsConnection Connection, string Region)
{
    /// <summary>Tells one from another; it names no secret.</summary>
    public string Key => string.Join('|', Connection.AccessKey, Connection.ProfileName, Environment.GetEnvironmentVariable("AWS_PROFILE"), Region, Address);

    /// <summary>The address that would be called.</summary>
    public Uri Address => new(Connection.EndpointUrl
        ?? Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL_EC2")
        ?? Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL")
        ?? $"https://ec2.{Region}.amazonaws.com{(Region.StartsWith("cn-", StringComparison.Ordinal) ? ".cn" : string.Empty)}");

    /// <summary>The connection of a typed line; null where no credentials or no Region can be seen without asking.</summary>
    public static TypedConnection? Find(TypedArguments typed)
    {
        string? profile = typed.Text("ProfileName", "StoredCredentials", "AWSProfileName");
        string? location = typed.Path("ProfileLocation");
        (string? key, string? secret, string? token) = (typed.Text("AccessKey", "AK"), typed.Text("SecretKey", "SK", "SecretAccessKey"), typed.Text("SessionToken", "ST"));
        if (key is null && profile is null && (typed.Value("Credential") ?? (typed.Commands is null ? null : AwsSession.Credential(typed.Commands))) is { } credential)
        {
            (key, secret, token) = GivenCredential.Read(credential);
        }

        IReadOnlyDictionary<string, string?> profiles = SharedProfiles.Read(location);
        string used = profile ?? Variable("AWS_PROFILE") ?? "default";
        if (key is null && (profile is not null || Variable("AWS_ACCESS_KEY_ID") is null) && !profiles.ContainsKey(used))
        {
            return null;
        }

        string? region = typed.Text("Region", "RegionToCall")
            ?? (typed.Session is null ? null : AwsSession.Region(typed.Session))
            ?? (profile is null ? null : profiles.GetValueOrDefault(profile))
            ?? Variable("AWS_REGION") ?? Variable("AWS_DEFAULT_REGION")
            ?? profiles.GetValueOrDefault(used);
        return region is null || region.AsSpan().ContainsAny('*', '?')
            ? null
            : new(new AwsConnection { AccessKey = key, SecretKey = secret, SessionToken = token, ProfileName = profile, ProfileLocation = location, EndpointUrl = typed.Text("EndpointUrl") }, region);
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
