using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Recommendation;

/// <summary>What speaks against one endpoint type for a need, each with its source. What no source tells stands apart.</summary>
internal sealed class TypeVerdicts
{
    private static readonly Dictionary<string, TypeAspect> Aspects = TypeComparison.Aspects.ToDictionary(aspect => aspect.Name, StringComparer.Ordinal);

    private readonly EndpointNeed _need;
    private readonly string _type;
    private readonly TypeCapabilities _can;
    private readonly ServiceEntry? _service;
    private readonly List<RecommendationReason> _against = [];
    private readonly List<RecommendationReason> _uncertain = [];

    private TypeVerdicts(EndpointNeed need, string type)
    {
        _need = need;
        _type = type;
        _can = TypeCapabilities.Of(type) ?? throw new ArgumentException($"{type} is no endpoint type.", nameof(type));
        _service = need.Target.Service;
    }

    private bool IsGateway => _type == EndpointTypes.Gateway;

    private bool IsInterface => _type == EndpointTypes.Interface;

    /// <summary>The verdicts on a type.</summary>
    /// <param name="need">The need.</param>
    /// <param name="type">The endpoint type.</param>
    /// <param name="offered">The types that the target offers; null where that is not known.</param>
    public static (RecommendationReason[] Against, RecommendationReason[] Uncertain) Of(EndpointNeed need, string type, IReadOnlyList<string>? offered)
    {
        TypeVerdicts verdicts = new(need, type);
        if (verdicts.IsOffered(offered))
        {
            verdicts.Judge();
        }

        return ([.. verdicts._against], [.. verdicts._uncertain]);
    }

    private bool IsOffered(IReadOnlyList<string>? offered)
    {
        if (offered is null || offered.Contains(_type, StringComparer.Ordinal))
        {
            return true;
        }

        string rule = _type switch
        {
            EndpointTypes.Gateway => RuleIds.S003,
            EndpointTypes.Interface => RuleIds.S004,
            EndpointTypes.GatewayLoadBalancer => RuleIds.S024,
            _ => RuleIds.S005,
        };
        string source = _need.Target.Kind switch
        {
            TargetKind.AwsService when IsGateway => RuleSources.Gateway,
            TargetKind.AwsService => RuleSources.Services,
            TargetKind.Resource => RuleSources.Resource,
            TargetKind.Segment => RuleSources.Tunnel,
            TargetKind.ServiceNetwork => RuleSources.ServiceNetwork,
            _ => RuleSources.CreateApi,
        };
        _against.Add(new($"{_need.Target} has no {_type} endpoint: it takes {string.Join(" or ", offered)}.", source, rule));
        return false;
    }

    private void Judge()
    {
        Refuse(_need.ProviderInitiated, "Initiation", "The provider cannot begin a connection through an endpoint", RuleSources.Access);
        Refuse(_need.InspectTraffic && _type != EndpointTypes.GatewayLoadBalancer, "Purpose", "Only a Gateway Load Balancer endpoint hands traffic to appliances", RuleSources.GatewayLoadBalancer);
        From(ClientLocations.OnPremises, "OnPremises", "clients on premises");
        From(ClientLocations.PeeredVpc, "Peering", "clients in a peered VPC");
        From(ClientLocations.TransitGateway, "Peering", "clients behind a transit gateway");
        From(ClientLocations.OtherRegion, "Peering", "clients in another Region");
        bool lacksGroup = _need.NeedsSecurityGroup && !_can.HasSecurityGroups;
        Refuse(lacksGroup, "SecurityGroups", $"A {_type} endpoint has no security group", RuleSources.CreateApi, RuleIds.S008);
        Policy();
        PrivateDns();
        Addresses();
        OtherRegion();
    }

    // Gateway endpoints end at the edge of their VPC; of the younger types the guides are silent on some ways in.
    private void From(ClientLocations place, string aspect, string clients)
    {
        if (!_need.AccessFrom.HasFlag(place))
        {
            return;
        }

        TypeFact? fact = Fact(aspect);
        if (IsGateway)
        {
            _against.Add(new($"A Gateway endpoint cannot be used by {clients}.", fact?.Source ?? RuleSources.GatewayS3, RuleIds.R006));
        }
        else if (fact?.Source is null || fact.Text.StartsWith("unknown", StringComparison.OrdinalIgnoreCase))
        {
            _uncertain.Add(new($"No source says whether {clients} reach a {_type} endpoint."));
        }
    }

