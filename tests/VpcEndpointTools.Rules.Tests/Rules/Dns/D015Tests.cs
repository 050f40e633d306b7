using System.Globalization;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Dns;

namespace VpcEndpointTools.Tests.Rules.Dns;

public sealed class D015Tests : RuleTest<D015PrivateDnsDomains>
{
    private const string Specified = "SPECIFIED_DOMAINS_ONLY";

    private static readonly EndpointConfig Resource = Given.Resource with { PrivateDnsEnabled = true };

    private static EndpointConfig With(EndpointConfig config, Value<string> preference, params Value<string>[] domains) =>
        config with { DnsOptions = new DnsOptions { PrivateDnsPreference = preference, PrivateDnsSpecifiedDomains = [.. domains] } };

    private static EndpointConfig UnknownDomains(EndpointConfig config, Value<string> preference) =>
        config with { DnsOptions = new DnsOptions { PrivateDnsPreference = preference, PrivateDnsSpecifiedDomains = ValueList<Value<string>>.Unknown("!Ref L") } };

    private static Value<string>[] Domains(int count) => [.. Enumerable.Range(1, count).Select(number => (Value<string>)string.Create(CultureInfo.InvariantCulture, $"d{number}.example.com"))];

    private static void FailsOnce(RuleOutcome outcome, string property, params string[] texts)
    {
        Assert.Equal(property, Fails(outcome, Severity.Error, texts).Property);
        Assert.Single(outcome.Violations);
    }

    [Theory]
    [InlineData("ALL_DOMAINS")]
    [InlineData("VERIFIED_DOMAINS_ONLY")]
    [InlineData("VERIFIED_DOMAINS_AND_SPECIFIED_DOMAINS")]
    [InlineData("SPECIFIED_DOMAINS_ONLY")]
    public void EachPreferencePassesOnBothTypes(string preference)
    {
        Passes(Run(With(Resource, preference)));
        Passes(Run(With(Given.ServiceNetwork with { PrivateDnsEnabled = true }, preference)));
    }

    [Theory]
    [InlineData("VERIFIED_DOMAINS_AND_SPECIFIED_DOMAINS")]
    [InlineData("SPECIFIED_DOMAINS_ONLY")]
    public void DomainsPassWithASpecifiedPreference(string preference) => Passes(Run(With(Resource, preference, "a.example.com")));

    [Theory]
    [InlineData("ALL_DOMAINS")]
    [InlineData("VERIFIED_DOMAINS_ONLY")]
    [InlineData(null)]
    public void DomainsFailWithAnyOther(string? preference) =>
        FailsOnce(Run(With(Resource, preference, "a.example.com")), "DnsOptions.PrivateDnsSpecifiedDomains", "needs a PrivateDnsPreference with SPECIFIED");

    [Theory]
    [InlineData("SOME_DOMAINS")]
    [InlineData("all_domains")]
    public void OtherPreferencesFail(string preference) =>
        FailsOnce(Run(With(Resource, preference)), "DnsOptions.PrivateDnsPreference", $"'{preference}'", "ALL_DOMAINS, VERIFIED_DOMAINS_ONLY, VERIFIED_DOMAINS_AND_SPECIFIED_DOMAINS, SPECIFIED_DOMAINS_ONLY");

    [Fact]
    public void TenDomainsAreTheMost()
    {
        Passes(Run(With(Resource, Specified, Domains(10))));
        FailsOnce(Run(With(Resource, Specified, Domains(11))), "DnsOptions.PrivateDnsSpecifiedDomains", "has 11 domains", "takes 10");
    }

    [Fact]
    public void PreferenceWithoutPrivateDnsFails()
    {
        FailsOnce(Run(With(Resource with { PrivateDnsEnabled = false }, "ALL_DOMAINS")), "DnsOptions.PrivateDnsPreference", "PrivateDnsEnabled is not true");
        FailsOnce(Run(With(Resource with { PrivateDnsEnabled = default }, "ALL_DOMAINS")), "DnsOptions.PrivateDnsPreference", "PrivateDnsEnabled is not true");
    }

    [Fact]
    public void DomainsWithoutPrivateDnsFailThoughThePreferenceIsUnknown() =>
        FailsOnce(Run(With(Resource with { PrivateDnsEnabled = false }, Given.Unknown<string>(), "a.example.com")), "DnsOptions.PrivateDnsPreference", "PrivateDnsEnabled is not true");

