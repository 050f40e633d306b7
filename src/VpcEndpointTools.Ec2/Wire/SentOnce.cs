using System.Net;

namespace VpcEndpointTools.Ec2.Wire;

/// <summary>
/// What a request carries, for one time. Where a pooled connection breaks the HTTP client would send it again by itself, unseen by the
/// retries that are counted, and by those who must know how often a creation was sent.
/// </summary>
internal sealed class SentOnce : HttpContent
{
    private readonly byte[] _body;
    private bool _isSent;

    private SentOnce(byte[] body) => _body = body;

    /// <summary>The same content, for one time.</summary>
    public static async Task<SentOnce> OfAsync(HttpContent content, CancellationToken cancellationToken)
    {
        SentOnce once = new(await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
        foreach ((string name, IEnumerable<string> values) in content.Headers)
        {
            once.Headers.TryAddWithoutValidation(name, values);
        }

        return once;
    }

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (_isSent)
        {
            throw new IOException("the connection was closed before an answer began");
        }

        _isSent = true;
        return stream.WriteAsync(_body, cancellationToken).AsTask();
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
