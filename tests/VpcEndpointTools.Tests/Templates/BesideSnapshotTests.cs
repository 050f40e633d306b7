using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Templates;

/// <summary>A plan or a state with a snapshot of what surrounds it: each is told by both.</summary>
public sealed class BesideSnapshotTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    private const string Resource =
        """
        { "address": "aws_vpc_endpoint.s3", "mode": "managed", "type": "aws_vpc_endpoint", "name": "s3", "values": { "id": "vpce-00000000000000001",
          "vpc_id": "vpc-0a1b2c3d4e5f60718", "service_name": "com.amazonaws.eu-west-1.s3", "vpc_endpoint_type": "Gateway", "state": "available",
          "route_table_ids": ["rtb-0aaaaaaaaaaaaaaaa"], "prefix_list_id": "pl-6da54004", "cidr_blocks": ["3.5.64.0/21"] } }
        """;

    /// <summary>How much the snapshot says that it lists.</summary>
    public static TheoryData<string> Completeness => ["$false", "$true", "@('vpc-0a1b2c3d4e5f60718')"];

    [Theory]
    [MemberData(nameof(Completeness))]
    public void ShadowedRouteIsFoundByThePrefixListThatAStateTells(string complete)
    {
        using TemporaryFolder folder = new();
        string state = folder.Write(
            "state.json",
            $$"""{ "format_version": "1.0", "terraform_version": "1.11.4", "values": { "root_module": { "resources": [{{Resource}}] } } }""");
        dynamic finding = session.Run(
            $$"""
            param($state)
            $routes = @(@{ DestinationCidrBlock = '3.5.65.0/24'; GatewayId = 'igw-0aaaaaaaaaaaaaaaa' })
            $tables = @(@{ RouteTableId = 'rtb-0aaaaaaaaaaaaaaaa'; VpcId = 'vpc-0a1b2c3d4e5f60718'; Routes = $routes })
            $snapshot = @{ Complete = {{complete}}; RouteTables = $tables }
            Test-VpcEndpointConfig $state -Snapshot $snapshot -IncludeRule VPCE-R004 | ForEach-Object Findings
            """,
            state).Single;
        Assert.Contains("3.5.65.0/24", (string)finding.Message, StringComparison.Ordinal);
    }
}