    [Fact]
    public void AllThatIsWrongIsSaid()
    {
        RuleOutcome outcome = Run(With(Resource with { PrivateDnsEnabled = false }, "X", Domains(11)));
        FailsEach(outcome, Severity.Error, "'X'", "PrivateDnsEnabled is not true", "with SPECIFIED in it", "11 domains");
    }

    [Fact]
    public void OtherTypesFail()
    {
        foreach (EndpointConfig config in new[] { Given.Interface, Given.Gateway, Given.GatewayLoadBalancer, Given.Tunnel })
        {
            FailsOnce(Run(With(config, "ALL_DOMAINS")), "DnsOptions.PrivateDnsPreference", "PrivateDnsPreference is for Resource and ServiceNetwork", $"not for {config.VpcEndpointType}");
            FailsOnce(Run(With(config, default, "a.example.com")), "DnsOptions.PrivateDnsSpecifiedDomains", "PrivateDnsSpecifiedDomains is for");
        }
    }

    [Fact]
    public void DomainsFailOnOtherTypesThoughThePreferenceIsUnknown() => Fails(Run(With(Given.Interface, Given.Unknown<string>(), "a.example.com")), Severity.Error, "not for Interface");

    [Fact]
    public void NothingGivenIsNotApplicable()
    {
        foreach (EndpointConfig config in Given.OfEachType)
        {
            NotApplicable(Run(config));
        }
    }

    [Fact]
    public void ExistingEndpointIsNotApplicable() => NotApplicable(Run(With(Given.Existing(Given.Interface), "ALL_DOMAINS")));

    [Fact]
    public void UnknownTypeIsNotEvaluated()
    {
        NotEvaluated(Run(With(Resource with { VpcEndpointType = Given.Unknown<string>("!Ref T") }, "X")), wasGiven: true, "!Ref T");
        NotApplicable(Run(Resource with { VpcEndpointType = Given.Unknown<string>("!Ref T") }));
    }

    [Fact]
    public void UnknownChoiceOnOtherTypesIsNotEvaluated()
    {
        NotEvaluated(Run(With(Given.Interface, Given.Unknown<string>("!Ref P"))), wasGiven: true, "PrivateDnsPreference (!Ref P)");
        NotEvaluated(Run(UnknownDomains(Given.Interface, default)), wasGiven: true, "PrivateDnsSpecifiedDomains (!Ref L)");
    }

    [Fact]
    public void UnknownPreferenceIsNotEvaluated()
    {
        NotEvaluated(Run(With(Resource, Given.Unknown<string>("!Ref P"))), wasGiven: true, "PrivateDnsPreference (!Ref P)");
        NotEvaluated(Run(With(Resource, Given.Unknown<string>("!Ref P"), Domains(10))), wasGiven: true, "PrivateDnsPreference (!Ref P)");
        NotEvaluated(Run(With(Resource with { PrivateDnsEnabled = false }, Given.Unknown<string>("!Ref P"))), wasGiven: true, "PrivateDnsPreference (!Ref P)");
        Fails(Run(With(Resource, Given.Unknown<string>("!Ref P"), Domains(11))), Severity.Error, "11 domains");
    }

    [Fact]
    public void UnknownDomainsAreNotEvaluated()
    {
        NotEvaluated(Run(UnknownDomains(Resource, Specified)), wasGiven: true, "PrivateDnsSpecifiedDomains (!Ref L)");
        NotEvaluated(Run(UnknownDomains(Resource, default)), wasGiven: true, "PrivateDnsSpecifiedDomains (!Ref L)");
        NotEvaluated(Run(UnknownDomains(Resource with { PrivateDnsEnabled = false }, default)), wasGiven: true, "PrivateDnsSpecifiedDomains (!Ref L)");
    }

    [Fact]
    public void DomainOfUnknownNameStillCounts()
    {
        Passes(Run(With(Resource, Specified, Given.Unknown<string>())));
        Fails(Run(With(Resource, "ALL_DOMAINS", Given.Unknown<string>())), Severity.Error, "SPECIFIED");
    }

    [Fact]
    public void UnknownPrivateDnsIsNotEvaluatedUnlessSomethingElseIsWrong()
    {
        EndpointConfig config = Resource with { PrivateDnsEnabled = Given.Unknown<bool>("!Ref D") };
        NotEvaluated(Run(With(config, "ALL_DOMAINS")), wasGiven: true, "PrivateDnsEnabled (!Ref D)");
        FailsOnce(Run(With(config, "X")), "DnsOptions.PrivateDnsPreference", "'X'");
    }
}
