using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Governance;

namespace VpcEndpointTools.Tests.Rules.Governance;

public sealed class G001Tests : RuleTest<G001Tags>
{
    private static readonly Declarations Required = new() { RequiredTags = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Owner"] = null, ["Cost"] = "c-*" } };

    private static EndpointConfig With(params Tag[] tags) => Given.Gateway with { Tags = [.. tags] };

    private static RuleOutcome Demand(params Tag[] tags) => Run(With(tags), null, Required);

    [Fact]
    public void NoNameIsInformation()
    {
        Assert.Equal("Tags", Fails(Run(Given.Interface), Severity.Information, "no Name tag").Property);
        Fails(Run(With(new Tag("name", "x"))), Severity.Information, "no Name tag");
    }

    [Fact]
    public void ANamePasses() => Assert.All(Given.OfEachType, config => Passes(Run(config with { Tags = [new Tag("Team", "x"), new Tag("Name", "x")] })));

    [Fact]
    public void RequiredTagsThatAreMissingAreAWarning()
    {
        RuleOutcome outcome = Demand(new Tag("Name", "x"));
        FailsEach(outcome, Severity.Warning, "The tag Owner is required and missing", "The tag Cost is required");
        Assert.All(outcome.Violations, violation => Assert.Null(violation.Severity));
    }

    [Theory]
    [InlineData("c-1")]
    [InlineData("c-")]
    public void ValueThatFitsPasses(string value) => Passes(Demand(new Tag("Owner", ""), new Tag("Cost", value)));

    [Theory]
    [InlineData("d-1")]
    [InlineData("C-1")]
    public void ValueThatDoesNotFitFails(string value) => Fails(Demand(new Tag("Owner", "x"), new Tag("Cost", value)), Severity.Warning, $"The tag Cost is '{value}', but must be 'c-*'");

    [Fact]
    public void AbsentValueIsAnEmptyOne() => Fails(Demand(new Tag("Owner", default), new Tag("Cost", default)), Severity.Warning, "The tag Cost is ''");

    [Fact]
    public void UnknownValueIsNotEvaluatedWhereItMatters()
    {
        NotEvaluated(Demand(new Tag("Owner", "x"), new Tag("Cost", Given.Unknown<string>("!Ref C"))), wasGiven: true, "the tag Cost (!Ref C)");
        Passes(Demand(new Tag("Owner", Given.Unknown<string>()), new Tag("Cost", "c-1")));
        Fails(Demand(new Tag("Cost", Given.Unknown<string>())), Severity.Warning, "Owner");
    }

    [Fact]
    public void UnknownTagsAreNotEvaluated()
    {
        NotEvaluated(Run(Given.Gateway with { Tags = ValueList<Tag>.Unknown("!Ref T") }), wasGiven: true, "!Ref T");
        NotEvaluated(Run(With(new Tag(Given.Unknown<string>(), "x"))), wasGiven: true, "Tags");
        NotEvaluated(Demand(new Tag(Given.Unknown<string>(), "x")), wasGiven: true, "Tags");
    }

    [Fact]
    public void DeadEndpointsAreNotApplicable() => NotApplicable(Run(Given.Existing(Given.Gateway) with { State = "deleted" }));
}
