using System.Globalization;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using Xunit.Abstractions;

namespace VpcEndpointTools.Tests.Performance;

/// <summary>Measurements run alone: a neighbour on the other core would be measured with them.</summary>
[CollectionDefinition(nameof(Measurements), DisableParallelization = true)]
public sealed class Measurements;

/// <summary>What all rules on one configuration cost in memory, and whether the endpoints around it make them dearer. Times are the business of tests/Benchmarks/Costs.</summary>
[Collection(nameof(Measurements))]
public sealed class EvaluationCostTests(ITestOutputHelper output)
{
    private readonly RuleEvaluator _evaluator = new();

    [Fact]
    public void AllRulesAllocateAtMostTenKilobytes()
    {
        NetworkSnapshot snapshot = LargeNetwork.Make(1_000);
        EndpointConfig[] configs = [.. Enumerable.Range(0, 100).Select(_ => Fresh())];
        foreach (EndpointConfig config in configs)
        {
            _evaluator.Evaluate(config, snapshot);
        }

        configs = [.. Enumerable.Range(0, 100).Select(_ => Fresh())];
        long before = GC.GetAllocatedBytesForCurrentThread();
        foreach (EndpointConfig config in configs)
        {
            _evaluator.Evaluate(config, snapshot);
        }

        long bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / configs.Length;
        string figures = $"all rules: {bytes} bytes a configuration";
        output.WriteLine(figures);
        Assert.True(bytes <= 10 * 1024, figures);
    }

    [Fact]
    public void CostOfOneStaysTheSameAmongAHundredThousand()
    {
        NetworkSnapshot few = LargeNetwork.Make(1_000);
        NetworkSnapshot many = LargeNetwork.Make(100_000);
        Sweep(few, 5_000);
        double ofFew = double.MaxValue;
        double ofMany = double.MaxValue;
        for (int i = 0; i < 3; i++)
        {
            // In turn, so that a change of the machine's speed meets both.
            ofFew = Math.Min(ofFew, Sweep(few, 20_000));
            ofMany = Math.Min(ofMany, Sweep(many, 20_000));
        }

        double ratio = ofMany / ofFew;
        string figures = string.Create(CultureInfo.InvariantCulture, $"an endpoint among 100,000 takes {ratio:F2} times one among 1,000");
        output.WriteLine(figures);

        // What is looked up no longer fits into the processor's cache; quadratic would be a hundred.
        Assert.True(ratio <= 10, figures);
    }

    // A configuration that nothing was remembered about.
    private static EndpointConfig Fresh() => LargeNetwork.Request with { Target = "request" };

    // In time of the processor: what else the machine does is not counted.
    private double Sweep(NetworkSnapshot snapshot, int count)
    {
        IReadOnlyList<EndpointConfig> endpoints = snapshot.VpcEndpoints!;
        _ = snapshot.Index;
        int step = Math.Max(1, endpoints.Count / count);
        TimeSpan before = Environment.CpuUsage.TotalTime;
        int done = 0;
        for (int i = 0; done < count; i = (i + step) % endpoints.Count)
        {
            _evaluator.Evaluate(endpoints[i], snapshot);
            done++;
        }

        return (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / done;
    }
}
