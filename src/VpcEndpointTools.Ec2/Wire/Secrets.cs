using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using VpcEndpointTools.Live;

namespace VpcEndpointTools.Ec2.Wire;

/// <summary>
/// What is never printed: secret keys, session tokens and user info of URLs, whoever says them. Servers echo what they were sent.
/// </summary>
internal static partial class Secrets
{
    private const string Redacted = "(redacted)";

    // A shorter text is no secret of AWS's (40 characters and more), and would be found in every sentence.
    private const int ShortestSecret = 8;

    // Temporary credentials change; the last ones are those that can be echoed.
    private const int MostKept = 64;

    private static readonly ConcurrentQueue<string> Known = new();

    /// <summary>Keeps a secret out of every later message.</summary>
    public static void Remember(string? secret)
    {
        if (secret is not { Length: >= ShortestSecret } || Known.Contains(secret, StringComparer.Ordinal))
        {
            return;
        }

        Known.Enqueue(secret);
        while (Known.Count > MostKept)
        {
            Known.TryDequeue(out _);
        }
    }

    /// <summary>Keeps the secrets of a connection.</summary>
    public static void Remember(AwsConnection connection)
    {
        Remember(connection.SecretKey);
        Remember(connection.SessionToken);
        Remember(Environment.GetEnvironmentVariable("AWS_CONTAINER_AUTHORIZATION_TOKEN"));
        if (Uri.TryCreate(connection.EndpointUrl, UriKind.Absolute, out Uri? url))
        {
            Remember(url);
        }
    }

    /// <summary>The text without any secret.</summary>
    public static string Redact(string text)
    {
        foreach (string secret in Known)
        {
            foreach (string form in FormsOf(secret))
            {
                text = text.Replace(form, Redacted, StringComparison.OrdinalIgnoreCase);
            }
        }

        return UserInfo().Replace(text, "$1");
    }

    /// <summary>A URL as it may be shown: without user info and without what is asked of it.</summary>
    public static string Show(Uri url) => url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    /// <summary>The problem without any secret, neither in its message nor in what was thrown below it.</summary>
    public static AwsException Clean(AwsException problem)
    {
        string message = Redact(problem.Message);
        bool isInnerClean = problem.InnerException is null || IsClean(problem.InnerException);
        return message == problem.Message && isInnerClean ? problem : new AwsException(problem.ErrorId, message, isInnerClean
            ? problem.InnerException : null)
        {
            IsGeneral = problem.IsGeneral,
            IsRefusal = problem.IsRefusal,
            IsOfCall = problem.IsOfCall,
        };
    }

    private static bool IsClean(Exception exception)
    {
        string text = exception.ToString();
        return Redact(text) == text;
    }

    /// <summary>Keeps the user info of a URL.</summary>
    public static void Remember(Uri url)
    {
        Remember(url.UserInfo);
        foreach (string part in url.UserInfo.Split(':', 2))
        {
            Remember(part);
            Remember(Uri.UnescapeDataString(part));
        }
    }

    // As it is, and as a header, a form, a page or JSON shows it.
    private static IEnumerable<string> FormsOf(string secret) => new[]
    {
        secret, Uri.EscapeDataString(secret), WebUtility.UrlEncode(secret), WebUtility.HtmlEncode(secret), secret.Replace("/", "\\/",
            StringComparison.Ordinal),
    }.Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"(\b[a-z][a-z0-9+.\-]*://)[^/?#\s""'<>@]*@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UserInfo();
}
