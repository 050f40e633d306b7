using VpcEndpointTools.Catalog;
using VpcEndpointTools.Creation;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Reachability;

namespace VpcEndpointTools.Tests.Catalog;

/// <summary>The one table of what an endpoint type can have and change, and that its words and its values say the same.</summary>
public sealed class TypeCapabilitiesTests
{
    private static readonly string[] Properties =
        [.. typeof(EndpointConfig).GetProperties().Concat(typeof(DnsOptions).GetProperties()).Select(property => property.Name)];

    [Theory]
    [InlineData("Interface", "OnePerZone", "groups policy dns")]
    [InlineData("Gateway", "None", "tables policy")]
    [InlineData("GatewayLoadBalancer", "One", "")]
    [InlineData("Resource", "OnePerZone", "groups dns")]
    [InlineData("ServiceNetwork", "OnePerZone", "groups dns")]
    [InlineData("Tunnel", "OnePerZone", "groups")]
    public void EachTypeHasItsCapabilities(string type, string subnets, string has)
    {
        TypeCapabilities can = Of(type);
        string[] found =
        [
            .. new[]
                {
                    (can.HasRouteTables, "tables"), (can.HasSecurityGroups, "groups"), (can.HasPolicy, "policy"), (can.HasPrivateDns, "dns"),
                }.Where(pair => pair.Item1).Select(pair => pair.Item2),
        ];
        Assert.Equal(has, string.Join(' ', found));
        Assert.Equal(subnets, can.Subnets.ToString());
        Assert.Equal(can.Subnets != SubnetCount.None, can.HasSubnets);
        Assert.Equal(EndpointAddressTypes.All, can.AddressTypes);
    }

    [Theory]
    [InlineData("SecurityGroups")]
    [InlineData("EndpointPolicy")]
    [InlineData("PrivateDns")]
    public void WordsAndValueAgree(string aspect) => Assert.All(Row(aspect).Facts.Values, fact =>
    {
        Assert.Contains(fact.Value, new[] { "yes", "no" });
        Assert.Equal(fact.Value == "no", fact.Text.StartsWith("No", StringComparison.Ordinal));
    });

    [Fact]
    public void WordsOfPlacementAndValueAgree() => Assert.All(Row("Placement").Facts.Values, fact => Assert.StartsWith(
        fact.Value switch
        {
            "route-tables" => "Route tables",
            "subnets:one" => "Exactly one subnet",
            "subnets:many" => "Subnets, one per zone",
            _ => "?",
        },
        fact.Text,
        StringComparison.Ordinal));

    [Fact]
    public void WhatCanChangeAreProperties() => Assert.All(EndpointTypes.All, type => Assert.All(
        Of(type).Changeable, name => Assert.Contains(name.Split(':')[0], Properties)));

    [Fact]
    public void TypeIsFoundInAnyCaseAndNothingElseIs()
    {
        Assert.Equal("Interface", TypeCapabilities.Of("interface")!.Type);
        Assert.Null(TypeCapabilities.Of("Bogus"));
        Assert.Null(TypeCapabilities.Of(Value<string>.Absent));
        Assert.Null(TypeCapabilities.Of(Given.Unknown<string>()));
    }

    [Fact]
    public void WithoutASourceAChangeIsNeitherPossibleNorImpossible()
    {
        Assert.Equal(Truth.Yes, Of("Interface").CanChange("SubnetIds"));
        Assert.Equal(Truth.No, Of("Resource").CanChange("SubnetIds"));
        Assert.Equal(Truth.Unknown, Of("Tunnel").CanChange("SubnetIds"));
        Assert.Equal(Truth.Yes, Of("Tunnel").CanChange("SecurityGroupIds"));
    }

    [Fact]
    public void OneRowSaysThatSubnetsCanBeAddedOnly()
    {
        TypeCapabilities can = With("ServiceNetwork", "ChangeLater", "SecurityGroupIds SubnetIds:add Tags");
        Assert.Equal(Truth.Yes, can.CanAdd("SubnetIds"));
        Assert.Equal(Truth.No, can.CanChange("SubnetIds"));
        Assert.Equal(Truth.Yes, can.CanAdd("SecurityGroupIds"));
        Assert.Equal(Truth.No, can.CanAdd("RouteTableIds"));
    }

    [Fact]
    public void RulesTakeTheirTypesFromTheTable()
    {
        string[] Types(string id) => [.. RuleCatalog.Find(id)!.Info.EndpointTypes];
        Assert.Equal(["Gateway", "GatewayLoadBalancer"], Types(RuleIds.S008));
        Assert.Equal(["GatewayLoadBalancer", "Resource", "ServiceNetwork", "Tunnel"], Types(RuleIds.S009));
        Assert.Equal(["Gateway", "GatewayLoadBalancer", "Tunnel"], Types(RuleIds.S012));
        Assert.Equal(["Gateway"], Types(RuleIds.S006));
        Assert.Equal(["Interface", "GatewayLoadBalancer", "Resource", "ServiceNetwork", "Tunnel"], Types(RuleIds.S007));
        Assert.Equal(["GatewayLoadBalancer"], Types(RuleIds.S010));
        Assert.Equal(["Interface", "Resource", "ServiceNetwork", "Tunnel"], Types(RuleIds.P001));
        Assert.Equal(["Interface", "Gateway"], Types(RuleIds.P004));
    }

    [Theory]
    [InlineData("Interface", true)]
    [InlineData("GatewayLoadBalancer", false)]
    [InlineData("Resource", false)]
    [InlineData("ServiceNetwork", false)]
    [InlineData("Tunnel", true)]
    public void AlignmentIsOfferedUnlessASourceSaysThatAwsCannotChangeIt(string type, bool isOffered)
    {
        EndpointConfig wanted = Given.OfEachType.Single(config => config.VpcEndpointType.Is(type)) with { SubnetIds = [Given.SubnetB] };
        EndpointConfig has = Given.Existing(wanted) with { SubnetIds = [Given.SubnetA] };
        Assert.Equal(isOffered, ExistingEndpoints.Alignment(wanted, has) is not null);
        if (TypeCapabilities.Of(type)!.HasSecurityGroups)
        {
            EndpointConfig otherGroup = has with { SubnetIds = wanted.SubnetIds, SecurityGroupIds = ["sg-0dddddddddddddddd"] };
            Assert.NotNull(ExistingEndpoints.Alignment(wanted, otherGroup));
        }
    }

    private static TypeCapabilities Of(string type) => TypeCapabilities.Of(type)!;

    private static TypeAspect Row(string aspect) => TypeComparison.Aspects.Single(row => row.Name == aspect);

    // The type with another value in one row.
    private static TypeCapabilities With(string type, string aspect, string value)
    {
        Dictionary<string, TypeFact> facts =
            TypeComparison.Aspects.ToDictionary(row => row.Name, row => row.Facts[type], StringComparer.Ordinal);
        TypeFact old = facts[aspect];
        facts[aspect] = new TypeFact(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["text"] = old.Text, ["source"] = old.Source ?? string.Empty, ["date"] = old.Date, ["value"] = value,
        });
        return new TypeCapabilities(type, facts);
    }
}
