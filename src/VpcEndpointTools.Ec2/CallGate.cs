using VpcEndpointTools.Ec2.Wire;
using VpcEndpointTools.Live;

namespace VpcEndpointTools.Ec2;

/// <summary>Lets so many calls of a Region be under way at once, tells of each, and ends each with the command's time.</summary>
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
        using CancellationTokenSource? limit = connection.Deadline?.Link(cancellationToken);
        CancellationToken end = limit?.Token ?? cancellationToken;
        Interlocked.Increment(ref _known);
        bool hasPlace = false;
        CallScope? waiting = null;
        try
        {
            await _places.WaitAsync(end).ConfigureAwait(false);
            hasPlace = true;
            if (isVain?.Invoke() == true)
            {
                return default;
            }

            end.ThrowIfCancellationRequested();
            using CallScope scope = waiting = CallScope.Enter(connection, region, monitor);
            monitor.Called(action, region, detail);

            // What does not end with its token, such as credentials that are being fetched, is left behind.
            T answer = await call(end).WaitAsync(end).ConfigureAwait(false);
            scope.Tell(null);
            return answer;
        }
        catch (OperationCanceledException) when (connection.Deadline?.IsOver == true && !cancellationToken.IsCancellationRequested)
        {
            throw Problems.TimedOut($"ec2:{action} in {region}", connection.Deadline, waiting?.WaitsFor);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw Problems.IsDenied(exception) || Problems.IsNotOffered(exception) ? exception : Problems.Of(exception, action, region, connection);
        }
        finally
        {
            if (hasPlace)
            {
                _places.Release();
            }

            monitor.Answered(region, Interlocked.Increment(ref _answered), Volatile.Read(ref _known));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();
}
