using VpcEndpointTools.Live;

namespace VpcEndpointTools.Ec2;

/// <summary>Lets so many calls of a Region be under way at once, and tells of each.</summary>
internal sealed class CallGate(string region, AwsConnection connection, IAwsMonitor monitor, CancellationToken cancellationToken) : IDisposable
{
    /// <summary>Calls under way at once: EC2 refills an account's bucket of describe calls with ten to twenty a second.</summary>
    public const int MostAtOnce = 10;

    private readonly SemaphoreSlim _places = new(MostAtOnce);
    private int _known;
    private int _answered;

    /// <summary>Makes a call when there is a place. Throws <see cref="AwsException"/>, or what the SDK throws for a denial.</summary>
    /// <param name="action">The call, as IAM names it.</param>
    /// <param name="detail">What it asks for, to be told.</param>
    /// <param name="call">Makes it.</param>
    /// <param name="isVain">Asked when there is a place: true where the answer is known to be a denial by now; the result is then the default.</param>
    public async Task<T?> CallAsync<T>(string action, string detail, Func<CancellationToken, Task<T>> call, Func<bool>? isVain = null)
    {
        Interlocked.Increment(ref _known);
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (isVain?.Invoke() == true)
            {
                return default;
            }

            monitor.Called(action, region, detail);
            return await call(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw Problems.IsDenied(exception) || Problems.IsNotOffered(exception) ? exception : Problems.Of(exception, action, region, connection);
        }
        finally
        {
            _places.Release();
            monitor.Answered(region, Interlocked.Increment(ref _answered), Volatile.Read(ref _known));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();
}
