using VpcEndpointTools.Policies;
using VpcEndpointTools.Reachability;

namespace VpcEndpointTools.Tests.Policies;

public sealed class PolicyAnalysisTests
{
    private const string Allow = """{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}""";
    private const string Layer = "arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/layer";

    private static PolicyDocument Policy(params string[] statements) => PolicyDocument.Parse($$"""{"Statement":[{{string.Join(",", statements)}}]}""");

    private static PolicyCondition On(string key, string name = "StringEquals") => new(name, key, ["x"]);

    private static string Statement(string effect, string action = "\"*\"", string condition = "", string principal = "\"*\"", string resource = "\"*\"") =>
        $$"""{"Effect":"{{effect}}","Principal":{{principal}},"Action":{{action}},"Resource":{{resource}}{{(condition.Length == 0 ? "" : ",\"Condition\":" + condition)}}}""";

    private static Truth Foreign(params string[] statements) => PolicyAnalysis.AllowsOnForeignResource(Policy(statements), "s3:GetObject", Layer);

    private static int Effective(params string[] statements) => PolicyAnalysis.EffectiveAllows(Policy(statements)).Count();

    [Theory]
    [InlineData("aws:PrincipalOrgID")]
    [InlineData("aws:principalorgpaths")]
    [InlineData("aws:PrincipalAccount")]
    [InlineData("aws:PrincipalArn")]
    [InlineData("aws:PrincipalIsAWSService")]
    [InlineData("aws:PrincipalServiceName")]
    [InlineData("aws:PrincipalServiceNamesList")]
    [InlineData("aws:PrincipalTag/team")]
    public void KeysOfTheCaller(string key)
    {
        Assert.True(PolicyAnalysis.IsOnCaller(On(key)));
        Assert.False(PolicyAnalysis.IsOnResource(On(key)));
    }

    [Theory]
    [InlineData("aws:ResourceOrgID")]
    [InlineData("aws:ResourceOrgPaths")]
    [InlineData("AWS:ResourceAccount")]
    [InlineData("s3:ResourceAccount")]
    [InlineData("s3:DataAccessPointAccount")]
    [InlineData("aws:ResourceTag/team")]
    public void KeysOfTheResource(string key)
    {
        Assert.True(PolicyAnalysis.IsOnResource(On(key)));
        Assert.False(PolicyAnalysis.IsOnCaller(On(key)));
    }

    [Theory]
    [InlineData("aws:SourceVpc")]
    [InlineData("aws:PrincipalTag")]
    [InlineData("aws:ResourceTag")]
    public void OtherKeysAreNeither(string key) => Assert.False(PolicyAnalysis.IsOnCaller(On(key)) || PolicyAnalysis.IsOnResource(On(key)));

    [Theory]
    [InlineData("\"*\"", true)]
    [InlineData("\"s3:*\"", true)]
    [InlineData("\"S3:*\"", true)]
    [InlineData("[\"s3:Get*\",\"s3-object-lambda:*\"]", true)]
    [InlineData("\"s3:Get*\"", false)]
    [InlineData("\"dynamodb:*\"", false)]
    public void OpenStatementAllowsAllActionsOfTheService(string action, bool expected) =>
        Assert.Equal(expected, PolicyAnalysis.OpenStatement(Policy(Statement("Allow", action)), ["s3", "s3-object-lambda"]) is not null);

    [Fact]
    public void OpenStatementOfAServiceWithoutACertainPrefixIsTheStarOnly()
    {
        Assert.Null(PolicyAnalysis.OpenStatement(Policy(Statement("Allow", "\"s3:*\"")), null));
        Assert.NotNull(PolicyAnalysis.OpenStatement(Policy(Allow), null));
    }

    [Fact]
    public void OpenStatementIsTheFirstThatIsOpen() =>
        Assert.Equal(1, PolicyAnalysis.OpenStatement(Policy(Statement("Allow", "\"s3:Get*\""), Allow, Allow), null)?.Index);

