using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Recommendation;

namespace VpcEndpointTools.Tests.Recommendation;

/// <summary>Needs and the endpoint that meets them: what comes first, what is turned down for which rule, and where the main reason stands.</summary>
public sealed class DecisionTableTests
{
    private const string PartnerService = "com.amazonaws.vpce.us-east-1.vpce-svc-0a1b2c3d4e5f60718";
    private const string ResourceArn = "arn:aws:vpc-lattice:us-east-1:111122223333:resourceconfiguration/rcfg-0a1b2c3d4e5f60718";
    private const string NetworkArn = "arn:aws:vpc-lattice:us-east-1:111122223333:servicenetwork/sn-0a1b2c3d4e5f60718";

    // Columns: the statement of the cheat sheet of 2023-04-10 that it is about, if any; target; clients; needs; the answer, in order;
    // what is turned down with the rule; where the first reason stands. '+' parts two endpoints, '-' is no endpoint.
    private const string Table = """
        S-I1  | ssm       |             |                  | Interface           | Gateway:S003 Resource:S005          | aws-services-privatelink-support
        S-I1  | svc       |             |                  | Interface           | GatewayLoadBalancer:S024            | privatelink-access-aws-services
        S-I1  | rcfg      |             |                  | Resource            | Interface:S004 ServiceNetwork:S005  | use-resource-endpoint
        S-I2  | ssm       | Vpc         | zones=2          | Interface           | Gateway:S003                        | aws-services-privatelink-support
        S-I3  | kms       | Vpc         | region=eu-west-1 | Interface           | Gateway:S003                        | aws-services-privatelink-support
        S-I3  | sqs       | Vpc         | region=eu-west-1 | -                   | Interface:S017                      | privatelink-access-aws-services
        S-I4  | s3        | Vpc         | group            | Interface           | Gateway:S008                        | privatelink-access-aws-services
        S-I4  | dynamodb  | Vpc         | group            | Interface           | Gateway:S008                        | privatelink-access-aws-services
        S-I5  | ssm       | OnPremises  |                  | Interface           | Gateway:S003                        | aws-services-privatelink-support
        S-I5  | s3        | PeeredVpc   |                  | Interface           | Gateway:R006                        | privatelink-access-aws-services
        S-I6  | ssm       | Vpc         | provider         | -                   | Interface:                          | privatelink-access-aws-services
        S-I6  | svc       | Vpc         | provider         | -                   | Interface:                          | privatelink-access-aws-services
        S-I7a | s3        | Vpc         | dualstack        | Gateway             | Interface:C001                      | vpc-endpoints-s3
        S-I7a | kms       | Vpc         | dualstack        | Interface           | Gateway:S003                        | aws-services-privatelink-support
        S-I7a | ssm       | Vpc         | ipv6             | Interface           | Gateway:S003                        | aws-services-privatelink-support
        S-I7b | svc       | OnPremises  |                  | Interface           | GatewayLoadBalancer:S024            | privatelink-access-aws-services
        S-I8  | s3        | Vpc         | policy           | Gateway             | Interface:C001                      | vpc-endpoints-s3
        S-I8  | kms       | Vpc         | policy           | Interface           | Gateway:S003                        | aws-services-privatelink-support
        S-I8  | transfer.server | Vpc   | policy           | -                   | Interface:P013                      | privatelink-access-aws-services
        S-I8  | svc       | Vpc         | policy           | -                   | Interface:P013 GatewayLoadBalancer:S009 | privatelink-access-aws-services
        S-I9  | sqs       | Vpc         | policy           | Interface           | Gateway:S003                        | aws-services-privatelink-support
        S-I10 | svc       | PeeredVpc   |                  | Interface           | Gateway:S003                        | privatelink-access-aws-services
        S-I11 | logs      | Vpc         |                  | Interface           | GatewayLoadBalancer:S024            | aws-services-privatelink-support
        S-I12 | ssm       | Vpc         | dns              | Interface           | Gateway:S003                        | aws-services-privatelink-support
        S-I12 | s3        | Vpc         | dns              | Interface           | Gateway:S012                        | privatelink-access-aws-services
        S-I12 | dynamodb  | Vpc         | dns              | -                   | Interface:D003 Gateway:S012         | privatelink-access-aws-services
        S-G1  | s3        | Vpc         |                  | Gateway             | Interface:C001                      | vpc-endpoints-s3
        S-G1  | dynamodb  | Vpc         |                  | Gateway             | Interface:C001                      | vpc-endpoints-ddb
        S-G1  | s3express | Vpc         |                  | Gateway             | Interface:S004                      | s3-express-networking
        S-G2  | s3        |             |                  | Gateway             | Interface:C001                      | vpc-endpoints-s3
        S-G3  | dynamodb  |             | policy           | Gateway             | Interface:C001                      | vpc-endpoints-ddb
        S-G4  | s3        | Vpc         | gb=1000          | Gateway             | Interface:C001                      | vpc-endpoints-s3
        S-G5  | s3        | Vpc         | policy zones=3   | Gateway             | Interface:C001                      | vpc-endpoints-s3
        S-G6  | s3        | Vpc         | region=eu-west-1 | Interface           | Gateway:S017                        | privatelink-access-aws-services
        S-G7  | dynamodb  | Vpc         | region=eu-west-1 | -                   | Gateway:S017 Interface:S017         | privatelink-access-aws-services
        S-G8  | dynamodb  | Vpc         | ipv6             | Gateway             | Resource:S005                       | vpc-endpoints-ddb
        S-G9  | s3        | Vpc         | dns policy       | Interface           | Gateway:S012                        | privatelink-access-aws-services
        S-G10 | dynamodb  | Vpc         | gb=50            | Gateway             | Interface:C001                      | vpc-endpoints-ddb
        S-G11 | s3        | OnPremises  |                  | Interface           | Gateway:R006                        | privatelink-access-aws-services
        S-G11 | dynamodb  | TransitGateway |               | Interface           | Gateway:R006                        | privatelink-access-aws-services
        S-G11 | s3express | OnPremises  |                  | -                   | Gateway:R006 Interface:S004         | privatelink-access-aws-services
        S-L1  | svc       | Vpc         | inspect          | GatewayLoadBalancer | Interface:                          | gateway-load-balancer-endpoints
        S-L1  | none      |             | inspect          | GatewayLoadBalancer | Gateway:S003                        | gateway-load-balancer-endpoints
        S-L2  | svc       |             | inspect zones=1  | GatewayLoadBalancer | Interface:                          | gateway-load-balancer-endpoints
        S-L3  | svc       | Vpc         | inspect zones=3  | GatewayLoadBalancer | Interface:                          | gateway-load-balancer-endpoints
        S-L4  | svc       |             | inspect gb=100   | GatewayLoadBalancer | Interface:                          | gateway-load-balancer-endpoints
        S-L5  | svc       | Vpc         | inspect group    | -                   | GatewayLoadBalancer:S008            | privatelink-access-aws-services
        S-L6  | svc       | Vpc         | inspect policy   | -                   | GatewayLoadBalancer:S009            | privatelink-access-aws-services
        S-L7  | svc       | Vpc         | inspect dualstack | GatewayLoadBalancer | Interface:                         | gateway-load-balancer-endpoints
        S-L8  | svc       | Vpc         | inspect region=eu-west-1 | -           | GatewayLoadBalancer:S017            | privatelink-access-aws-services
              | s3        | Vpc,OnPremises |               | Gateway+Interface   | Interface:C001                      | privatelink-interface-endpoints
              | s3        | Vpc,TransitGateway,PeeredVpc |  | Gateway+Interface   | Interface:C001                      | privatelink-interface-endpoints
              | dynamodb  | Vpc,OtherRegion |              | Gateway+Interface   | Interface:C001                      | privatelink-interface-endpoints
              | s3        | Vpc,OnPremises | group         | Interface           | Gateway:S008                        | privatelink-access-aws-services
              | s3        | Vpc,OnPremises | dns           | Interface           | Gateway:S012                        | privatelink-access-aws-services
              | s3        | OtherRegion |                  | Interface           | Gateway:R006                        | privatelink-access-aws-services
              | s3        | OnPremises,PeeredVpc | policy  | Interface           | Gateway:R006                        | privatelink-access-aws-services
              | dynamodb  | OnPremises  | dns              | -                   | Interface:D003                      | privatelink-access-aws-services
              | ecr.api   | Vpc         |                  | Interface           | Gateway:S003                        | aws-services-privatelink-support
              | ecr.dkr   | Vpc,PeeredVpc |                | Interface           | Gateway:S003                        | aws-services-privatelink-support
              | lambda    | Vpc         | region=eu-west-1 | Interface           | Gateway:S003                        | aws-services-privatelink-support
              | ssm       | Vpc         | inspect          | -                   | Interface: GatewayLoadBalancer:S024 | gateway-load-balancer-endpoints
              | rcfg      | OnPremises  |                  | Resource            | Interface:S004                      | use-resource-endpoint
              | rcfg      | PeeredVpc   |                  | Resource            | Tunnel:S005                         | use-resource-endpoint
              | rcfg      | Vpc         | group            | Resource            | Gateway:S003                        | use-resource-endpoint
              | rcfg      | Vpc         | policy           | -                   | Resource:S009                       | privatelink-access-aws-services
              | rcfg      | Vpc         | provider         | -                   | Resource:                           | privatelink-access-aws-services
              | 10.1.2.3  |             |                  | Resource            | Interface:S004                      | use-resource-endpoint
              | db.example.com | Vpc    |                  | Resource            | Interface:S004                      | use-resource-endpoint
              | 10.8.0.0/16 | Vpc       |                  | Tunnel              | Resource:S005                       | use-cidr-endpoint
              | cidr      | Vpc         | group            | Tunnel              | Resource:S005                       | use-cidr-endpoint
              | cidr      | Vpc         | dns              | -                   | Tunnel:S012                         | privatelink-access-aws-services
              | sn        | Vpc         |                  | ServiceNetwork      | Resource:S005                       | access-with-service-network-endpoint
              | sn        | OnPremises  | group            | ServiceNetwork      | Gateway:S003                        | access-with-service-network-endpoint
              | sn        | Vpc         | policy           | -                   | ServiceNetwork:S009                 | privatelink-access-aws-services
              | none      |             | provider         | -                   | GatewayLoadBalancer:                | privatelink-access-aws-services
        """;

