using System.Text.RegularExpressions;

namespace VpcEndpointTools.Emulator.Operations;

/// <summary>What a request must look like, whatever there is in the account.</summary>
internal static partial class ShapeChecks
{
    private static readonly string[] Types = ["Interface", "Gateway", "GatewayLoadBalancer", "Resource", "ServiceNetwork", "Tunnel"];
    private static readonly string[] AddressTypes = ["ipv4", "ipv6", "dualstack"];
    private static readonly string[] RecordTypes = ["ipv4", "ipv6", "dualstack", "service-defined"];

    public static void Run(EndpointRequest request)
    {
        if (request.VpcId is null)
        {
            throw new Ec2Exception("MissingParameter", "The request must contain the parameter VpcId");
        }

        Require(Types.Contains(request.Type), $"Invalid value '{request.Type}' for VpcEndpointType.");
        Ids(request);
        Target(request);
        string type = request.Type;
        Require(type is "Interface" or "GatewayLoadBalancer" or "Resource" or "ServiceNetwork" or "Tunnel" || (request.Subnets.Count == 0 && request.SubnetConfigurations.Count == 0),
            "Subnet IDs are only supported for Interface and GatewayLoadBalancer type VPC Endpoints.");
        Require(request.IsGateway || request.Tables.Count == 0, "Route table IDs are only supported for Gateway type VPC Endpoint.");
        Require(type is not ("Gateway" or "GatewayLoadBalancer") || request.Groups.Count == 0, $"Security group IDs are not supported for {type} type VPC Endpoints.");
        Require(type is "Interface" or "Gateway" || request.Policy is null, $"Policy documents are not supported for {type} type VPC Endpoints.");
        Require(type != "GatewayLoadBalancer" || request.Subnets.Count == 1, "GatewayLoadBalancer type VPC Endpoints take exactly one subnet.");
        Require(!request.PrivateDns || type is "Interface" or "Resource" or "ServiceNetwork", $"Private DNS can't be enabled for {type} type VPC Endpoints.");
        Require(request.AddressType is null || AddressTypes.Contains(request.AddressType), $"Invalid IpAddressType '{request.AddressType}'.");
        Require(Record(request) is null || RecordTypes.Contains(Record(request)), $"Invalid DnsRecordIpType '{Record(request)}'.");
        Require(request.ServiceRegion is null || type == "Interface", "ServiceRegion is only supported for Interface type VPC Endpoints.");
    }

    /// <summary>Throws InvalidParameter unless something holds.</summary>
    public static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw Ec2Exception.InvalidParameter(otherwise);
        }
    }

    /// <summary>The DNS record type that was asked for.</summary>
    public static string? Record(EndpointRequest request) => (string?)request.Dns?["DnsRecordIpType"];

    private static void Ids(EndpointRequest request)
    {
        Id(request.VpcId!, VpcForm());
        request.Subnets.ForEach(id => Id(id, SubnetForm()));
        request.Groups.ForEach(id => Id(id, GroupForm()));
        request.Tables.ForEach(id => Id(id, TableForm()));
    }

    private static void Id(string id, Regex form) => Require(form.IsMatch(id), $"Invalid id: \"{id}\"");

    private static void Target(EndpointRequest request)
    {
        int given = new[] { request.ServiceName, request.ResourceArn, request.NetworkArn }.Count(target => target is not null);
        if (given == 0)
        {
            throw new Ec2Exception("MissingParameter", "The request must contain the parameter ServiceName");
        }

        Require(given == 1, "Exactly one of ServiceName, ResourceConfigurationArn and ServiceNetworkArn must be given.");
        Require(request.ServiceName is null == request.IsLattice, $"The target does not go with the endpoint type {request.Type}.");
        Require(request.ResourceArn is null == request.Type is not ("Resource" or "Tunnel"), $"ResourceConfigurationArn does not go with the endpoint type {request.Type}.");
        Require(request.ResourceArn is null || ResourceForm().IsMatch(request.ResourceArn), $"Invalid resource configuration ARN {request.ResourceArn}");
        Require(request.NetworkArn is null || NetworkForm().IsMatch(request.NetworkArn), $"Invalid service network ARN {request.NetworkArn}");
    }

    [GeneratedRegex("^vpc-([0-9a-f]{8}|[0-9a-f]{17})$")]
    private static partial Regex VpcForm();

    [GeneratedRegex("^subnet-([0-9a-f]{8}|[0-9a-f]{17})$")]
    private static partial Regex SubnetForm();

    [GeneratedRegex("^sg-([0-9a-f]{8}|[0-9a-f]{17})$")]
    private static partial Regex GroupForm();

    [GeneratedRegex("^rtb-([0-9a-f]{8}|[0-9a-f]{17})$")]
    private static partial Regex TableForm();

    [GeneratedRegex("^arn:aws[a-z-]*:vpc-lattice:[a-z0-9-]+:[0-9]{12}:resourceconfiguration/rcfg-[0-9a-z]{17}$")]
    private static partial Regex ResourceForm();

    [GeneratedRegex("^arn:aws[a-z-]*:vpc-lattice:[a-z0-9-]+:[0-9]{12}:servicenetwork/sn-[0-9a-z]{17}$")]
    private static partial Regex NetworkForm();
}
