using System.Globalization;
using System.Reflection;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Tests.Evaluation;

/// <summary>What holds for every rule.</summary>
public sealed class RuleCatalogTests
{
    public static TheoryData<string> Ids => new(RuleCatalog.All.Select(rule => rule.Info.Id));

    private static readonly string[] DeclaredIds =
        [.. typeof(RuleCatalog).Assembly.GetType("VpcEndpointTools.Evaluation.RuleIds", throwOnError: true)!
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!)];

    [Fact]
    public void EveryDeclaredIdHasOneRule() =>
        Assert.Equal(DeclaredIds.Order(StringComparer.Ordinal), RuleCatalog.All.Select(rule => rule.Info.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void RuleDeclaresEverything(string id)
    {
        RuleInfo info = RuleCatalog.Find(id)!.Info;
        Assert.Matches("^VPCE-[SNDPRLHCG][0-9]{3}$", info.Id);
        Assert.InRange(info.Title.Length, 5, 90);
        Assert.EndsWith(".", info.Remediation, StringComparison.Ordinal);
        Assert.StartsWith("https://", info.Source, StringComparison.Ordinal);
        Assert.NotEmpty(info.EndpointTypes);
        Assert.All(info.EndpointTypes, type => Assert.Contains(type, EndpointTypes.All));
        Assert.True(info.AwsErrorCode is null || info.Severity == Severity.Error, "only what AWS rejects has its error code");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void NothingIsLeftToFillIn(string id)
    {
        RuleInfo info = RuleCatalog.Find(id)!.Info;
        Assert.All([info.Title, info.Remediation, info.Source], text => Assert.False(
            text.Contains("FILL IN", StringComparison.Ordinal),
            $"{id} is not filled in yet (CONTRIBUTING.md, \"A rule in five minutes\"): {text}"));
    }

    [Fact]
    public void NoRetiredIdIsUsed()
    {
        Assert.Superset(
            new HashSet<string>(["VPCE-C003", "VPCE-D013", "VPCE-N013", "VPCE-N014"]),
            RetiredRules.Reasons.Keys.ToHashSet(StringComparer.Ordinal));
        Assert.Empty(DeclaredIds.Intersect(RetiredRules.Reasons.Keys, StringComparer.OrdinalIgnoreCase));
        Assert.All(
            RetiredRules.Reasons, retired => Assert.Matches("^VPCE-[SNDPRLHCG][0-9]{3}: .{20,}\\.$", $"{retired.Key}: {retired.Value}"));
    }

    private static readonly (char Letter, int Rules)[] Had =
        [('S', 24), ('N', 15), ('D', 16), ('P', 15), ('R', 8), ('L', 5), ('H', 3), ('C', 6), ('G', 4)];

    // How many rules each family has had on 2026-11-27: the last one of a family cannot be given up unrecorded either.
    [Fact]
    public void NoFamilyHasFewerRulesAndRetiredOnesThanItHad()
    {
        ILookup<char, string> families = DeclaredIds.Concat(RetiredRules.Reasons.Keys).ToLookup(id => id[5]);
        Assert.All(Had, family => Assert.InRange(families[family.Letter].Count(), family.Rules, 999));
    }

    [Fact]
    public void NumberIsARuleOrRetired()
    {
        foreach (IGrouping<char, string> family in DeclaredIds.Concat(RetiredRules.Reasons.Keys).GroupBy(id => id[5]))
        {
            IEnumerable<string> all = Enumerable.Range(1, family.Count())
                .Select(number => string.Create(CultureInfo.InvariantCulture, $"VPCE-{family.Key}{number:000}"));
            Assert.True(
                all.SequenceEqual(family.Order(StringComparer.Ordinal), StringComparer.Ordinal),
                $"{string.Join(", ", all.Except(family))}: a rule that is given up is recorded in RetiredRules, and a new one takes the next number.");
        }
    }

    [Fact]
    public void EachFamilyHasItsLetter() => Assert.Equal(
        RuleFamilies.All.Order(StringComparer.Ordinal),
        Enumerable.Range(char.MinValue, 128).Select(code => RuleFamilies.OfLetter((char)code)).OfType<string>()
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void RuleStandsInItsFamilysRoomUnderItsOwnName(string id)
    {
        Type type = RuleCatalog.Find(id)!.GetType();
        Assert.StartsWith(id[5..], type.Name, StringComparison.Ordinal);
        Assert.Equal($"VpcEndpointTools.Rules.{RuleCatalog.Find(id)!.Info.Family}", type.Namespace);
        Assert.True(type.IsSealed);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void RuleHasATestClassWithAFailingAndAPassingExample(string id)
    {
        RuleInfo info = RuleCatalog.Find(id)!.Info;
        Type? tests = GetType().Assembly.GetType($"VpcEndpointTools.Tests.Rules.{info.Family}.{id[5..]}Tests");
        Assert.True(tests is not null, $"{id} has no test class");
        Assert.True(tests.GetMethods().Count(method => method.GetCustomAttribute<FactAttribute>() is not null) >= 3, $"{id} has fewer than three tests");
    }

    [Fact]
    public void FindIgnoresCase() => Assert.Equal("VPCE-S007", RuleCatalog.Find("vpce-s007")?.Info.Id);

    [Fact]
    public void SelectTakesWhatIsIncludedWithoutWhatIsExcluded()
    {
        Assert.Equal(RuleCatalog.All.Count - 1, RuleCatalog.Select([], ["VPCE-S007"]).Count);
        Assert.Equal(["VPCE-S007"], RuleCatalog.Select(["vpce-s007"], []).Select(rule => rule.Info.Id));
        Assert.Empty(RuleCatalog.Select(["VPCE-S007"], ["VPCE-S007"]));
    }
}
