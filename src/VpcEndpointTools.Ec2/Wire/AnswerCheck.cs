using System.Globalization;
using System.Net;
using System.Web;
using System.Xml;

namespace VpcEndpointTools.Ec2.Wire;

/// <summary>
/// Tells an answer of EC2's or STS's from whatever else a server, a proxy or a sign-in page sends. The SDK takes any of it for an empty
/// list.
/// </summary>
internal static class AnswerCheck
{
    private const string FormType = "application/x-www-form-urlencoded";

    private static readonly XmlReaderSettings Strict = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null,
        IgnoreComments = true, IgnoreWhitespace = true };

    /// <summary>The operation of a request in AWS's Query protocol; null for those of other services.</summary>
    public static async Task<string?> ActionOfAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content?.Headers.ContentType?.MediaType != FormType)
        {
            return null;
        }

        // It is in memory already.
        string form = await request.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        return HttpUtility.ParseQueryString(form)["Action"];
    }

    /// <summary>Throws <see cref="NotAnAnswerException"/> where it is none.</summary>
    /// <param name="action">The operation.</param>
    /// <param name="response">The answer's head.</param>
    /// <param name="body">The answer.</param>
    public static void Check(string action, HttpResponseMessage response, byte[] body)
    {
        bool isSuccess = response.IsSuccessStatusCode;

        // A server that fails may say so in any words: the status tells enough.
        if (response.StatusCode >= HttpStatusCode.InternalServerError)
        {
            return;
        }

        string what = Describe(response, body);
        (string root, string space, HashSet<string> members) = Read(body, what);
        bool isAnswer = isSuccess ? root == $"{action}Response" : root is "Response" or "ErrorResponse";
        if (!isAnswer || (isSuccess && Ec2Call.Find(action) is not null && space.Length > 0
            && !space.Contains("ec2.", StringComparison.OrdinalIgnoreCase)))
        {
            throw new NotAnAnswerException($"{what}, which is not an answer to {action}");
        }

        if (isSuccess && Ec2Call.Find(action) is { Member: { } member } && !members.Contains(member))
        {
            throw new NotAnAnswerException($"{what} without {member}");
        }
    }

    private static (string Root, string Namespace, HashSet<string> Members) Read(byte[] body, string what)
    {
        HashSet<string> members = new(StringComparer.Ordinal);
        try
        {
            using XmlReader reader = XmlReader.Create(new MemoryStream(body, writable: false), Strict);
            reader.MoveToContent();
            (string root, string space) = (reader.LocalName, reader.NamespaceURI);
            while (reader.Read())
            {
                if (reader is { NodeType: XmlNodeType.Element, Depth: 1 })
                {
                    members.Add(reader.LocalName);
                }
            }

            return (root, space, members);
        }
        catch (XmlException)
        {
            throw new NotAnAnswerException($"{what}, which is not a whole XML document");
        }
    }

    // Nothing of what it says is shown: it is not AWS who says it.
    private static string Describe(HttpResponseMessage response, byte[] body)
    {
        string type = response.Content.Headers.ContentType?.MediaType ?? "no content type";
        return body.Length == 0
            ? string.Create(CultureInfo.InvariantCulture, $"an empty body came (HTTP {(int)response.StatusCode})")
            : string.Create(CultureInfo.InvariantCulture, $"{body.Length} bytes of {type} came (HTTP {(int)response.StatusCode})");
    }
}
