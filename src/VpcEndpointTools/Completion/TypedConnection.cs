using System.Management.Automation;
using System.Runtime.CompilerServices;
using VpcEndpointTools.Aws;
using VpcEndpointTools.Live;

namespace VpcEndpointTools.Completion;

/// <summary>Whose credentials a command would use, where and at which address: found without asking anybody.</summary>
/// <param name="Given">What stands on the line.</param>
/// <param name="Credential">An object that has the credentials; null where they are among what was given, or the SDK finds them.</param>
/// <param name="Region">The Region.</param>
/// <param name="ProfileUrl">The URL that the profile names for EC2; null for AWS's own.</param>
internal sealed record TypedConnection(AwsConnection Given, object? Credential, string Region, string? ProfileUrl)
{
    /// <summary>Tells one from another; it names no secret.</summary>
    public string Key => string.Join(
        '|',
        Given.AccessKey ?? Variable("AWS_ACCESS_KEY_ID"),
        Given.ProfileName,
        Given.ProfileLocation,
        Credential is null ? 0 : RuntimeHelpers.GetHashCode(PSObject.AsPSObject(Credential).BaseObject),
        Region,
        Address);

    /// <summary>The address that would be called.</summary>
    public Uri Address => new(Given.EndpointUrl
        ?? Variable("AWS_ENDPOINT_URL_EC2")
        ?? Variable("AWS_ENDPOINT_URL")
        ?? ProfileUrl
        ?? $"https://ec2.{Region}.amazonaws.com{(Region.StartsWith("cn-", StringComparison.Ordinal) ? ".cn" : string.Empty)}");

    /// <summary>The connection of a typed line; null where no credentials or no Region can be seen without asking.</summary>
    public static TypedConnection? Find(TypedArguments typed)
    {
        string? profile = typed.Text("ProfileName", "StoredCredentials", "AWSProfileName");
        string? location = typed.Path("ProfileLocation");
        string? key = typed.Text("AccessKey", "AK");
        object? credential = key is not null || profile is not null ? null : typed.Value("Credential") ?? (typed.Commands is null ? null : AwsSession.Credential(typed.Commands));
        IReadOnlyDictionary<string, SharedProfile> profiles = SharedProfiles.Read(location);
        string used = profile ?? Variable("AWS_PROFILE") ?? "default";
        bool isByProfile = key is null && credential is null && (profile is not null || Variable("AWS_ACCESS_KEY_ID") is null);
        if (isByProfile && !profiles.ContainsKey(used))
        {
            return null;
        }

        string? region = typed.Text("Region", "RegionToCall")
            ?? (typed.Session is null ? null : AwsSession.Region(typed.Session))
            ?? (profile is null ? null : profiles.GetValueOrDefault(profile)?.Region)
            ?? Variable("AWS_REGION") ?? Variable("AWS_DEFAULT_REGION")
            ?? profiles.GetValueOrDefault(used)?.Region;
        AwsConnection given = new()
        {
            AccessKey = key,
            SecretKey = typed.Text("SecretKey", "SK", "SecretAccessKey"),
            SessionToken = typed.Text("SessionToken", "ST"),
            ProfileName = isByProfile ? used : null,
            ProfileLocation = location,
            EndpointUrl = typed.Text("EndpointUrl"),
            AllowInsecure = typed.Value("AllowInsecure") is true or System.Management.Automation.SwitchParameter { IsPresent: true },
        };
        return region is null || region.AsSpan().ContainsAny('*', '?')
            ? null : new(given, credential, region, profiles.GetValueOrDefault(used)?.EndpointUrl);
    }

    /// <summary>The connection with its credentials. Whose object they are may have to ask for them, so nobody who types waits for this.</summary>
    public AwsConnection Resolve()
    {
        if (Credential is null)
        {
            return Given;
        }

        (string key, string secret, string? token) = GivenCredential.Read(Credential);
        return new AwsConnection { AccessKey = key, SecretKey = secret, SessionToken = token, EndpointUrl = Given.EndpointUrl,
            AllowInsecure = Given.AllowInsecure };
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}
