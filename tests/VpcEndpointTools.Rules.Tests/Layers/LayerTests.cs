using VpcEndpointTools.Evaluation;

namespace VpcEndpointTools.Tests.Layers;

/// <summary>Arrows between the rooms of the rules library point down only.</summary>
public sealed class LayerTests
{
    private const string Root = "VpcEndpointTools.";

    // What surrounds an endpoint, told for rules and advice alike.
    private static readonly string[] Facts = ["Network", "Dns", "Security", "Placement"];

    // What the facts are told with.
    private static readonly string[] Ground = ["Model", "Model.Members", "Catalog", "Evaluation", "Policies", "Pricing", "Reachability"];

    private static readonly List<(string From, string To, string Pair)> Arrows =
    [
        .. References.In(typeof(Rule).Assembly).Where(pair => Room(pair.From) != Room(pair.To) && Room(pair.To).Length > 0)
            .Select(pair => (Room(pair.From), Room(pair.To), $"{pair.From.FullName} -> {pair.To.FullName}")),
    ];

    [Fact]
    public void ArrowsAreSeen()
    {
        Assert.Contains(Arrows, arrow => arrow is { From: "Rules.Network", To: "Network" });
        Assert.Contains(Arrows, arrow => arrow is { From: "Recommendation", To: "Placement" });

        // From within a lambda, and to a type that only a generic argument names.
        Assert.Contains(Arrows, arrow =>
            arrow.Pair == "VpcEndpointTools.Recommendation.WastefulEndpoints -> VpcEndpointTools.Evaluation.RuleContext");
        Assert.Contains(Arrows, arrow =>
            arrow.Pair == "VpcEndpointTools.Evaluation.RuleContext -> VpcEndpointTools.Model.SubnetConfiguration"
            || arrow.Pair == "VpcEndpointTools.Evaluation.RuleContext -> VpcEndpointTools.Model.Subnet");
    }

    [Fact]
    public void NobodyKnowsARule() => Nobody(arrow => IsRules(arrow.To) && !IsRules(arrow.From));

    [Fact]
    public void NoFamilyOfRulesKnowsAnother() => Nobody(arrow => IsRules(arrow.From) && IsRules(arrow.To) && arrow.To != "Rules");

    [Fact]
    public void RulesKnowFactsAlone() =>
        Nobody(arrow => IsRules(arrow.From) && !IsRules(arrow.To) && !Facts.Contains(arrow.To) && !Ground.Contains(arrow.To));

    [Fact]
    public void FactsKnowTheGroundAlone() =>
        Nobody(arrow => Facts.Contains(arrow.From) && !Facts.Contains(arrow.To) && !Ground.Contains(arrow.To));

    // Creation also knows what AWS answered.
    [Fact]
    public void AdviceAndCreationKnowFactsAndNotEachOther() => Nobody(arrow => arrow.From is "Recommendation" or "Creation"
        && !Facts.Contains(arrow.To) && !Ground.Contains(arrow.To) && arrow.To != "Reading" && arrow is not { From: "Creation", To: "Live" });

    [Fact]
    public void ModelKnowsItsMembersAlone() => Nobody(arrow => arrow.From == "Model" && arrow.To != "Model.Members");

    // A row says what a rule declares that looks at it; what the default policy is the policies know.
    [Fact]
    public void MembersKnowHowTheyAreRead() => Nobody(arrow => arrow.From == "Model.Members" && arrow.To is not ("Model" or "Reading" or "Policies")
        && !arrow.Pair.EndsWith($" -> {typeof(RuleNeeds).FullName}", StringComparison.Ordinal));

    private static bool IsRules(string room) => room == "Rules" || room.StartsWith("Rules.", StringComparison.Ordinal);

    private static void Nobody(Predicate<(string From, string To, string Pair)> isWrong) =>
        Assert.Equal(string.Empty,
            string.Join(Environment.NewLine, Arrows.FindAll(isWrong).Select(arrow => arrow.Pair).Order(StringComparer.Ordinal)));

    private static string Room(Type type) =>
        type.Namespace is { } name && name.StartsWith(Root, StringComparison.Ordinal) ? name[Root.Length..] : string.Empty;
}
