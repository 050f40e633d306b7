namespace VpcEndpointTools.Tests.Performance;

/// <summary>Measurements run alone: a neighbour in this process would be measured with them.</summary>
[CollectionDefinition(nameof(Measurements), DisableParallelization = true)]
public sealed class Measurements;

/// <summary>What work costs this process, in time of the processor: what else the machine does is not counted.</summary>
internal static class ProcessorTime
{
    /// <summary>The least of several runs, in milliseconds.</summary>
    public static double Least(int runs, Action work)
    {
        double least = double.MaxValue;
        for (int i = 0; i < runs; i++)
        {
            GC.Collect();
            TimeSpan before = Environment.CpuUsage.TotalTime;
            work();
            least = Math.Min(least, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }

        return least;
    }
}
