using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Security;

namespace VpcEndpointTools.Tests.Rules.Security;

public sealed class P012Tests : RuleTest<P012ConditionLimits>
{
    private static EndpointConfig If(string name, string key, params string[] values) =>
        With($"\"Resource\":\"*\",\"Condition\":{{\"{name}\":{{\"{key}\":[{string.Join(",", values.Select(value => $"\"{value}\""))}]}}}}");

    private static EndpointConfig With(string rest) => Given.Gateway with
    {
        PolicyDocument = $$"""{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*",{{rest}}}]}""",
    };

    [Theory]
    [InlineData("aws:PrincipalAccount")]
    [InlineData("aws:PrincipalOrgID")]
    [InlineData("aws:ResourceAccount")]
    [InlineData("aws:ResourceOrgID")]
    [InlineData("aws:SourceAccount")]
    [InlineData("aws:SourceOrgID")]
    [InlineData("aws:SourceVpc")]
    [InlineData("AWS:sourcevpce")]
    public void WildcardsOnIdsFail(string key)
    {
        Violation violation = Fails(Run(If("StringLike", key, "exactly", "1111222*")), Severity.Error, $"statement 1 compares {key} with StringLike 'exactly', '1111222*'", "Write the id out");
        Assert.Equal("PolicyDocument", violation.Property);
    }

    [Theory]
    [InlineData("StringNotLike", "vpc-?")]
    [InlineData("StringLikeIfExists", "*")]
    [InlineData("ForAnyValue:StringLike", "*")]
    [InlineData("ForAllValues:StringNotLikeIfExists", "*")]
    [InlineData("NumericEquals", "111122223333")]
    [InlineData("NumericLessThanIfExists", "5")]
    public void LikeAndNumericOperatorsOnIdsFail(string name, string value) => Fails(Run(If(name, "aws:SourceVpc", value)), Severity.Error, name);

    [Fact]
    public void WhatAwsTookIsAWarning() => Fails(Run(Given.Existing(If("StringLike", "aws:SourceVpc", "*"))), Severity.Warning, "aws:SourceVpc");

    [Theory]
    [InlineData("StringEquals", "aws:SourceVpc", "vpc-*")]
    [InlineData("StringLike", "aws:SourceVpc", "vpc-1")]
    [InlineData("NumericEquals", "s3:max-keys", "5")]
    [InlineData("StringLike", "aws:PrincipalArn", "abcdef*")]
    [InlineData("StringLike", "aws:PrincipalArn", "*abcdef")]
    [InlineData("StringLike", "aws:PrincipalArn", "abcdef*abcdef*")]
    [InlineData("StringLike", "aws:PrincipalArn", "a*abcdef?a")]
    [InlineData("StringEquals", "aws:PrincipalTag/x", "a*")]
    [InlineData("Bool", "aws:PrincipalIsAWSService", "true")]
    public void OtherConditionsPass(string name, string key, string value) => Passes(Run(If(name, key, value)));

    [Theory]
    [InlineData("abcde*")]
    [InlineData("*abcde")]
    [InlineData("abcde?abcde")]
    [InlineData("abcdef*a*")]
    [InlineData("*")]
    public void WildcardsWithFewLettersBesideAreAWarning(string value) =>
        Fails(Run(If("StringLike", "aws:PrincipalArn", "whole", value)), Severity.Warning, $"compares aws:PrincipalArn with '{value}'", "fewer than 6 letters");

    [Fact]
    public void NotLikeCountsLettersToo() => Fails(Run(If("StringNotLike", "aws:PrincipalArn", "a*")), Severity.Warning, "fewer than 6");

    [Theory]
    [InlineData("Resource")]
    [InlineData("NotResource")]
    public void MixedAccountInAnArnIsAWarning(string element)
    {
        Fails(Run(With($"\"{element}\":[\"*\",\"arn:aws:sqs:eu-west-1:1111*:queue\"]")), Severity.Warning, "statement 1 has 'arn:aws:sqs:eu-west-1:1111*:queue'", "mixes digits and a wildcard");
        Fails(Run(With($"\"{element}\":\"arn:aws:sqs:eu-west-1:11112222333?:queue:more\"")), Severity.Warning, "mixes");
    }

    [Fact]
    public void MixedAccountInAConditionIsAWarning() => Fails(Run(If("ArnLike", "aws:PrincipalArn", "x", "arn:aws:iam::1111*:role/x")), Severity.Warning, "'arn:aws:iam::1111*:role/x'", "mixes");

    [Theory]
    [InlineData("arn:aws:sqs:eu-west-1:111122223333:queue*")]
    [InlineData("arn:aws:sqs:eu-west-1:*:queue1")]
    [InlineData("arn:aws:s3:::bucket1*/x")]
    [InlineData("arn:aws:sqs:eu-west-1:1111*")]
    [InlineData("x:aws:sqs:eu-west-1:1111*:queue")]
    public void OtherArnsPass(string arn) => Passes(Run(With($"\"Resource\":\"{arn}\"")));

    [Fact]
    public void EachMistakeIsSaid() => Assert.Equal(
        [null, Severity.Warning, Severity.Warning],
        Run(With(
            """
            "Resource":"arn:aws:sqs:eu-west-1:1111*:queue","Condition":{"StringLike":{"aws:SourceVpc":"vpc-*","aws:PrincipalArn":"a*"}}
            """)).Violations.Select(violation => violation.Severity));

    [Fact]
    public void NoPolicyAndOtherTypesAreNotApplicable()
    {
        NotApplicable(Run(Given.Gateway with { PolicyDocument = default }));
        NotApplicable(Run(Given.GatewayLoadBalancer with { PolicyDocument = Given.PerimeterPolicy }));
    }

    [Fact]
    public void UnknownPolicyIsNotEvaluated() =>
        NotEvaluated(Run(Given.Gateway with { PolicyDocument = Given.Unknown<string>("!Ref P") }), wasGiven: true, "!Ref P");
}
