using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Tests.Performance;

namespace VpcEndpointTools.Costs;

/// <summary>All rules on one configuration, against parsing the same request.</summary>
internal static class LibraryCosts
{
    private const int Rounds = 15;
    private const int PerRound = 400;

    public static IEnumerable<Figure> Evaluation()
    {
        RuleEvaluator evaluator = new();
        NetworkSnapshot snapshot = LargeNetwork.Make(1_000);
        byte[] json = Encoding.UTF8.GetBytes(LargeNetwork.RequestJson);
        Action evaluate = () => evaluator.Evaluate(LargeNetwork.Request with { Target = "request" }, snapshot);
        Action parse = () => JsonDocument.Parse(json).Dispose();
        WarmUp(evaluate);
        WarmUp(parse);

        // In turn, so that a change of the machine's speed meets both.
        double[] ratios = [.. Enumerable.Range(0, Rounds).Select(_ => Measure(evaluate) / Measure(parse)).Order()];
        yield return new Figure(
            "all rules on one configuration", ratios[Rounds / 2], "x", 15,
            string.Create(CultureInfo.InvariantCulture, $"of JsonDocument.Parse of the {json.Length} bytes of the request ({Measure(parse):F1} µs)"));
    }

    // The runtime compiles what is called often once more, in the background: before that it measures the compiler.
    private static void WarmUp(Action action)
    {
        for (Stopwatch watch = Stopwatch.StartNew(); watch.ElapsedMilliseconds < (Effort.IsQuick ? 0 : 4_000);)
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
}