    private static readonly string[] Lines = Table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static TheoryData<string> Rows => [.. Lines];

    [Theory]
    [MemberData(nameof(Rows))]
    public void NeedsAreAnswered(string row)
    {
        string[] cells = [.. row.Split('|', StringSplitOptions.TrimEntries)];
        int first = cells.Length == 7 ? 1 : 0;
        EndpointNeed need = Need(cells[first], cells[first + 1], cells[first + 2]);
        IReadOnlyList<EndpointRecommendation> answers = new Recommender().ForNeed(need, null);
        Assert.Equal(cells[first + 3].Split('+').Select(type => type == "-" ? null : type), answers.Select(answer => answer.Type));
        foreach (string[] turned in cells[first + 4].Split(' ').Select(text => text.Split(':')))
        {
            EndpointOption option = Assert.Single(answers[0].Alternatives, option => option.Type == turned[0]);
            Assert.NotEmpty(option.Against);
            Assert.Contains(option.Against, reason => turned[1].Length == 0 || reason.RuleId == $"VPCE-{turned[1]}");
            Assert.All(option.Against, reason => Assert.NotNull(reason.Source));
        }

        Assert.Contains(cells[first + 5], answers[0].Reasons[0].Source!, StringComparison.Ordinal);

        // Each way is there once: the best, and the others with what speaks against them.
        Assert.All(answers, answer => Assert.Equal(7, answer.Alternatives.Select(option => option.Type).Append(answer.Type).Distinct().Count()));
        Assert.All(answers, answer => Assert.All(answer.Alternatives, option => Assert.NotEmpty(option.Against)));
    }

