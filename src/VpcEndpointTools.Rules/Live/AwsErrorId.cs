namespace VpcEndpointTools.Live;

/// <summary>What kind of fault keeps AWS from being asked, or from answering: the category of its error record.</summary>
public enum AwsErrorKind
{
    /// <summary>AWS's answer, or the lack of one, is the fault.</summary>
    Result,

    /// <summary>The credentials.</summary>
    Authentication,

    /// <summary>Something that was named is not there.</summary>
    NotFound,

    /// <summary>A permission.</summary>
    Permission,

    /// <summary>The way to AWS.</summary>
    Connection,

    /// <summary>The time.</summary>
    Timeout,

    /// <summary>It would not be safe.</summary>
    Security,

    /// <summary>What was given, or is configured.</summary>
    Argument,
}

/// <summary>The id of an error of asking AWS, with its kind. All ids of our own are here; any other is a code of AWS's.</summary>
public sealed class AwsErrorId
{
    private static readonly Dictionary<string, AwsErrorId> Own = new(StringComparer.Ordinal);

    private AwsErrorId(string name, AwsErrorKind kind) => (Name, Kind) = (name, kind);

    /// <summary>The credentials lack a permission.</summary>
    public static AwsErrorId AccessDenied { get; } = Declare(nameof(AccessDenied), AwsErrorKind.Permission);

    /// <summary>A call failed for a reason without a name.</summary>
    public static AwsErrorId AwsCallFailed { get; } = Declare(nameof(AwsCallFailed), AwsErrorKind.Result);

    /// <summary>This machine's clock is too far from AWS's.</summary>
    public static AwsErrorId ClockSkew { get; } = Declare(nameof(ClockSkew), AwsErrorKind.Authentication);

    /// <summary>The server began an answer and did not go on.</summary>
    public static AwsErrorId EndpointStalled { get; } = Declare(nameof(EndpointStalled), AwsErrorKind.Timeout);

    /// <summary>The server cannot be reached.</summary>
    public static AwsErrorId EndpointUnreachable { get; } = Declare(nameof(EndpointUnreachable), AwsErrorKind.Connection);

    /// <summary>The temporary credentials have expired.</summary>
    public static AwsErrorId ExpiredToken { get; } = Declare(nameof(ExpiredToken), AwsErrorKind.Authentication);

    /// <summary>One key of two was given.</summary>
    public static AwsErrorId IncompleteKeys { get; } = Declare(nameof(IncompleteKeys), AwsErrorKind.Authentication);

    /// <summary>Plain http to a host that is not this machine.</summary>
    public static AwsErrorId InsecureEndpoint { get; } = Declare(nameof(InsecureEndpoint), AwsErrorKind.Security);

    /// <summary>The shared AWS files cannot be read.</summary>
    public static AwsErrorId InvalidConfigFile { get; } = Declare(nameof(InvalidConfigFile), AwsErrorKind.Argument);

    /// <summary>AWS does not accept the credentials, or they are none.</summary>
    public static AwsErrorId InvalidCredential { get; } = Declare(nameof(InvalidCredential), AwsErrorKind.Authentication);

    /// <summary>The URL is none.</summary>
    public static AwsErrorId InvalidEndpointUrl { get; } = Declare(nameof(InvalidEndpointUrl), AwsErrorKind.Argument);

    /// <summary>The profile gives no credentials.</summary>
    public static AwsErrorId InvalidProfile { get; } = Declare(nameof(InvalidProfile), AwsErrorKind.Authentication);

    /// <summary>What a variable, a profile or the session calls a Region is none.</summary>
    public static AwsErrorId InvalidRegion { get; } = Declare(nameof(InvalidRegion), AwsErrorKind.Argument);

    /// <summary>No credentials were found.</summary>
    public static AwsErrorId NoCredentials { get; } = Declare(nameof(NoCredentials), AwsErrorKind.Authentication);

    /// <summary>No Region is known.</summary>
    public static AwsErrorId NoRegion { get; } = Declare(nameof(NoRegion), AwsErrorKind.Argument);

    /// <summary>What came is no answer of AWS's.</summary>
    public static AwsErrorId NotAnAwsAnswer { get; } = Declare(nameof(NotAnAwsAnswer), AwsErrorKind.Connection);

    /// <summary>There is no such profile.</summary>
    public static AwsErrorId ProfileNotFound { get; } = Declare(nameof(ProfileNotFound), AwsErrorKind.NotFound);

    /// <summary>The server redirects the call.</summary>
    public static AwsErrorId Redirected { get; } = Declare(nameof(Redirected), AwsErrorKind.Connection);

    /// <summary>The account has not enabled the Region.</summary>
    public static AwsErrorId RegionNotEnabled { get; } = Declare(nameof(RegionNotEnabled), AwsErrorKind.Result);

    /// <summary>A list without an end.</summary>
    public static AwsErrorId RepeatedNextToken { get; } = Declare(nameof(RepeatedNextToken), AwsErrorKind.Result);

    /// <summary>The server failed, without a code.</summary>
    public static AwsErrorId ServerError { get; } = Declare(nameof(ServerError), AwsErrorKind.Result);

    /// <summary>The SSO session has expired.</summary>
    public static AwsErrorId SsoTokenExpired { get; } = Declare(nameof(SsoTokenExpired), AwsErrorKind.Authentication);

    /// <summary>The time of the command is over.</summary>
    public static AwsErrorId TimedOut { get; } = Declare(nameof(TimedOut), AwsErrorKind.Timeout);

    /// <summary>AWS lists what was to be deleted as not deleted, without a code.</summary>
    public static AwsErrorId Unsuccessful { get; } = Declare(nameof(Unsuccessful), AwsErrorKind.Result);

    /// <summary>One PascalCase noun phrase, or AWS's own code.</summary>
    public string Name { get; }

    /// <summary>Its kind.</summary>
    public AwsErrorKind Kind { get; }

    /// <summary>A code of AWS's own; one that is an id here too is that.</summary>
    /// <param name="code">The code.</param>
    public static AwsErrorId OfAws(string code) => Own.GetValueOrDefault(code) ?? new(code, AwsErrorKind.Result);

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static AwsErrorId Declare(string name, AwsErrorKind kind) => Own[name] = new(name, kind);
}
