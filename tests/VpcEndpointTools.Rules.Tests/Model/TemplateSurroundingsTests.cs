using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Routing;

namespace VpcEndpointTools.Tests.Model;

/// <summary>What a template defines beside what somebody gave as its surroundings.</summary>
public sealed class TemplateSurroundingsTests
{
    private const string ServiceName = "com.amazonaws.eu-west-1.s3";

    private static readonly PrefixList Told = new() { PrefixListId = Given.S3PrefixList, PrefixListName = ServiceName, Cidrs = ["3.5.64.0/21"] };

    private static readonly RouteTable Shadowed = new()
    {
        RouteTableId = Given.TableA,
        VpcId = Given.VpcId,
        Routes = [new Route { DestinationCidrBlock = "3.5.65.0/24", GatewayId = "igw-1" }],
    };

    /// <summary>A snapshot in which somebody's own route shadows the gateway endpoint's, in three degrees of knowing.</summary>
    public static TheoryData<SnapshotCompleteness> Degrees => [SnapshotCompleteness.Partial, SnapshotCompleteness.Of([Given.VpcId]), SnapshotCompleteness.Everything];

    [Theory]
    [MemberData(nameof(Degrees))]
    public void PrefixListOfAStateIsKeptBesideASnapshot(SnapshotCompleteness complete)
    {
        NetworkSnapshot joined = Join(new NetworkSnapshot { Complete = complete, RouteTables = [Shadowed] }, new NetworkSnapshot { PrefixLists = [Told] });
        RuleOutcome outcome = new R004ShadowedRoute().Evaluate(new RuleContext(Given.Gateway, joined));
        Assert.Contains("3.5.65.0/24", Assert.Single(outcome.Violations).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PrefixListOfAStateJoinsThoseOfTheSnapshot()
    {
        PrefixList other = new() { PrefixListId = "pl-2", PrefixListName = "com.amazonaws.eu-west-1.dynamodb" };
        NetworkSnapshot joined = Join(
            new NetworkSnapshot { Complete = SnapshotCompleteness.Everything, PrefixLists = [other] }, new NetworkSnapshot { PrefixLists = [Told] });
        Assert.Equal(["pl-2", Given.S3PrefixList], joined.PrefixLists!.Select(list => list.PrefixListId.Known));
    }

    [Fact]
    public void ListThatACompleteSnapshotLacksIsNotCompleteByThePartOfATemplate()
    {
        NetworkSnapshot joined = Join(
            new NetworkSnapshot { Complete = SnapshotCompleteness.Everything }, new NetworkSnapshot { PrefixLists = [Told], Subnets = [Given.Snapshot.Subnets![0]] });
        Assert.Null(joined.Subnets);
        Assert.NotNull(joined.Index.PrefixList(Given.S3PrefixList));
    }

    [Fact]
    public void WhatNeitherHasStaysUnknown()
    {
        NetworkSnapshot joined = Join(new NetworkSnapshot { Vpcs = Given.Snapshot.Vpcs }, new NetworkSnapshot { RouteTables = [Shadowed] });
        Assert.Null(joined.PrefixLists);
        Assert.Null(joined.NetworkAcls);
        Assert.Single(joined.RouteTables!);
    }

    private static NetworkSnapshot Join(NetworkSnapshot given, NetworkSnapshot parts) => new TemplateSurroundings { Parts = parts }.With(given)!;
}
