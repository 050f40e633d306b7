using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using Xunit.Abstractions;

namespace VpcEndpointTools.Tests.Performance;

/// <summary>Measurements run alone: a neighbour on the other core would be measured with them.</summary>
[CollectionDefinition(nameof(Measurements), DisableParallelization = true)]
public sealed class Measurements;

/// <summary>What all rules on one configuration cost: in time against parsing the same request, in memory in bytes.</summary>
[Collection(nameof(Measurements))]
public sealed class EvaluationCostTests(ITestOutputHelper output)
{
    private const int Rounds = 15;
    private const int PerRound = 400;

    private readonly RuleEvaluator _evaluator = new();

    [Fact]
    public void AllRulesTakeAtMostFifteenTimesTheParsingOfTheRequest()
    {
        NetworkSnapshot snapshot = LargeNetwork.Make(1_000);
        byte[] json = Encoding.UTF8.GetBytes(LargeNetwork.RequestJson);
        Action evaluate = () => _evaluator.Evaluate(Fresh(), snapshot);
        Action parse = () => JsonDocument.Parse(json).Dispose();
        WarmUp(evaluate);
        WarmUp(parse);

        // In turn, so that a change of the machine's speed meets both.
        List<double> ratios = [];
        for (int i = 0; i < Rounds; i++)
        {
            ratios.Add(Measure(evaluate) / Measure(parse));
        }

        double ratio = ratios.Order().ElementAt(Rounds / 2);
        string figures = string.Create(CultureInfo.InvariantCulture, $"all rules: {ratio:F1} times JsonDocument.Parse of the {json.Length} bytes of the request ({Measure(parse):F1} µs)");
        output.WriteLine(figures);
        Assert.True(ratio <= 15, figures);
    }

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
        double[] perFew = new double[5];
        double[] perMany = new double[5];
        Sweep(few, 20_000);
        Sweep(many, 20_000);
        for (int i = 0; i < perFew.Length; i++)
        {
            perFew[i] = Sweep(few, 20_000);
            perMany[i] = Sweep(many, 20_000);
        }

        double ratio = perMany.Min() / perFew.Min();
        string figures = string.Create(CultureInfo.InvariantCulture, $"an endpoint among 100,000 takes {ratio:F2} times one among 1,000 ({perFew.Min():F1} µs)");
        output.WriteLine(figures);

        // What is looked up no longer fits into the processor's cache; quadratic would be a hundred.
        Assert.True(ratio <= 3, figures);
    }

    // A configuration that nothing was remembered about.
    private static EndpointConfig Fresh() => LargeNetwork.Request with { Target = "request" };

    // The runtime compiles what is called often once more, in the background: before that it measures the compiler.
    private static void WarmUp(Action action)
    {
        for (Stopwatch watch = Stopwatch.StartNew(); watch.ElapsedMilliseconds < 4_000;)
        {
            Measure(action);
        }
    }

    private static double Measure(Action action)
    {
        Stopwatch watch = Stopwatch.StartNew();
        for (int i = 0; i < PerRound; i++)
        {
            action();
        }

        return watch.Elapsed.TotalMicroseconds / PerRound;
    }

    private double Sweep(NetworkSnapshot snapshot, int count)
    {
        IReadOnlyList<EndpointConfig> endpoints = snapshot.VpcEndpoints!;
        _ = snapshot.Index;
        int step = Math.Max(1, endpoints.Count / count);
        Stopwatch watch = Stopwatch.StartNew();
        int done = 0;
        for (int i = 0; done < count; i = (i + step) % endpoints.Count)
        {
            _evaluator.Evaluate(endpoints[i], snapshot);
            done++;
        }

        return watch.Elapsed.TotalMicroseconds / done;
    }
}
