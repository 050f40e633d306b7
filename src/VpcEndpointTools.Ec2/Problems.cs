using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using VpcEndpointTools.Ec2.Wire;
using VpcEndpointTools.Live;

namespace VpcEndpointTools.Ec2;

/// <summary>Turns what the SDK throws into one sentence that says what to do, with one id a cause.</summary>
internal static partial class Problems
{
    private static readonly string[] Denials = ["UnauthorizedOperation", "AccessDenied", "AccessDeniedException"];
    private static readonly string[] Strangers = ["AuthFailure", "InvalidClientTokenId", "UnrecognizedClientException", "InvalidAccessKeyId", "SignatureDoesNotMatch"];
    private static readonly string[] Expiries = ["ExpiredToken", "ExpiredTokenException", "RequestExpired"];
    private static readonly string[] Throttles = ["RequestLimitExceeded", "Throttling", "ThrottlingException", "EC2ThrottledException", "Client.RequestLimitExceeded"];
    private static readonly string[] SkewWords = ["Signature expired", "Signature not yet current", "too skewed", "RequestTimeTooSkewed"];

    /// <summary>True where the credentials lack a permission for this call alone.</summary>
    public static bool IsDenied(Exception exception) => exception is AmazonServiceException service && Denials.Contains(service.ErrorCode);

    /// <summary>True where AWS did nothing because of too many calls.</summary>
    public static bool IsThrottled(AmazonServiceException exception) => Throttles.Contains(exception.ErrorCode);

    /// <summary>True where a server that stands in for EC2 does not have this call.</summary>
    public static bool IsNotOffered(Exception exception) =>
        exception is AmazonServiceException service && (service.ErrorCode is "InvalidAction" or "NotYetImplemented" || service.StatusCode == HttpStatusCode.NotImplemented);

    public static AwsException NoCredentials(Exception inner) => new(
        AwsErrorId.NoCredentials,
        "No credentials were found: give -ProfileName, or -AccessKey and -SecretKey, run Set-AWSCredential, or set AWS_PROFILE or AWS_ACCESS_KEY_ID and "
        + "AWS_SECRET_ACCESS_KEY.",
        inner) { IsGeneral = true };

    public static AwsException UnusableProfile(string name, Exception inner) => IsSso(inner) ? SsoExpired(name, inner) : new(
        AwsErrorId.InvalidProfile, $"{name}: the profile gives no credentials: {inner.Message}", inner) { IsGeneral = true };

    /// <summary>What a call's exception means.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="action">The call, for example DescribeVpcs.</param>
    /// <param name="region">The Region.</param>
    /// <param name="connection">Whose credentials, to name the profile.</param>
    public static AwsException Of(Exception exception, string action, string region, AwsConnection connection) =>
        Secrets.Clean(Within<AwsException>(exception) ?? OfForeign(exception, action, region, connection));

    /// <summary>The time of the command is over.</summary>
    /// <param name="what">What was not answered.</param>
    /// <param name="deadline">The time.</param>
    /// <param name="waitsFor">What it waited for, as a sentence; null for its own answer.</param>
    public static AwsException TimedOut(string what, AwsDeadline deadline, string? waitsFor = null) => new(
        AwsErrorId.TimedOut, string.Create(CultureInfo.InvariantCulture, $"{what}: no answer within the {deadline.Limit.TotalSeconds:F0} "
            + $"seconds of -TimeoutSeconds. {waitsFor ?? "Give more time, or check the network."}"));

    /// <summary>What came is no answer of AWS's.</summary>
    public static AwsException NotAnAnswer(string action, string region, string what, Exception? inner = null) => new(
        AwsErrorId.NotAnAwsAnswer, NotAnAnswerText($"ec2:{action} in {region}", what), inner) { IsOfCall = true };

    /// <summary>The same, in words.</summary>
    /// <param name="call">Who was asked for what.</param>
    /// <param name="what">What came.</param>
    public static string NotAnAnswerText(string call, string what) => $"{call}: {what}. This is not AWS's answer, and nothing of it is used. Check the URL, "
        + "and whether a proxy or a sign-in page is in between.";

    /// <summary>The words of another, so that one's own can follow.</summary>
    public static string Sentence(string words) => words.Trim() is var text && text is [.., '.' or '!' or '?'] ? text : $"{text}.";

    private static AwsException OfForeign(Exception exception, string action, string region, AwsConnection connection) =>
        InnerCall.Of(exception) is { } inner && !IsSso(exception) ? OfInner(inner, exception, region) : exception switch
    {
        _ when Within<NotAnAnswerException>(exception) is { } other => NotAnAnswer(action, region, other.Message, exception),
        _ when Within<StalledException>(exception) is { } stalled => new(
            AwsErrorId.EndpointStalled, $"ec2:{action} in {region}: {stalled.Message}, and the same again on each retry. Check the network "
                + $"and the proxy, and try again.", exception) { IsOfCall = true },
        AmazonServiceException { ErrorCode.Length: > 0 } service => OfService(service, $"ec2:{action}", region),
        _ when Unreachable.Is(exception) => new(
            AwsErrorId.EndpointUnreachable,
            $"{ServiceEndpoint.Shown(connection) ?? $"EC2 in {region}"} cannot be reached: {Sentence(Innermost(exception).Message)} Check "
            + $"the URL, the Region's name, the proxy and the network.",
            exception),
        AmazonServiceException { StatusCode: >= HttpStatusCode.InternalServerError } broken => new(
            AwsErrorId.ServerError, $"ec2:{action} in {region}: the server failed and went on failing ({(int)broken.StatusCode}). Try again "
                + $"later.", broken) { IsOfCall = true },
        _ when IsSso(exception) => SsoExpired(connection.ProfileName, exception),
        AmazonClientException when exception.Message.Contains("credential", StringComparison.OrdinalIgnoreCase) => NoCredentials(exception),
        _ => new(AwsErrorId.AwsCallFailed, $"ec2:{action} in {region} failed: {Sentence(Innermost(exception).Message)}", exception),
    };

