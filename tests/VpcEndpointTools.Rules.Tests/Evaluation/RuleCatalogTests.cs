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
