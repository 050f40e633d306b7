using System.Text;
using Microsoft.AspNetCore.Http;

namespace VpcEndpointTools.Emulator;

/// <summary>What a server, a proxy or a sign-in page may send in place of an answer.</summary>
public sealed class BrokenAnswer
{
    private const string Xml = "text/xml;charset=UTF-8";
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);

    private readonly Func<HttpContext, string, CancellationToken, Task> _write;

    private BrokenAnswer(string name, bool acts, Func<HttpContext, string, CancellationToken, Task> write) => (Name, Acts, _write) = (name, acts, write);

    /// <summary>The head of the answer, and then nothing.</summary>
    public static BrokenAnswer StallAfterHeaders { get; } = new(nameof(StallAfterHeaders), true, (context, body, stop) => PartAsync(context, body, 0, stop));

    /// <summary>Half of the answer, and then nothing.</summary>
    public static BrokenAnswer HalfBody { get; } = new(nameof(HalfBody), true, (context, body, stop) => PartAsync(context, body, body.Length / 2, stop));

    /// <summary>A byte each half second.</summary>
    public static BrokenAnswer Dribble { get; } = new(nameof(Dribble), true, async (context, body, stop) =>
    {
        Begin(context, Xml, Encoding.UTF8.GetByteCount(body));
        foreach (byte one in Encoding.UTF8.GetBytes(body))
        {
            await context.Response.Body.WriteAsync(new[] { one }, stop);
            await context.Response.Body.FlushAsync(stop);
            await Task.Delay(Beat, stop);
        }
    });

    /// <summary>The page of a sign-in portal.</summary>
    public static BrokenAnswer Portal { get; } = Instead(nameof(Portal), "text/html", "<!DOCTYPE html><html><head><title>Guest network</title></head><body>Please sign in.</body></html>");

    /// <summary>Well-formed XHTML, of a portal that keeps to the rules.</summary>
    public static BrokenAnswer XhtmlPortal { get; } = Instead(nameof(XhtmlPortal), "application/xhtml+xml", "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>Please sign in.</p></body></html>");

    /// <summary>Nothing at all.</summary>
    public static BrokenAnswer Empty { get; } = Instead(nameof(Empty), Xml, string.Empty);

    /// <summary>JSON, of an API gateway.</summary>
    public static BrokenAnswer Json { get; } = Instead(nameof(Json), "application/json", "{\"message\": \"Hello from another service\"}");

    /// <summary>An answer of STS.</summary>
    public static BrokenAnswer OtherService { get; } = Instead(
        nameof(OtherService), Xml, "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult/></GetCallerIdentityResponse>");

    /// <summary>A document that ends in the middle, while the connection ends well.</summary>
    public static BrokenAnswer TruncatedXml { get; } = new(nameof(TruncatedXml), true, (context, body, stop) => WriteAsync(context, 200, Xml, body[..(body.Length / 2)], stop));

    /// <summary>The right document without the list that was asked for.</summary>
    public static BrokenAnswer MissingMember { get; } = new(nameof(MissingMember), true, (context, body, stop) =>
    {
        string root = body[1..body.IndexOfAny([' ', '>'])];
        return WriteAsync(context, 200, Xml, $"<{root} xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><requestId>7a62c49f-347e-4fc4-9331-6e8eEXAMPLE</requestId></{root}>", stop);
    });

    /// <summary>The same NextToken on each page.</summary>
    public static BrokenAnswer RepeatedToken { get; } = new(nameof(RepeatedToken), true, (context, body, stop) =>
        WriteAsync(context, 200, Xml, body.Insert(body.LastIndexOf("</", StringComparison.Ordinal), "<nextToken>again</nextToken>"), stop)) { IgnoresToken = true };

    /// <summary>An error that echoes all headers and the form of the request.</summary>
    public static BrokenAnswer Echo(string more, int status = 400) => new(nameof(Echo), false, (context, _, stop) =>
    {
        string headers = string.Join(' ', context.Request.Headers.Select(header => $"{header.Key}: {header.Value}"));
        string text = System.Security.SecurityElement.Escape($"You sent {headers} and know {more}");
        return WriteAsync(context, status, Xml, $"<Response><Errors><Error><Code>Echoed</Code><Message>{text}</Message></Error></Errors><RequestID>1</RequestID></Response>", stop);
    });

    /// <summary>A redirect.</summary>
    public static BrokenAnswer Redirect(int status, Uri location) => new($"Redirect{status}", false, (context, _, stop) =>
    {
        context.Response.Headers.Location = location.ToString();
        return WriteAsync(context, status, "text/html", "<html><body>Moved.</body></html>", stop);
    });

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>True where the operation is carried out before.</summary>
    public bool Acts { get; }

    /// <summary>True where the first page is answered whatever page is asked for.</summary>
    internal bool IgnoresToken { get; private init; }

    internal Task WriteAsync(HttpContext context, string body, CancellationToken stop) => _write(context, body, stop);

    private static BrokenAnswer Instead(string name, string type, string text) => new(name, false, (context, _, stop) => WriteAsync(context, 200, type, text, stop));

    private static async Task PartAsync(HttpContext context, string body, int length, CancellationToken stop)
    {
        Begin(context, Xml, Encoding.UTF8.GetByteCount(body));
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body[..length]), stop);
        await context.Response.Body.FlushAsync(stop);
        await Task.Delay(Timeout.Infinite, stop);
    }

    private static void Begin(HttpContext context, string type, long length)
    {
        context.Response.StatusCode = 200;
        context.Response.ContentType = type;
        context.Response.ContentLength = length;
    }

    private static async Task WriteAsync(HttpContext context, int status, string type, string text, CancellationToken stop)
    {
        Begin(context, type, Encoding.UTF8.GetByteCount(text));
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(text, stop);
    }
}
