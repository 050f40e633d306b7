using VpcEndpointTools.Policies;

namespace VpcEndpointTools.Tests.Policies;

public sealed class PolicyDocumentTests
{
    [Fact]
    public void ReadsAStatementInEveryForm()
    {
        PolicyDocument policy = PolicyDocument.Parse(
            """
            {"Version":"2012-10-17","Statement":{"Sid":"One","Effect":"Deny","NotPrincipal":{"AWS":["111122223333"],"Service":"logs.amazonaws.com"},
            "NotAction":["s3:Get*"],"NotResource":"arn:aws:s3:::b/*","Condition":{"StringNotEquals":{"aws:PrincipalOrgID":["o-1","o-2"],"aws:SourceVpc":"vpc-1"}}}}
            """);
        Assert.True(policy.IsValid);
        Assert.Equal("2012-10-17", policy.Version);
        PolicyStatement statement = Assert.Single(policy.Statements);
        Assert.Equal("statement 'One'", statement.Label);
        Assert.False(statement.IsAllow);
        Assert.Equal(["AWS:111122223333", "Service:logs.amazonaws.com"], statement.NotPrincipal!.Names);
        Assert.Equal(["s3:Get*"], statement.NotActions);
        Assert.Equal(["arn:aws:s3:::b/*"], statement.NotResources);
        Assert.Equal(["aws:PrincipalOrgID", "aws:SourceVpc"], statement.Conditions.Select(condition => condition.Key));
        Assert.Equal(["o-1", "o-2"], statement.Conditions[0].Values);
    }

    [Theory]
    [InlineData("\"*\"", true)]
    [InlineData("{\"AWS\":\"*\"}", true)]
    [InlineData("{\"AWS\":[\"111122223333\",\"*\"]}", true)]
    [InlineData("{\"Service\":\"*\"}", false)]
    [InlineData("{\"AWS\":\"111122223333\"}", false)]
    public void TellsWhoIsEverybody(string principal, bool everybody) =>
        Assert.Equal(everybody, PolicyDocument.Parse($$"""{"Statement":[{"Effect":"Allow","Principal":{{principal}},"Action":"*"}]}""").Statements[0].Principal!.IsEverybody);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("{\"Statement\":null}")]
    [InlineData("{\"Statement\":[null]}")]
    [InlineData("{\"Statement\":[{\"Effect\":5,\"Principal\":null,\"Action\":null,\"Condition\":[]}]}")]
    public void SaysWhatIsWrongAndNeverThrows(string text) => Assert.NotEmpty(PolicyDocument.Parse(text).Mistakes);

    [Fact]
    public void NestingBeyondReasonIsAMistake() => Assert.False(PolicyDocument.Parse(string.Concat(Enumerable.Repeat("{\"a\":", 5000))).IsValid);

    [Fact]
    public void LengthCountsWhiteSpace() => Assert.Equal(12, PolicyDocument.Parse("{        }  ").Length);

    [Theory]
    [InlineData("s3:*", true)]
    [InlineData("S3:GetObject", true)]
    [InlineData("*", true)]
    [InlineData("s?:Get*", true)]
    [InlineData("sqs:*", false)]
    [InlineData("s3-outposts:*", false)]
    public void ActionPatternMeansAServiceOrNot(string action, bool means) => Assert.Equal(means, ActionPrefixes.CanMean(action, ["s3"]));

    [Fact]
    public void EveryServiceWithAPrefixIsInTheCatalogue() =>
        Assert.All(
            new[] { "athena", "ecr.api", "kinesis-streams", "monitoring", "s3", "sts" },
            name => Assert.NotNull(VpcEndpointTools.Catalog.ServiceCatalog.Shipped.FindShort(name)));
}