    [Fact]
    public void NothingIsOpenThatIsNarrowed()
    {
        Assert.Null(PolicyAnalysis.OpenStatement(Policy(Allow, Statement("Deny", "\"s3:Put*\"")), null));
        Assert.Null(PolicyAnalysis.OpenStatement(Policy(Statement("Allow", condition: """{"StringEquals":{"aws:SourceVpc":"x"}}""")), null));
        Assert.Null(PolicyAnalysis.OpenStatement(Policy(Statement("Allow", principal: """{"AWS":"111122223333"}""")), null));
        Assert.Null(PolicyAnalysis.OpenStatement(Policy(Statement("Allow", resource: "\"arn:aws:s3:::mine/*\"")), null));
        Assert.Null(PolicyAnalysis.OpenStatement(Policy(Statement("Deny")), null));
    }

    [Theory]
    [InlineData("\"*\"", 0)]
    [InlineData("\"s3:*\"", 0)]
    [InlineData("\"S3:GET*\"", 0)]
    [InlineData("[\"x:y\",\"s3:G*\"]", 0)]
    [InlineData("\"s3:GetObject\"", 1)]
    [InlineData("\"s3:Put*\"", 1)]
    [InlineData("\"s3:Get?\"", 1)]
    public void ADenyWithoutConditionTakesAllowsAway(string denied, int left) =>
        Assert.Equal(left, Effective(Statement("Allow", "\"s3:Get*\""), Statement("Deny", denied)));

    [Fact]
    public void OneActionThatIsLeftIsEnough() => Assert.Equal(1, Effective(Statement("Allow", "[\"s3:Get*\",\"s3:Put*\"]"), Statement("Deny", "\"s3:Get*\"")));

    [Fact]
    public void TheSameActionIsTakenAwayEvenWithAQuestionMark() => Assert.Equal(0, Effective(Statement("Allow", "\"s3:Get?\""), Statement("Deny", "\"s3:get?\"")));

    [Fact]
    public void ADenyOfSomethingLessTakesNothingAway()
    {
        Assert.Equal(1, Effective(Allow, Statement("Deny", condition: """{"StringNotEquals":{"aws:ResourceOrgID":"o-1"}}""")));
        Assert.Equal(1, Effective(Allow, Statement("Deny", principal: """{"AWS":"arn:aws:iam::111122223333:root"}""")));
        Assert.Equal(1, Effective(Allow, Statement("Deny", resource: "\"arn:aws:s3:::b/*\"")));
        Assert.Equal(1, Effective(Allow, """{"Effect":"Deny","Principal":"*","NotAction":"s3:*","Resource":"*"}"""));
        Assert.Equal(1, Effective(Allow, Allow.Replace("\"Principal\"", "\"NotPrincipal\"", StringComparison.Ordinal).Replace("Allow", "Deny", StringComparison.Ordinal)));
    }

    [Fact]
    public void OnlyTheStarTakesAnAllowWithNotActionAway()
    {
        const string notAction = """{"Effect":"Allow","Principal":"*","NotAction":"s3:Put*","Resource":"*"}""";
        Assert.Equal(1, Effective(notAction));
        Assert.Equal(1, Effective(notAction, Statement("Deny", "\"s3:*\"")));
        Assert.Equal(0, Effective(notAction, Statement("Deny")));
    }

    [Theory]
    [InlineData("\"*\"", "\"*\"", Truth.Yes)]
    [InlineData("\"s3:getobject\"", "\"arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/*\"", Truth.Yes)]
    [InlineData("\"s3:Put*\"", "\"*\"", Truth.No)]
    [InlineData("\"s3:Get*\"", "\"arn:aws:s3:::mine/*\"", Truth.No)]
    public void AllowsWhatActionAndResourceMatch(string action, string resource, Truth expected) =>
        Assert.Equal(expected, Foreign(Statement("Allow", action, resource: resource)));

