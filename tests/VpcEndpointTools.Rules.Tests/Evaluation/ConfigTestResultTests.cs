using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Model.Members;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Tests.Evaluation;

/// <summary>What a result shows of its configuration.</summary>
public sealed class ConfigTestResultTests
{
    private static ConfigTestResult Test(EndpointConfig config, string? region = null, NetworkSnapshot? snapshot = null) => new RuleEvaluator([]).Evaluate(config, snapshot, region);

    [Fact]
    public void ServiceIsWhateverTheEndpointLeadsTo()
    {
        Assert.Equal("com.amazonaws.eu-west-1.ssm", Test(Given.Interface with { ResourceConfigurationArn = Given.ResourceArn }).Service);
        Assert.Equal(Given.ResourceArn, Test(Given.Resource with { ServiceNetworkArn = Given.NetworkArn }).Service);
        Assert.Equal(Given.NetworkArn, Test(Given.ServiceNetwork).Service);
        Assert.Null(Test(Given.Interface with { ServiceName = Given.Unknown<string>() }).Service);
    }

    [Fact]
    public void TypeIsTheEffectiveOneElseWhatWasWritten()
    {
        Assert.Equal("Gateway", Test(Given.Gateway with { VpcEndpointType = default }).Type);
        Assert.Equal("Interface", Test(Given.Interface with { VpcEndpointType = "interface" }).Type);
        Assert.Equal("Bogus", Test(Given.Interface with { VpcEndpointType = "Bogus" }).Type);
        Assert.Null(Test(Given.Interface with { VpcEndpointType = Given.Unknown<string>() }).Type);
        Assert.Null(Test(Given.Resource with { VpcEndpointType = default }).Type);
        Assert.Null(Test(Given.ServiceNetwork with { VpcEndpointType = default }).Type);
    }

    [Fact]
    public void RegionIsTheInputsElseTheSnapshotsElseTheUsers()
    {
        EndpointConfig bare = Given.Interface with { Region = default };
        Assert.Equal("eu-west-1", Test(Given.Interface, "us-east-1", new NetworkSnapshot { Region = "us-west-2" }).Region);
        Assert.Equal("us-west-2", Test(bare, "us-east-1", new NetworkSnapshot { Region = "us-west-2" }).Region);
        Assert.Equal("us-east-1", Test(bare, "us-east-1", new NetworkSnapshot()).Region);
        Assert.Null(Test(bare).Region);
    }

    [Fact]
    public void PlaceIsTheInputs()
    {
        ConfigTestResult result = Test(Given.Interface with { Source = "a.json", Line = 3 });
        Assert.Equal(("a.json", 3, Given.VpcId), (result.Source, result.Line, result.Vpc));
        Assert.Same(result.Config, result.Config);
        Assert.Equal("31 of 58 rules", new RuleCoverage(31, 58).ToString());
    }

    [Fact]
    public void ViewNamesWhatIsNotKnown()
    {
        EndpointView view = Test(Given.Interface with
        {
            SubnetIds = [Given.SubnetA, Given.Unknown<string>("!Ref S")], SecurityGroupIds = ValueList<Value<string>>.Unknown("!Ref G"), RouteTableIds = ValueList<Value<string>>.Absent,
            PrivateDnsEnabled = Given.Unknown<bool>("!Ref P"), VpcId = Given.Unknown<string>("!Ref V"), RequesterManaged = true,
            SubnetConfigurations = [new SubnetConfiguration { SubnetId = Given.SubnetA, Ipv4 = "10.0.1.9" }],
        }).Config;
        Assert.Equal([("PrivateDnsEnabled", "!Ref P"), ("SecurityGroupIds", "!Ref G"), ("SubnetIds", "!Ref S"), ("VpcId", "!Ref V")],
            view.UnknownValues.Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Key, StringComparer.Ordinal));
        Assert.Null(view.PrivateDnsEnabled);
        Assert.True(view.RequesterManaged);
        Assert.Equal(2, view.SubnetIds!.Length);
        Assert.Null(view.SecurityGroupIds);
        Assert.Null(view.RouteTableIds);
        Assert.Equal("10.0.1.9", Assert.Single(view.SubnetConfigurations!).Ipv4);
        Assert.Null(Test(Given.Interface).Config.SubnetConfigurations);
        Assert.Equal($"Interface com.amazonaws.eu-west-1.ssm in {Given.VpcId}", Test(Given.Interface).Config.ToString());
        Assert.Equal($"(no type) {Given.ResourceArn} in {Given.VpcId}", Test(Given.Resource with { VpcEndpointType = default }).Config.ToString());
        Assert.Equal($"ServiceNetwork {Given.NetworkArn} in {Given.VpcId}", Test(Given.ServiceNetwork).Config.ToString());
    }

    [Fact]
    public void ViewIsTheWholeConfiguration()
    {
        EndpointView view = Test(Given.Resource with
        {
            Tags = [new Tag("Name", "orders"), new Tag("Owner", Given.Unknown<string>("!Ref O"))],
            DnsOptions = new DnsOptions { PrivateDnsPreference = "SPECIFIED_DOMAINS_ONLY", PrivateDnsSpecifiedDomains = ["a.example.com"] },
        }).Config;
        Assert.Equal(["Name=orders", "Owner=!Ref O"], view.Tags!.Select(tag => tag.ToString()));
        Assert.Equal("SPECIFIED_DOMAINS_ONLY", view.PrivateDnsPreference);
        Assert.Equal(["a.example.com"], view.PrivateDnsSpecifiedDomains!);
        Assert.Equal("!Ref O", view.UnknownValues["Tags"]);
        Assert.Null(Test(Given.Interface).Config.Tags);

        // A member that has no property would only be among the others: none of AWS's is.
        Assert.Empty(view.OtherValues);
        Assert.All(EndpointMembers.All, member => Assert.NotNull(typeof(EndpointView).GetProperty(member.Name)));
    }

    [Fact]
    public void ProblemHasItsPlaceInFront()
    {
        Assert.Equal("a.json(3,7): no.", new InputProblem("X", "no.", "a.json", 3, 7).ToString());
        Assert.Equal("a.json: no.", new InputProblem("X", "no.", "a.json").ToString());
    }

    [Fact]
    public void RuleViewShowsWhatARuleDeclares()
    {
        RuleView view = new(RuleCatalog.Find("VPCE-C001")!.Info);
        Assert.Equal(("VPCE-C001", "Warning", "Cost", "docs/rules/VPCE-C001.md", "2026-11-27"), (view.Id, view.Severity, view.Family, view.Page, view.Checked));
        Assert.Equal(["Catalog", "Region", "Clients"], view.Needs);
        Assert.Equal(["SecurityGroups"], new RuleView(RuleCatalog.Find("VPCE-P002")!.Info).Needs);
        Assert.Equal($"VPCE-C001: {view.Title}", view.ToString());
        Assert.Empty(new RuleView(RuleCatalog.Find("VPCE-S001")!.Info).Needs);
    }
}