    [Fact]
    public void EveryStatementOfTheCheatSheetHasARow()
    {
        IEnumerable<string> stated = TypeComparison.Aspects.SelectMany(aspect => aspect.Statements).Select(statement => statement.Id).Order(StringComparer.Ordinal);
        Assert.Equal(stated, Lines.Select(row => row.Split('|')[0].Trim()).Where(id => id.StartsWith("S-", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.True(Lines.Length >= 60);
    }

    [Fact]
    public void WhatNoSourceTellsCountsNeitherForNorAgainst()
    {
        EndpointRecommendation peered = Assert.Single(new Recommender().ForNeed(Need("rcfg", "PeeredVpc", string.Empty), null));
        Assert.Equal((EndpointTypes.Resource, Confidences.Medium), (peered.Type, peered.Confidence));
        Assert.Contains(peered.Against, reason => reason.Text.StartsWith("No source says", StringComparison.Ordinal));
        Assert.Equal(Confidences.High, new Recommender().ForNeed(Need("s3", "Vpc", string.Empty), null)[0].Confidence);
        Assert.Equal(Confidences.Medium, new Recommender().ForNeed(Need("s3", string.Empty, string.Empty), null)[0].Confidence);
    }

    private static EndpointNeed Need(string target, string from, string needs)
    {
        string[] words = needs.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string? Value(string name) => words.FirstOrDefault(word => word.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];
        return new EndpointNeed
        {
            Target = Target(target),
            Region = "us-east-1",
            AccessFrom = from.Length == 0 ? ClientLocations.None : Enum.Parse<ClientLocations>(from),
            NeedsSecurityGroup = words.Contains("group"),
            NeedsEndpointPolicy = words.Contains("policy"),
            NeedsPrivateDns = words.Contains("dns"),
            InspectTraffic = words.Contains("inspect"),
            ProviderInitiated = words.Contains("provider"),
            IpAddressType = words.FirstOrDefault(word => word is "ipv6" or "dualstack"),
            ServiceRegion = Value("region"),
            AvailabilityZoneCount = Value("zones") is { } zones ? int.Parse(zones, System.Globalization.CultureInfo.InvariantCulture) : null,
            MonthlyGB = Value("gb") is { } volume ? decimal.Parse(volume, System.Globalization.CultureInfo.InvariantCulture) : null,
        };
    }

    private static NeedTarget Target(string name) => name switch
    {
        "svc" => NeedTarget.OfService(PartnerService, "us-east-1", ServiceCatalog.Shipped)!,
        "rcfg" => NeedTarget.Parse(ResourceArn, "SINGLE")!,
        "cidr" => NeedTarget.Parse(ResourceArn, "CIDR")!,
        "sn" => NeedTarget.Parse(NetworkArn)!,
        "none" => NeedTarget.Unnamed,
        _ => NeedTarget.OfService(name, "us-east-1", ServiceCatalog.Shipped) ?? NeedTarget.Parse(name)!,
    };
}
