using VpcEndpointTools.Catalog;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Tests.Catalog;

public sealed class TypeComparisonTests
{
    private const string Day = "^20[0-9]{2}-[01][0-9]-[0-3][0-9]$";

    // The statements of the cheat sheet, by the ids of the research on it.
    private static readonly string[] StatementIds =
    [
        "S-G1", "S-G10", "S-G11", "S-G2", "S-G3", "S-G4", "S-G5", "S-G6", "S-G7", "S-G8", "S-G9",
        "S-I1", "S-I10", "S-I11", "S-I12", "S-I2", "S-I3", "S-I4", "S-I5", "S-I6", "S-I7a", "S-I7b", "S-I8", "S-I9",
        "S-L1", "S-L2", "S-L3", "S-L4", "S-L5", "S-L6", "S-L7", "S-L8",
    ];

    private static IEnumerable<CheatSheetStatement> Statements => TypeComparison.Aspects.SelectMany(aspect => aspect.Statements);

    [Fact]
    public void EveryAspectHasAFactForEachTypeAndNothingElse()
    {
        Assert.True(TypeComparison.Aspects.Count >= 20);
        Assert.All(
            TypeComparison.Aspects,
            aspect => Assert.Equal(EndpointTypes.All.Order(StringComparer.Ordinal), aspect.Facts.Keys.Order(StringComparer.Ordinal)));
        Assert.Equal(TypeComparison.Aspects.Count, TypeComparison.Aspects.Select(aspect => aspect.Name).Distinct().Count());
    }

    [Fact]
    public void EveryFactHasItsSourceAndDayAndWhatHasNoSourceIsUnknown() =>
        Assert.All(TypeComparison.Aspects.SelectMany(aspect => aspect.Facts.Values), fact =>
        {
            Assert.NotEmpty(fact.Text);
            Assert.Equal(fact.Text == "unknown", fact.Source is null);
            Assert.True(fact.Source is null || fact.Source.StartsWith("https://", StringComparison.Ordinal), fact.Source);
            Assert.Matches(Day, fact.Date);
            Assert.Equal(fact.Text, fact.ToString());
        });

    [Fact]
    public void EveryPriceNamesItsRegion() =>
        Assert.All(
            TypeComparison.Aspects
                .SelectMany(aspect => aspect.Facts.Values)
                .Where(fact => fact.Text.Contains("USD 0.0", StringComparison.Ordinal)),
            fact => Assert.Contains("us-east-1", fact.Text, StringComparison.Ordinal));

    [Fact]
    public void EveryStatementOfTheCheatSheetIsCarriedOnce() => Assert.Equal(StatementIds, Ids(Statements));

    [Fact]
    public void EveryStatementHasAVerdictAndEachOutdatedOneWhatChangedAndWhen() => Assert.All(Statements, statement =>
    {
        Assert.Contains(statement.HoldsToday, new[] { "Yes", "No", "Partly" });
        Assert.Equal("2023-04-10", statement.StatedOn);
        Assert.StartsWith("https://", statement.Source, StringComparison.Ordinal);
        Assert.Contains(statement.EndpointType, EndpointTypes.All);
        Assert.Equal(statement.HoldsToday == "Yes", statement.Change is null);
        Assert.Equal(statement.HoldsToday == "Yes", statement.ChangedOn is null);
        Assert.Matches("^((by )?20[0-9]{2}-[01][0-9](-[0-3][0-9])?)?$", statement.ChangedOn ?? string.Empty);
    });

    [Theory]
    [InlineData("No", "S-G8 S-I12 S-I7a S-I7b S-L7")]
    [InlineData("Partly", "S-G1 S-G7 S-G9 S-I3 S-I5 S-I8")]
    public void VerdictsAreThoseOfTheResearch(string verdict, string ids) =>
        Assert.Equal(ids, string.Join(' ', Ids(Statements.Where(statement => statement.HoldsToday == verdict))));

    private static IEnumerable<string> Ids(IEnumerable<CheatSheetStatement> statements) =>
        statements.Select(statement => statement.Id).Order(StringComparer.Ordinal);
}