    // None of it is the fault of the one call that needed the credentials: all others need them too.
    private static AwsException OfInner(InnerCall inner, Exception exception, string region)
    {
        string call = $"{inner.Subject} in {region}";
        AmazonServiceException? service = Within<AmazonServiceException>(exception);
        return exception switch
        {
            _ when Within<NotAnAnswerException>(exception) is { } other => new(
                AwsErrorId.NotAnAwsAnswer, NotAnAnswerText(call, other.Message), exception) { IsGeneral = true },
            _ when Within<StalledException>(exception) is { } stalled => new(
                AwsErrorId.EndpointStalled, $"{call}: {stalled.Message}, and the same again on each retry. Check the network and the proxy, "
                    + "and try again.", exception) { IsGeneral = true },
            _ when service is { ErrorCode: { Length: > 0 } code } && Denials.Contains(code) => new(
                AwsErrorId.AccessDenied, $"{call} was denied. Grant the permission to the credentials that ask for it, and see that the role "
                    + $"trusts them. AWS says: {Shorten(service.Message)}", exception) { IsRefusal = true, IsGeneral = true },
            _ when service is { ErrorCode.Length: > 0 } => OfService(service, inner.Subject, region),
            _ when Unreachable.Is(exception) => new(
                AwsErrorId.EndpointUnreachable, $"{inner.Url ?? inner.Name} cannot be reached for {call}: {Sentence(Innermost(exception).Message)} "
                    + "Check the URL, the Region's name, the proxy and the network.", exception) { IsGeneral = true },
            _ when service is { StatusCode: >= HttpStatusCode.InternalServerError } => new(
                AwsErrorId.ServerError, string.Create(
                    CultureInfo.InvariantCulture, $"{call}: the server failed and went on failing ({(int)service.StatusCode}). Try again later."),
                exception) { IsGeneral = true },
            _ => new(
                AwsErrorId.AwsCallFailed, $"{call} failed: {Sentence((service ?? Innermost(exception)).Message)}", exception) { IsGeneral = true },
        };
    }

    private static AwsException OfService(AmazonServiceException service, string call, string region)
    {
        string code = service.ErrorCode;
        string words = Shorten(service.Message);
        return code switch
        {
            _ when Denials.Contains(code) => new(
                AwsErrorId.AccessDenied, $"These credentials may not call {call} in {region}. Grant the permission, or use others. AWS says: {words}", service) { IsRefusal = true },
            _ when SkewWords.Any(word => code == word || words.Contains(word, StringComparison.OrdinalIgnoreCase)) => new(
                AwsErrorId.ClockSkew, $"This machine's clock is too far from AWS's; set it right. AWS says: {words}", service) { IsGeneral = true },
            _ when Expiries.Contains(code) => new(
                AwsErrorId.ExpiredToken, $"The temporary credentials have expired; get new ones, and see that the clock is right. AWS says: {words}", service) { IsGeneral = true },
            _ when Strangers.Contains(code) => new(
                AwsErrorId.InvalidCredential, $"AWS does not accept these credentials in {region}: wrong keys, or a Region that the account has not enabled. AWS says: {words}", service),
            "OptInRequired" => new(AwsErrorId.RegionNotEnabled, $"{region} is not enabled for this account. Enable it, or leave it out. AWS says: {words}", service),
            _ when Throttles.Contains(code) => new(
                AwsErrorId.OfAws(code), $"AWS still throttles {call} in {region} after all retries. Wait, or read fewer VPCs at a time. AWS says: {words}", service),
            _ when service.StatusCode >= HttpStatusCode.InternalServerError => new(
                AwsErrorId.OfAws(code), $"{call} in {region}: the server failed and went on failing. Try again later. AWS says: "
                    + $"{words}", service) { IsOfCall = true },
            _ => new(AwsErrorId.OfAws(code), $"{call} in {region}: {words}", service) { IsRefusal = true },
        };
    }

    private static AwsException SsoExpired(string? profile, Exception inner) => new(
        AwsErrorId.SsoTokenExpired, $"The SSO session has expired or was never opened: run 'aws sso login{(profile is null ? string.Empty : $" --profile {profile}")}'.", inner) { IsGeneral = true };

    private static bool IsSso(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (SsoWord().IsMatch(exception.Message) || exception.GetType().FullName!.Contains(".SSO", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // AWS adds an encoded message of a thousand letters that nobody can read here.
    // Where it has no message the SDK shows the whole answer.
    private static string Shorten(string message)
    {
        foreach (string end in (string[])["Encoded authorization failure", " and HTTP Body:"])
        {
            int at = message.IndexOf(end, StringComparison.Ordinal);
            message = at < 0 ? message : message[..at];
        }

        return Sentence(message);
    }

    private static T? Within<T>(Exception? exception)
        where T : Exception => exception is null ? null : exception as T ?? Within<T>(exception.InnerException);

    private static Exception Innermost(Exception exception) => exception.InnerException is { } inner ? Innermost(inner) : exception;

    [GeneratedRegex(@"\bSSO\b", RegexOptions.CultureInvariant)]
    private static partial Regex SsoWord();
}
