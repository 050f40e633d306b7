using System.Diagnostics;
using System.Globalization;

namespace VpcEndpointTools.Ec2.Wire;

/// <summary>Reads the whole of an answer, as long as it keeps coming.</summary>
internal static class BodyReading
{
    // A page of a thousand endpoints has three million bytes. What goes on and on is not AWS's.
    private const int MostBytes = 128 * 1024 * 1024;

    /// <summary>The body. Throws <see cref="StalledException"/> where it does not come.</summary>
    public static async Task<byte[]> ReadAsync(HttpContent content, Patience patience, Stopwatch attempt,
        CancellationToken cancellationToken)
    {
        using CancellationTokenSource window = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using MemoryStream body = new();
        byte[] buffer = new byte[16384];
        int inWindow = 0;
        try
        {
            window.CancelAfter(patience.Window);
            using Stream stream = await content.ReadAsStreamAsync(window.Token).ConfigureAwait(false);
            while (await stream.ReadAsync(buffer, window.Token).ConfigureAwait(false) is int read and > 0)
            {
                body.Write(buffer, 0, read);
                inWindow += read;
                if (inWindow >= Patience.LeastBytes && attempt.Elapsed < patience.Whole)
                {
                    inWindow = 0;
                    window.CancelAfter(patience.Window);
                }

                if (body.Length > MostBytes)
                {
                    throw new NotAnAnswerException(string.Create(CultureInfo.InvariantCulture, $"the answer is larger than "
                        + $"{MostBytes} bytes"));
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StalledException(string.Create(
                CultureInfo.InvariantCulture,
                $"the answer began and stopped coming: {body.Length} bytes in {attempt.Elapsed.TotalSeconds:F0} seconds, {inWindow} "
                + $"of them in the last {patience.Window.TotalSeconds:F0}"));
        }

        return body.ToArray();
    }
}
