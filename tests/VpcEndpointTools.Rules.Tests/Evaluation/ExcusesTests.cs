using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Tests.Evaluation;

/// <summary>What settings excuse: each Error that would stop a creation without them, with what in them excuses it.</summary>
public sealed class ExcusesTests
{
    private static readonly EndpointConfig Wrong = Given.Gateway with { Target = "wrong", SubnetIds = [Given.SubnetA], SecurityGroupIds = [Given.GroupId] };

    private static IReadOnlyList<string> Of(IEnumerable<string>? excluded = null, EvaluationSettings? settings = null) =>
        [.. Excuses.Of(new RuleEvaluator(RuleCatalog.Select([], [.. excluded ?? []]), settings: settings), Wrong, null, null).Select(error => error.ToString())];

    [Fact]
    public void NothingSpecialExcusesNothing() => Assert.Empty(Of());

    [Fact]
    public void RaisedSeveritiesAndOtherRulesExcuseNothing() => Assert.Empty(Of(
        ["VPCE-G001"], new EvaluationSettings { Severities = new Dictionary<string, Severity> { ["VPCE-P010"] = Severity.Error } }));

    [Fact]
    public void EachExcuseIsNamed()
    {
        IReadOnlyList<string> excused = Of(["VPCE-S006"], new EvaluationSettings
        {
            Severities = new Dictionary<string, Severity>(StringComparer.OrdinalIgnoreCase) { ["vpce-s008"] = Severity.Warning },
        });
        Assert.Equal(2, excused.Count);
        Assert.Contains(excused, text => text.StartsWith("VPCE-S006 (excluded by the settings): ", StringComparison.Ordinal));
        Assert.Contains(excused, text => text.StartsWith("VPCE-S008 (Warning by the settings): ", StringComparison.Ordinal));
        string suppressed = Assert.Single(Of(settings: new EvaluationSettings { Suppressions = [new Suppression("VPCE-S006", "wr*", "later", new DateOnly(2027, 1, 31))] }));
        Assert.StartsWith("VPCE-S006 (suppressed by the settings: later, until 2027-01-31): ", suppressed, StringComparison.Ordinal);
    }

    [Fact]
    public void DoubtAboutAnErrorIsExcusedAndSaidToo()
    {
        EndpointConfig unknown = Given.Gateway with { SubnetIds = ValueList<Value<string>>.Unknown("Fn::If") };
        RuleEvaluator all = new();
        NotEvaluatedRule doubt = all.Evaluate(unknown).NotEvaluated.First(rule => rule.IsBlocking);
        RuleEvaluator without = new(RuleCatalog.Select([], [doubt.RuleId]));
        string said = Assert.Single(Excuses.Of(without, unknown, null, null)).ToString();
        Assert.StartsWith($"{doubt.RuleId} (excluded by the settings): An error could not be excluded: ", said, StringComparison.Ordinal);
    }
}
