using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Dns;

namespace VpcEndpointTools.Tests.Rules.Dns;

public sealed class D015Tests : RuleTest<D015PrivateDnsDomains>
{
    private static EndpointConfig With(Value<string> preference, int domains = 0, EndpointConfig? config = null) => (config ?? Given.Resource) with
    {
        PrivateDnsEnabled = true,
        DnsOptions = new DnsOptions { PrivateDnsPreference = preference, PrivateDnsSpecifiedDomains = [.. Enumerable.Range(0, domains).Select(i => (Value<string>)$"d{i}.example.com")] },
    };

    [Theory]
    [InlineData("ALL_DOMAINS", 0)]
    [InlineData("VERIFIED_DOMAINS_ONLY", 0)]
    [InlineData("VERIFIED_DOMAINS_AND_SPECIFIED_DOMAINS", 1)]
    [InlineData("SPECIFIED_DOMAINS_ONLY", 10)]
    public void WhatAwsTakesPasses(string preference, int domains)
    {
        Passes(Run(With(preference, domains)));
        Passes(Run(With(preference, domains, Given.ServiceNetwork)));
    }

    [Fact]
    public void OtherTypesFail()
    {
        Fails(Run(With("ALL_DOMAINS", 0, Given.Interface)), Severity.Error, "DnsOptions.PrivateDnsPreference", "Interface");
        Fails(Run(With(default, 1, Given.Tunnel)), Severity.Error, "DnsOptions.PrivateDnsSpecifiedDomains", "Tunnel");
        NotEvaluated(Run(With(Given.Unknown<string>(), 0, Given.Interface)), wasGiven: true, "PrivateDnsPreference");
    }

    [Fact]
    public void UnknownPreferenceFails() => Fails(Run(With("EVERYTHING")), Severity.Error, "'EVERYTHING'", "ALL_DOMAINS");

    [Fact]
    public void PrivateDnsThatIsOffFails()
    {
        Fails(Run(With("ALL_DOMAINS") with { PrivateDnsEnabled = false }), Severity.Error, "not true");
        Fails(Run(With("ALL_DOMAINS") with { PrivateDnsEnabled = default }), Severity.Error, "not true");
        Fails(Run(With(Given.Unknown<string>(), 1) with { PrivateDnsEnabled = false }), Severity.Error, "not true");
    }

    [Fact]
    public void DomainsWithoutASpecifiedPreferenceFail()
    {
        Fails(Run(With("ALL_DOMAINS", 1)), Severity.Error, "SPECIFIED");
        Fails(Run(With(default, 1)), Severity.Error, "SPECIFIED");
    }

    [Fact]
    public void ElevenDomainsFail() => Fails(Run(With("SPECIFIED_DOMAINS_ONLY", 11)), Severity.Error, "11 domains", "takes 10");

    [Fact]
    public void EachMistakeIsNamed() => Assert.Equal(3, Run(With("EVERYTHING", 11) with { PrivateDnsEnabled = true }).Violations.Count);

    [Fact]
    public void UnknownsAreNotEvaluated()
    {
        NotEvaluated(Run(With("ALL_DOMAINS") with { PrivateDnsEnabled = Given.Unknown<bool>() }), wasGiven: true, "PrivateDnsEnabled");
        NotEvaluated(Run(With(Given.Unknown<string>(), 1)), wasGiven: true, "PrivateDnsPreference");
        NotEvaluated(Run(With("SPECIFIED_DOMAINS_ONLY") with { DnsOptions = new DnsOptions { PrivateDnsPreference = "SPECIFIED_DOMAINS_ONLY", PrivateDnsSpecifiedDomains = ValueList<Value<string>>.Unknown("!Ref D") } }), wasGiven: true, "!Ref D");
        NotEvaluated(Run(With("ALL_DOMAINS") with { VpcEndpointType = Given.Unknown<string>() }), wasGiven: true, "VpcEndpointType");
    }

    [Fact]
    public void NothingChosenIsNotApplicable()
    {
        NotApplicable(Run(Given.Resource));
        NotApplicable(Run(Given.Existing(With("EVERYTHING"))));
    }
}
