using CsCheck;
using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Recommendation;

namespace VpcEndpointTools.Tests.Properties;

/// <summary>Nothing is recommended for creation that the rules call an error in the same surroundings, and nothing twice.</summary>
public sealed class RecommendationTests
{
    private static readonly string[] Services = ["s3", "dynamodb", "s3express", "ssm", "ecr.api", "kms", "cassandra"];
    private static readonly ClientLocations[] Places = [ClientLocations.None, ClientLocations.Vpc, ClientLocations.OnPremises, ClientLocations.Vpc | ClientLocations.PeeredVpc];

    private static readonly Gen<EndpointNeed> Need = Gen.Select(
        Gen.Select(Gen.Int[0, Services.Length], Gen.Int[0, Places.Length - 1], Gen.Int[0, 2], Gen.Int[0, 4]),
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 7], Gen.Int[0, 7], Gen.Int[0, 5]))
        .Select((what, how) => new EndpointNeed
        {
            Target = what.Item1 == Services.Length ? NeedTarget.Parse(Given.GwlbService)! : NeedTarget.OfService(Services[what.Item1], "eu-west-1", ServiceCatalog.Shipped)!,
            VpcId = Given.VpcId,
            AccessFrom = Places[what.Item2],
            InspectTraffic = what.Item1 == Services.Length,
            IpAddressType = what.Item3 switch { 0 => null, 1 => "ipv4", _ => "dualstack" },
            AvailabilityZoneCount = what.Item4 is 0 or 4 ? null : what.Item4,
            NeedsSecurityGroup = how.Item1 == 0,
            NeedsEndpointPolicy = how.Item2 == 0,
            NeedsPrivateDns = how.Item3 == 0,
            MonthlyGB = how.Item4 < 3 ? null : 1000 * how.Item4,
        });

    private static readonly Recommender Recommender = new();
    private static readonly RuleEvaluator Rules = new();

    [Fact]
    public void WhatIsToBeCreatedHasNoError()
    {
        int created = 0;
        Gen.Select(Worlds.Any, Need).Holds(
            (world, need) =>
            {
                foreach (CreateRecommendation create in All(world, need).OfType<CreateRecommendation>())
                {
                    created++;
                    ConfigTestResult result = Rules.Evaluate(Request(create), world.Snapshot);
                    Assert.DoesNotContain(result.Findings, finding => finding.Severity == "Error");
                    Assert.NotNull(create.VpcId);
                    Assert.All(new[] { create.RouteTableId, create.SubnetId, create.SecurityGroupId }, list => Assert.True(list is null || list.Length > 0));
                }
            });
        Assert.True(created > Sampling.Count / 10, $"only {created} endpoints were to be created");
    }

    [Fact]
    public void EachExistingEndpointIsNamedOnceAndNoneIsLost() => Gen.Select(Worlds.Any, Need).Holds(
        (world, need) =>
        {
            List<EndpointRecommendation> audit = [.. Recommender.ForVpcs([Given.VpcId], world.Snapshot)];
            List<string> named = [.. audit.Select(item => item switch
            {
                KeepRecommendation keep => keep.ExistingVpcEndpointId,
                ModifyRecommendation modify => modify.ExistingVpcEndpointId,
                RemoveRecommendation remove => remove.VpcEndpointId[0],
                _ => null,
            }).OfType<string>()];
            Assert.Equal(named.Distinct(StringComparer.Ordinal).Count(), named.Count);
            IEnumerable<string> living = world.Snapshot.VpcEndpoints!.Where(endpoint => endpoint.VpcId.Is(Given.VpcId) && endpoint.HoldsItsPlace && !endpoint.RequesterManaged.Is(true)).Select(endpoint => endpoint.VpcEndpointId.Known);
            Assert.Empty(living.Except(named, StringComparer.Ordinal));
            Assert.NotEmpty(audit);
        });

    [Fact]
    public void RankIsAnOrder() => Gen.Select(Worlds.Any, Need).Holds(
        (world, need) =>
        {
            IReadOnlyList<EndpointRecommendation> ranked = Recommender.Rank(All(world, need));
            Assert.Equal(Enumerable.Range(1, ranked.Count), ranked.Select(item => item.Rank));
        });

    // As the pipe has it: from the public properties alone.
    private static EndpointConfig Request(CreateRecommendation create) => new()
    {
        Target = create.ToString(),
        VpcId = create.VpcId,
        VpcEndpointType = create.VpcEndpointType,
        ServiceName = create.ServiceName,
        ServiceRegion = create.ServiceRegion,
        ResourceConfigurationArn = create.ResourceConfigurationArn,
        ServiceNetworkArn = create.ServiceNetworkArn,
        Region = create.Region,
        RouteTableIds = List(create.RouteTableId),
        SubnetIds = List(create.SubnetId),
        SecurityGroupIds = List(create.SecurityGroupId),
        PrivateDnsEnabled = create.PrivateDnsEnabled is { } isEnabled ? isEnabled : create.VpcEndpointType == EndpointTypes.Interface ? EndpointConfig.OmittedPrivateDns : default,
        IpAddressType = create.IpAddressType,
        DnsOptions = new DnsOptions { PrivateDnsOnlyForInboundResolverEndpoint = create.DnsOptions_PrivateDnsOnlyForInboundResolverEndpoint is { } onlyInbound ? onlyInbound : default(Value<bool>) },
    };

    private static ValueList<Value<string>> List(string[]? ids) => [.. (ids ?? []).Select(id => (Value<string>)id)];

    private static IEnumerable<EndpointRecommendation> All(World world, EndpointNeed need) =>
        Recommender.ForNeed(need, world.Snapshot).Concat(Recommender.ForVpcs([Given.VpcId, Given.OtherVpcId], world.Snapshot));
}
