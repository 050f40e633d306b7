using System.Management.Automation;
using VpcEndpointTools.Catalog;
using VpcEndpointTools.Completion;
using VpcEndpointTools.Isolation;
using VpcEndpointTools.Live;

namespace VpcEndpointTools.Aws;

/// <summary>What the cmdlets that can ask AWS have in common: AWS.Tools' own parameters for Region, credentials and endpoint.</summary>
public abstract class AwsCmdlet : VpcEndpointCmdlet
{
    /// <summary>The Region; live ones take several, and wildcards over those that the account has enabled.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [Alias("RegionToCall")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[]? Region { get; set; }

    /// <summary>A profile of the shared files or of the SDK's store.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [Alias("StoredCredentials", "AWSProfileName")]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    public string? ProfileName { get; set; }

    /// <summary>The credentials file to look for the profile in.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [Alias("AWSProfilesLocation", "ProfilesLocation")]
    public string? ProfileLocation { get; set; }

    /// <summary>Access key.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [Alias("AK")]
    public string? AccessKey { get; set; }

    /// <summary>Secret key.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [Alias("SK", "SecretAccessKey")]
    public string? SecretKey { get; set; }

    /// <summary>Token of temporary keys.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [Alias("ST")]
    public string? SessionToken { get; set; }

    /// <summary>Anything with GetCredentials(), such as Get-AWSCredential gives.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? Credential { get; set; }

    /// <summary>The URL to call in place of AWS's own.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? EndpointUrl { get; set; }

    /// <summary>Allows plain http to a host that is not this machine.</summary>
    [Parameter]
    public SwitchParameter AllowInsecure { get; set; }

    /// <summary>Makes the calls, and tells of them on this cmdlet's streams.</summary>
    private protected AwsPump Pump => field ??= new AwsPump(this, Stop);

    /// <summary>The connection, once for the whole call.</summary>
    private protected AwsConnection Connection => field ??= Connect();

    /// <summary>The connection's own Region. Throws <see cref="AwsException"/> where it has none.</summary>
    private protected string HomeRegion => field ??= Pump.Run(() => ModuleServices.Aws.FindRegionsAsync(Connection, [], Pump, Stop))[0];

    // Whose credentials: what was given, else what the session of AWS.Tools has, else what the SDK finds.
    private AwsConnection Connect()
    {
        if (EndpointUrl is not null && AwsConnection.FindUrl(EndpointUrl) is null)
        {
            ThrowTerminatingError(Errors.InvalidEndpointUrl(EndpointUrl));
        }

        (string? accessKey, string? secretKey, string? token) = (AccessKey, SecretKey, SessionToken);
        if (AccessKey is null && SecretKey is null && ProfileName is null && (Credential ?? AwsSession.Credential(InvokeCommand)) is { } credential)
        {
            try
            {
                (accessKey, secretKey, token) = GivenCredential.Read(credential);
            }
            catch (AwsException exception)
            {
                ThrowTerminatingError(Errors.Aws(exception, credential));
            }
        }

        return new AwsConnection
        {
            ProfileName = ProfileName,
            ProfileLocation = ProfileLocation is null ? null : SessionState.Path.GetUnresolvedProviderPathFromPSPath(ProfileLocation),
            AccessKey = accessKey,
            SecretKey = secretKey,
            SessionToken = token,
            EndpointUrl = EndpointUrl,
            AllowInsecure = AllowInsecure,
            SessionRegion = AwsSession.Region(SessionState),
        };
    }

    /// <summary>The given Regions; a name that is none ends the cmdlet.</summary>
    private protected void CheckRegions(bool isLive)
    {
        foreach (string region in Region ?? [])
        {
            bool isPattern = isLive && WildcardPattern.ContainsWildcardCharacters(region);
            if (!isPattern && !ServiceNames.IsRegion(region))
            {
                ThrowTerminatingError(Errors.InvalidRegion(region));
            }
        }

        if (!isLive && Region is { Length: > 1 })
        {
            ThrowTerminatingError(Errors.SeveralRegions(Region));
        }
    }
}
