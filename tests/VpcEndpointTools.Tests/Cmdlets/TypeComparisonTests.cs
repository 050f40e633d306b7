using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Cmdlets;

/// <summary>Compare-VpcEndpointType: a row an aspect, a column a type, a source and a date each cell.</summary>
public sealed class TypeComparisonTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    private static readonly string[] Types = ["Interface", "Gateway", "GatewayLoadBalancer", "Resource", "ServiceNetwork", "Tunnel"];

    [Fact]
    public void WholeTableHasAllSixTypes()
    {
        SessionAnswer answer = session.Run("Compare-VpcEndpointType");
        Assert.Empty(answer.Errors);
        Assert.True(answer.Output.Count >= 20);
        Assert.All(answer.Output, row => Assert.Equal(["Aspect", .. Types], row.Properties.Select(property => property.Name)));
    }

    [Fact]
    public void CellIsTextWithSourceAndDate()
    {
        dynamic row = session.Run("Compare-VpcEndpointType -Aspect Quota").Single;
        Assert.StartsWith("20 per Region", row.Gateway.Text, StringComparison.Ordinal);
        Assert.Equal(row.Gateway.Text, row.Gateway.ToString());
        Assert.StartsWith("https://docs.aws.amazon.com/", row.Gateway.Source, StringComparison.Ordinal);
        Assert.Equal("2026-11-23", row.Gateway.Date);
        Assert.Equal("unknown", row.Tunnel.Text);
        Assert.Null(row.Tunnel.Source);
    }

    [Theory]
    [InlineData("Gateway, interface", "Aspect Interface Gateway")]
    [InlineData("*Gateway* Quota", "Aspect Gateway GatewayLoadBalancer")]
    [InlineData("-EndpointType Tunnel -IncludeOutdated", "Aspect Tunnel Outdated")]
    public void TypesChooseTheColumns(string parameters, string columns)
    {
        SessionAnswer answer = session.Run($"Compare-VpcEndpointType {parameters}");
        Assert.Empty(answer.Errors);
        Assert.Equal(columns, string.Join(' ', answer.Output[0].Properties.Select(property => property.Name)));
        Assert.DoesNotContain("VpcEndpointTools.TypeComparison", answer.Output[0].TypeNames);
    }

    [Theory]
    [InlineData("-Aspect cost*", "CostPerHour CostPerGB")]
    [InlineData("Tunnel Mtu, PrivateDns", "PrivateDns Mtu")]
    [InlineData("-Aspect Nothing*", "")]
    public void AspectsChooseTheRows(string parameters, string aspects)
    {
        SessionAnswer answer = session.Run($"Compare-VpcEndpointType {parameters}");
        Assert.Empty(answer.Errors);
        Assert.Equal(aspects, string.Join(' ', answer.Each("Aspect")));
    }

    [Theory]
    [InlineData("Gatway, Gateway Quota", "UnknownEndpointType", 1)]
    [InlineData("Gatway", "UnknownEndpointType", 0)]
    [InlineData("-Aspect Price, Quota", "UnknownAspect", 1)]
    [InlineData("-Aspect '[', Quota", "InvalidPattern", 1)]
    public void UnknownNameIsOneErrorAndTheOthersGoOn(string parameters, string id, int rows)
    {
        SessionAnswer answer = session.Run($"Compare-VpcEndpointType {parameters}");
        answer.OnlyError(id);
        Assert.Equal(rows, answer.Output.Count);
    }

    [Fact]
    public void OutdatedStatementsStandWithTheirAspect()
    {
        dynamic statement = session.Run("Compare-VpcEndpointType Interface AddressTypes -IncludeOutdated | ForEach-Object Outdated").Single;
        Assert.Equal("S-I7a", statement.Id);
        Assert.Equal("IPv4 only", statement.Statement);
        Assert.Equal("2023-04-10", statement.StatedOn);
        Assert.Equal("No", statement.HoldsToday);
        Assert.Equal("2022-05-11", statement.ChangedOn);
        Assert.NotEmpty(statement.Change);
        Assert.StartsWith("https://", statement.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void AllThirtyTwoStatementsAreThereAndOnlyWithTheSwitch()
    {
        Assert.Equal(32, session.Run("Compare-VpcEndpointType -IncludeOutdated | ForEach-Object Outdated").Output.Count);
        Assert.Equal(13, session.Run("Compare-VpcEndpointType Interface -IncludeOutdated | ForEach-Object Outdated").Output.Count);
        Assert.Null(session.Run("Compare-VpcEndpointType -Aspect Quota").Output[0].Properties["Outdated"]);
    }

    [Fact]
    public void CellsAndStatementsReadAsTextInACsvFile()
    {
        // Export-Csv writes what ToString says.
        dynamic row = session.Run("Compare-VpcEndpointType -Aspect AddressTypes -IncludeOutdated").Single;
        Assert.Contains("dualstack", row.Interface.ToString(), StringComparison.Ordinal);
        Assert.Contains("S-I7a 'IPv4 only': wrong since 2022-05-11", row.Outdated.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void TableShowsTextWithinThePage()
    {
        ProcessAnswer answer = ShellProcess.Show("Compare-VpcEndpointType");
        Assert.Empty(answer.Errors);
        Assert.All(answer.Output.Split('\n'), line => Assert.True(line.TrimEnd('\r').Length <= 120, line));
        Assert.Matches(@"(?m)^Aspect\s+Interface\s+Gateway\s+GWLB\s+Resource\s+SvcNet\s+Tunnel", answer.Output);
        Assert.Matches(@"(?m)^Target\s+ServiceName\s+ServiceName", answer.Output);
    }

    [Fact]
    public void ListLeavesOutWhatWasNotChosenAndNamesSources()
    {
        ProcessAnswer answer = ShellProcess.Show("Compare-VpcEndpointType Gateway Quota");
        Assert.Matches(@"(?m)^Gateway : 20 per Region.*\[2026-11-23 https://", answer.Output);
        Assert.DoesNotContain("Interface", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Outdated", answer.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Compare-VpcEndpointType Gat", "Gateway")]
    [InlineData("Compare-VpcEndpointType -Aspect Pri", "PrivateDns")]
    public void Completes(string line, string completion) => Assert.Contains(completion, session.Complete(line));
}
