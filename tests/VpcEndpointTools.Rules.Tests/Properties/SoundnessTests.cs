using CsCheck;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Tests.Properties;

/// <summary>What must hold in every world, for every rule.</summary>
public sealed class SoundnessTests
{
    [Fact]
    public void TakingAMemberAwayNeverTurnsAVerdictIntoItsOpposite() => Gen.Select(Properties.Worlds.Any, Gen.Int[0, Ignorance.Members.Length - 1]).Holds(
        (world, member) => Holds(world, world with { Snapshot = Ignorance.Without(world.Snapshot, member) }, $"without {Ignorance.Members[member].Name}"));

    [Fact]
    public void MarkingTheSnapshotPartialNeverTurnsAVerdictIntoItsOpposite() => Properties.Worlds.Any.Holds(
        world => Holds(world, world with { Snapshot = world.Snapshot with { Complete = SnapshotCompleteness.Partial } }, "partial"));

    [Fact]
    public void ForgettingAValueOfTheConfigurationNeverTurnsAVerdictIntoItsOpposite() => Gen.Select(Properties.Worlds.Any, Gen.Int[0, 1_000]).Holds(
        (world, number) =>
        {
            (EndpointConfig config, string place) = Ignorance.Forget(world.Config, number % Ignorance.Count(world.Config));
            Holds(world, world with { Config = config }, $"{place} unknown");
        });

    [Fact]
    public void ForgettingAValueOfTheSnapshotNeverTurnsAVerdictIntoItsOpposite() => Gen.Select(Properties.Worlds.Any, Gen.Int[0, 100_000]).Holds(
        (world, number) =>
        {
            int count = Ignorance.Count(world.Snapshot);
            (NetworkSnapshot snapshot, string place) = Ignorance.Forget(world.Snapshot, count == 0 ? 0 : number % count);
            Holds(world, world with { Snapshot = snapshot }, $"{place} unknown");
        });

    [Fact]
    public void WorldsAreWorthTesting()
    {
        Dictionary<string, HashSet<RuleOutcomeKind>> seen = RuleCatalog.All.ToDictionary(rule => rule.Info.Id, _ => new HashSet<RuleOutcomeKind>(), StringComparer.Ordinal);
        Properties.Worlds.Any.Holds(
            world =>
            {
                foreach (Rule rule in RuleCatalog.All)
                {
                    seen[rule.Info.Id].Add(Run(rule, world).Kind);
                }
            });
        string[] never = [.. seen.Where(pair => !pair.Value.Contains(RuleOutcomeKind.Fail) || !pair.Value.Contains(RuleOutcomeKind.Pass)).Select(pair => pair.Key).Order(StringComparer.Ordinal)];

        // C005 and L005 never pass; the others need a rare coincidence.
        Assert.True(never.Length <= 15, $"rules that these worlds never fail, or never pass: {string.Join(", ", never)}");
    }

    // Knowing less, a rule may stop deciding; it may not decide otherwise, nor find what it did not find before.
    private static void Holds(World full, World less, string what)
    {
        foreach (Rule rule in RuleCatalog.All)
        {
            RuleOutcome before = Run(rule, full);
            RuleOutcome after = Run(rule, less);
            bool opposite = (after.Kind == RuleOutcomeKind.Fail && before.Kind != RuleOutcomeKind.Fail) || (after.Kind == RuleOutcomeKind.Pass && before.Kind == RuleOutcomeKind.Fail);
            Assert.False(opposite, $"{rule.Info.Id} {what}: {Describe(before)} became {Describe(after)}");
        }
    }

    private static RuleOutcome Run(Rule rule, World world) => rule.Evaluate(new RuleContext(world.Config, world.Snapshot, declared: world.Declared));

    private static string Describe(RuleOutcome outcome) => $"{outcome.Kind} ({string.Join("; ", outcome.Violations.Select(violation => violation.Message))}{outcome.Missing?.What})";
}
