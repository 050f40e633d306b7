using System.Collections.Concurrent;

namespace VpcEndpointTools.Ec2;

/// <summary>What the answers of the last minute tell of a host's clock. Older ones do not count: clocks drift, and are set.</summary>
internal static class ClockSight
{
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(1);
    private static readonly ConcurrentDictionary<string, ConcurrentQueue<(long At, TimeSpan Ahead)>> Hosts = new(StringComparer.Ordinal);

    /// <summary>An answer came.</summary>
    /// <param name="host">From where.</param>
    /// <param name="aheadAtMost">How far its clock can be ahead of this machine's at the most, by this answer.</param>
    public static void Saw(string host, TimeSpan aheadAtMost)
    {
        ConcurrentQueue<(long At, TimeSpan Ahead)> seen = Hosts.GetOrAdd(host, _ => new());
        seen.Enqueue((Environment.TickCount64, aheadAtMost));
        while (seen.TryPeek(out (long At, TimeSpan Ahead) oldest) && IsOld(oldest.At) && seen.TryDequeue(out _))
        {
        }
    }

    /// <summary>The least of what its answers allow; null where none told.</summary>
    /// <param name="host">Whose.</param>
    public static TimeSpan? AheadAtMost(string host) => Hosts.TryGetValue(host, out ConcurrentQueue<(long At, TimeSpan Ahead)>? seen)
        ? seen.Where(one => !IsOld(one.At)).Select(one => (TimeSpan?)one.Ahead).Min() : null;

    private static bool IsOld(long at) => TimeSpan.FromMilliseconds(Environment.TickCount64 - at) > Memory;
}
