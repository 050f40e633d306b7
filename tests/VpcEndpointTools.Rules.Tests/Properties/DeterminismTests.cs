using CsCheck;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Tests.Properties;

/// <summary>The order in which AWS lists things changes no verdict.</summary>
public sealed class DeterminismTests
{
    [Fact]
    public void OrderOfListsChangesNoVerdict() => Worlds.Any.Holds(
        world =>
        {
            RuleContext straight = new(world.Config, world.Snapshot, declared: world.Declared);
            RuleContext reversed = new(Reverse(world.Config), Reverse(world.Snapshot), declared: world.Declared with { Clients = [.. world.Declared.Clients.Reverse()] });
            foreach (Rule rule in RuleCatalog.All)
            {
                RuleOutcome left = rule.Evaluate(straight);
                RuleOutcome right = rule.Evaluate(reversed);
                Assert.True(left.Kind == right.Kind, $"{rule.Info.Id}: {left.Kind} became {right.Kind}");
                Assert.Equal(Severities(left, rule), Severities(right, rule));
            }
        });

    private static IEnumerable<Severity> Severities(RuleOutcome outcome, Rule rule) => outcome.Violations.Select(violation => violation.Severity ?? rule.Info.Severity).Distinct().Order();

    private static EndpointConfig Reverse(EndpointConfig config) => config with
    {
        SubnetIds = Reverse(config.SubnetIds),
        SecurityGroupIds = Reverse(config.SecurityGroupIds),
        RouteTableIds = Reverse(config.RouteTableIds),
        Tags = Reverse(config.Tags),
    };

    private static NetworkSnapshot Reverse(NetworkSnapshot snapshot) => snapshot with
    {
        Vpcs = Reverse(snapshot.Vpcs),
        Subnets = Reverse(snapshot.Subnets),
        SecurityGroups = Reverse(snapshot.SecurityGroups)?.Select(group => group with { IpPermissions = Reverse(group.IpPermissions), IpPermissionsEgress = Reverse(group.IpPermissionsEgress) }).ToList(),
        RouteTables = Reverse(snapshot.RouteTables)?.Select(table => table with { Routes = Reverse(table.Routes), Associations = Reverse(table.Associations) }).ToList(),
        NetworkAcls = Reverse(snapshot.NetworkAcls)?.Select(acl => acl with { Entries = Reverse(acl.Entries), SubnetIds = Reverse(acl.SubnetIds) }).ToList(),
        VpcEndpoints = Reverse(snapshot.VpcEndpoints)?.Select(Reverse).ToList(),
        ServiceDetails = Reverse(snapshot.ServiceDetails),
        PrefixLists = Reverse(snapshot.PrefixLists),
        NatGateways = Reverse(snapshot.NatGateways),
        HostedZones = Reverse(snapshot.HostedZones),
        ResolverEndpoints = Reverse(snapshot.ResolverEndpoints),
        NetworkInterfaces = Reverse(snapshot.NetworkInterfaces),
        Quotas = Reverse(snapshot.Quotas),
        TransitGatewayVpcAttachments = Reverse(snapshot.TransitGatewayVpcAttachments),
    };

    private static ValueList<T> Reverse<T>(ValueList<T> list) => list.IsUnknown ? list : [.. list.AsEnumerable().Reverse()];

    private static List<T>? Reverse<T>(IReadOnlyList<T>? list) => list?.Reverse().ToList();
}
