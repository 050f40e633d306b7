using System.Diagnostics;
using System.Globalization;
using System.Net;
using VpcEndpointTools.Live;

namespace VpcEndpointTools.Ec2.Wire;

/// <summary>
/// Every request of every client of the SDK in this module goes through here: it goes nowhere else than it was sent, not unencrypted
/// without leave, takes no
/// longer than it may, and what comes back is an answer of AWS's or an error.
/// </summary>
internal sealed class GuardedHandler(HttpMessageHandler inner, Patience patience, bool isLocal) : DelegatingHandler(inner)
{
    private const string TokenHeader = "X-Amz-Security-Token";

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        PlainHttp.Check(request.RequestUri!, isLocal || CallScope.Current?.Connection.AllowInsecure == true);
        foreach (string token in request.Headers.TryGetValues(TokenHeader, out IEnumerable<string>? tokens) ? tokens : [])
        {
            Secrets.Remember(token);
        }

        string? action = await AnswerCheck.ActionOfAsync(request, cancellationToken).ConfigureAwait(false);
        request.Content = request.Content is { } given ? await SentOnce.OfAsync(given, cancellationToken).ConfigureAwait(false) : null;
        Stopwatch attempt = Stopwatch.StartNew();
        HttpResponseMessage response = await BeginAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            if (response.StatusCode is >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest)
            {
                throw Redirected(request.RequestUri!, response);
            }

            byte[] body = await BodyReading.ReadAsync(response.Content, patience, attempt, cancellationToken).ConfigureAwait(false);
            if (action is not null)
            {
                AnswerCheck.Check(action, response, body);
            }

            ByteArrayContent content = new(body);
            foreach ((string name, IEnumerable<string> values) in response.Content.Headers)
            {
                content.Headers.TryAddWithoutValidation(name, values);
            }

            content.Headers.ContentLength = body.Length;
            response.Content = content;
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.Run(() => SendAsync(request, cancellationToken), cancellationToken).GetAwaiter().GetResult();

    private async Task<HttpResponseMessage> BeginAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using CancellationTokenSource begin = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        begin.CancelAfter(patience.FirstByte);
        try
        {
            return await base.SendAsync(request, begin.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StalledException(string.Create(CultureInfo.InvariantCulture, $"no answer began within "
                + $"{patience.FirstByte.TotalSeconds:F0} seconds"));
        }
    }

    // Followed, it would carry the keys' signature and the session token to whom the answer names.
    private static AwsException Redirected(Uri asked, HttpResponseMessage response)
    {
        Uri? to = response.Headers.Location is { } location ? new Uri(asked, location) : null;
        string target = to is null ? "without saying where" : $"to {to.Authority}";
        return new AwsException(AwsErrorId.Redirected, string.Create(
            CultureInfo.InvariantCulture,
            $"{asked.Authority} redirects {target} (HTTP {(int)response.StatusCode}). AWS does not, and nothing was sent there. Check "
            + $"the URL, and whether a proxy or a sign-in page is in between."));
    }
}