    [Fact]
    public void NotActionAndNotResourceTurnTheMatchAround()
    {
        Assert.Equal(Truth.Yes, Foreign("""{"Effect":"Allow","Principal":"*","NotAction":"s3:Put*","Resource":"*"}"""));
        Assert.Equal(Truth.No, Foreign("""{"Effect":"Allow","Principal":"*","NotAction":"s3:Get*","Resource":"*"}"""));
        Assert.Equal(Truth.Yes, Foreign("""{"Effect":"Allow","Principal":"*","Action":"*","NotResource":"arn:aws:s3:::mine/*"}"""));
        Assert.Equal(Truth.No, Foreign("""{"Effect":"Allow","Principal":"*","Action":"*","NotResource":"arn:aws:s3:::prod-*"}"""));
        Assert.Equal(Truth.No, Foreign("""{"Effect":"Allow","Principal":"*","Action":"*"}"""));
    }

    [Theory]
    [InlineData("""{"StringEquals":{"aws:PrincipalOrgID":"o-1"}}""", Truth.Yes)]
    [InlineData("""{"StringEquals":{"aws:ResourceOrgID":"o-1"}}""", Truth.No)]
    [InlineData("""{"StringNotEquals":{"aws:ResourceOrgID":"o-1"}}""", Truth.Yes)]
    [InlineData("""{"Null":{"aws:ResourceOrgID":"true"}}""", Truth.Unknown)]
    [InlineData("""{"StringEquals":{"aws:SourceVpc":"vpc-1"}}""", Truth.Unknown)]
    [InlineData("""{"StringEquals":{"aws:PrincipalOrgID":"o-1","aws:ResourceOrgID":"o-1"}}""", Truth.No)]
    public void ConditionsOfAnAllow(string condition, Truth expected) => Assert.Equal(expected, Foreign(Statement("Allow", condition: condition)));

    [Theory]
    [InlineData("""{"StringNotEquals":{"aws:PrincipalOrgID":"o-1"}}""", Truth.Yes)]
    [InlineData("""{"StringNotEquals":{"aws:ResourceOrgID":"o-1"}}""", Truth.No)]
    [InlineData("""{"StringEquals":{"aws:ResourceOrgID":"o-1"}}""", Truth.Yes)]
    [InlineData("""{"StringEquals":{"aws:SourceVpc":"vpc-1"}}""", Truth.Unknown)]
    public void ConditionsOfADeny(string condition, Truth expected) => Assert.Equal(expected, Foreign(Allow, Statement("Deny", condition: condition)));

    [Fact]
    public void ADenyWinsWhereverItStands()
    {
        Assert.Equal(Truth.No, Foreign(Statement("Deny"), Allow));
        Assert.Equal(Truth.No, Foreign(Statement("Deny"), Statement("Deny", "\"s3:Put*\""), Allow));
        Assert.Equal(Truth.Yes, Foreign(Statement("Deny", "\"s3:Put*\""), Allow));
        Assert.Equal(Truth.No, Foreign(Statement("Allow", "\"s3:Put*\""), Statement("Deny", condition: """{"StringEquals":{"aws:SourceVpc":"vpc-1"}}""")));
    }

    [Fact]
    public void ADenyForSomePrincipalsLeavesTheOthers() =>
        Assert.Equal(Truth.Yes, Foreign(Allow, Statement("Deny", principal: """{"AWS":"arn:aws:iam::111122223333:role/x"}""")));

    [Fact]
    public void AnAllowForSomePrincipalsIsForThoseWhoAreMeant() =>
        Assert.Equal(Truth.Yes, Foreign(Statement("Allow", principal: """{"AWS":"arn:aws:iam::111122223333:role/x"}""")));

    [Fact]
    public void OneAllowOfTwoIsEnough() => Assert.Equal(Truth.Yes, Foreign(Allow, Statement("Allow", "\"s3:Put*\"")));
}
