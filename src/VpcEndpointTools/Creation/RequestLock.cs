using System.Security.Cryptography;
using System.Text;

namespace VpcEndpointTools.Creation;

/// <summary>Lets one process of this machine at a time send a request, so that who comes second knows of the first.</summary>
/// <remarks>What protects against two endpoints is the client token; this proves authorship. Other machines are not seen.</remarks>
internal sealed class RequestLock : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    private readonly Mutex? _mutex;
    private readonly bool _isHeld;

    private RequestLock(Mutex? mutex, bool isHeld, bool isAlone) => (_mutex, _isHeld, IsAlone) = (mutex, isHeld, isAlone);

    /// <summary>True where no other process had it.</summary>
    public bool IsAlone { get; }

    /// <summary>Takes it, on the pipeline's own thread, which must release it too.</summary>
    /// <param name="token">The client token.</param>
    /// <param name="place">Where it is sent.</param>
    /// <param name="stop">Ends the wait.</param>
    public static RequestLock Take(string token, string? place, CancellationToken stop)
    {
        Mutex? mutex = null;
        try
        {
            string name = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{token} {place}")));
            mutex = new Mutex(initiallyOwned: false, $@"Global\VpcEndpointTools-{name[..32]}");
            if (Wait(mutex, TimeSpan.Zero, out bool wasAbandoned))
            {
                return new RequestLock(mutex, isHeld: true, isAlone: !wasAbandoned);
            }

            for (TimeSpan waited = TimeSpan.Zero; waited < LongestWait; waited += Step)
            {
                stop.ThrowIfCancellationRequested();
                if (Wait(mutex, Step, out _))
                {
                    return new RequestLock(mutex, isHeld: true, isAlone: false);
                }
            }

            return new RequestLock(mutex, isHeld: false, isAlone: false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or PlatformNotSupportedException
            or WaitHandleCannotBeOpenedException)
        {
            // A machine without such locks: its processes are no more to each other than those of two machines.
            mutex?.Dispose();
            return new RequestLock(null, isHeld: false, isAlone: true);
        }
        catch (OperationCanceledException)
        {
            mutex?.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (_isHeld)
        {
            _mutex!.ReleaseMutex();
        }

        _mutex?.Dispose();
    }

    // Whoever died with it may have sent the request.
    private static bool Wait(Mutex mutex, TimeSpan time, out bool wasAbandoned)
    {
        wasAbandoned = false;
        try
        {
            return mutex.WaitOne(time);
        }
        catch (AbandonedMutexException)
        {
            wasAbandoned = true;
            return true;
        }
    }
}