    private void Policy()
    {
        if (!_need.NeedsEndpointPolicy)
        {
            return;
        }

        if (!_can.HasPolicy)
        {
            Refuse(true, "EndpointPolicy", $"A {_type} endpoint takes no endpoint policy", RuleSources.CreateApi, RuleIds.S009);
        }
        else if (IsInterface && (_need.Target.Kind == TargetKind.EndpointService || _service?.PolicySupported == false))
        {
            _against.Add(new($"{_need.Target} does not support endpoint policies: access is always full.", RuleSources.Policies, RuleIds.P013));
        }
        else if (IsInterface && _service?.PolicySupported is null)
        {
            _uncertain.Add(new($"Whether {_need.Target} supports endpoint policies is not in the catalogue: look at VpcEndpointPolicySupported (Get-VpcEndpointService -Live).", RuleSources.Policies));
        }
    }

    private void PrivateDns()
    {
        if (!_need.NeedsPrivateDns)
        {
            return;
        }

        if (IsGateway)
        {
            _against.Add(new("A Gateway endpoint has no private DNS: the service's names keep their public addresses, and only the route leads to the endpoint.", Fact("PrivateDns")?.Source, RuleIds.S012));
        }
        else if (!_can.HasPrivateDns)
        {
            _against.Add(new($"A {_type} endpoint has no private DNS.", Fact("PrivateDns")?.Source ?? RuleSources.CreateApi, RuleIds.S012));
        }
        else if (IsInterface && _service?.HasPrivateDnsName == false)
        {
            string source = _service.ShortName == "dynamodb" ? RuleSources.DynamoDbInterface : RuleSources.Services;
            _against.Add(new($"{_need.Target} offers no private DNS name.", source, RuleIds.D003));
        }
        else if (_service?.HasPrivateDnsName is null)
        {
            _uncertain.Add(new($"Whether {_need.Target} offers a private DNS name is not known here: its provider decides.", RuleSources.Access));
        }
    }

    private void Addresses()
    {
        if (_need.IpAddressType is not { } wanted || wanted == "ipv4")
        {
            return;
        }

        if (!_can.AddressTypes.Contains(wanted, StringComparer.Ordinal))
        {
            Refuse(true, "AddressTypes", $"A {_type} endpoint does not take {wanted}", RuleSources.CreateApi, RuleIds.N005);
        }
        else if (IsInterface && _service?.Ipv6Supported == false)
        {
            _against.Add(new($"{_need.Target} does not take {wanted}.", RuleSources.Services, RuleIds.N006));
        }
        else if (IsInterface && _service?.Ipv6Supported is null)
        {
            _uncertain.Add(new($"Whether {_need.Target} takes {wanted} is not in the catalogue: look at SupportedIpAddressTypes (Get-VpcEndpointService -Live).", RuleSources.Services));
        }
    }

    private void OtherRegion()
    {
        if (!_need.IsCrossRegion)
        {
            return;
        }

        if (!IsInterface)
        {
            _against.Add(new($"A {_type} endpoint does not reach a service in another Region.", IsGateway ? RuleSources.GatewayS3 : RuleSources.CreateApi, RuleIds.S017));
        }
        else if (_need.Target.Kind == TargetKind.EndpointService)
        {
            _uncertain.Add(new($"The provider of {_need.Target} must have enabled {_need.Region ?? "the endpoint's Region"}.", RuleSources.CrossRegion));
        }
        else if (_service?.CrossRegionSupported != true)
        {
            _against.Add(new($"{_need.Target} is not on AWS's list of services for cross-Region endpoints.", RuleSources.CrossRegion, RuleIds.S017));
        }
    }

    private void Refuse(bool applies, string aspect, string sentence, string source, string? rule = null)
    {
        if (applies)
        {
            TypeFact? fact = Fact(aspect);
            _against.Add(new($"{sentence}.", fact?.Source ?? source, rule));
        }
    }

    private TypeFact? Fact(string aspect) => Aspects.TryGetValue(aspect, out TypeAspect? row) ? row.Facts.GetValueOrDefault(_type) : null;
}
