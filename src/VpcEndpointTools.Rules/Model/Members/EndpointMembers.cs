using VpcEndpointTools.Policies;
using FlagMember = VpcEndpointTools.Model.Members.EndpointMember<VpcEndpointTools.Model.Value<bool>>;
using TextMember = VpcEndpointTools.Model.Members.EndpointMember<VpcEndpointTools.Model.Value<string>>;
using TextsMember = VpcEndpointTools.Model.Members.EndpointMember<VpcEndpointTools.Model.ValueList<VpcEndpointTools.Model.Value<string>>>;

namespace VpcEndpointTools.Model.Members;

/// <summary>The members of an endpoint, a row each, in the order in which differences are told.</summary>
/// <remarks>Source of the names: CreateVpcEndpointRequest and VpcEndpoint of AWSSDK.EC2 4.0.132.2; parameters of New-EC2VpcEndpoint and
/// Edit-EC2VpcEndpoint of AWS.Tools.EC2; arguments of aws_vpc_endpoint of Terraform's AWS provider; properties of
/// AWS::EC2::VPCEndpoint.</remarks>
internal static class EndpointMembers
{
    private const string InDnsOptions = nameof(EndpointConfig.DnsOptions);

    private static readonly MemberList<EndpointMember> Rows = new();

    /// <summary>The endpoint's id.</summary>
    public static EndpointMember<Value<string>> VpcEndpointId { get; } = Rows.Add(new TextMember("VpcEndpointId", TextKind.Instance)
    {
        IsMark = true,
        Terraform = new("id"),
    });

    /// <summary>The type; AWS takes an omitted one for Gateway.</summary>
    public static EndpointMember<Value<string>> VpcEndpointType { get; } = Rows.Add(new TextMember("VpcEndpointType", TextKind.Instance)
    {
        IsInRequest = true, IsTarget = true, IsMark = true,
        AwsToolsParameter = "VpcEndpointType",
        Terraform = new("vpc_endpoint_type"),
        IsInCloudFormation = true, MayComeFromMacro = true,
    });

    /// <summary>The VPC.</summary>
    public static EndpointMember<Value<string>> VpcId { get; } = Rows.Add(new TextMember("VpcId", TextKind.Instance)
    {
        IsInRequest = true, IsTarget = true, IsMark = true,
        AwsToolsParameter = "VpcId",
        Terraform = new("vpc_id") { IdPrefix = "vpc" },
        IsInCloudFormation = true, MayComeFromMacro = true,
    });

    /// <summary>The endpoint service.</summary>
    public static EndpointMember<Value<string>> ServiceName { get; } = Rows.Add(new TextMember("ServiceName", TextKind.Instance)
    {
        IsInRequest = true, IsTarget = true, IsMark = true,
        AwsToolsParameter = "ServiceName",
        Terraform = new("service_name"),
        IsInCloudFormation = true, MayComeFromMacro = true,
    });

    /// <summary>The Region of the service. An answer without it is about the endpoint's own.</summary>
    public static EndpointMember<Value<string>> ServiceRegion { get; } = Rows.Add(new TextMember("ServiceRegion", TextKind.Instance)
    {
        IsInRequest = true, IsCompared = true,
        AwsToolsParameter = "ServiceRegion",
        Terraform = new("service_region"),
        IsInCloudFormation = true,
        Has = pair => !pair.Existing.ServiceRegion.IsAbsent ? pair.Existing.ServiceRegion
            : !pair.Existing.Region.IsAbsent ? pair.Existing.Region
            : !pair.Request.Region.IsAbsent ? pair.Request.Region
            : Value<string>.Unknown("the endpoint's Region"),
    });

    /// <summary>The resource configuration (Resource, Tunnel).</summary>
    public static EndpointMember<Value<string>> ResourceConfigurationArn { get; } = Rows.Add(
        new TextMember("ResourceConfigurationArn", TextKind.Instance)
        {
            IsInRequest = true, IsTarget = true, IsMark = true,
            AwsToolsParameter = "ResourceConfigurationArn",
            Terraform = new("resource_configuration_arn"),
            IsInCloudFormation = true,
        });

    /// <summary>The service network (ServiceNetwork).</summary>
    public static EndpointMember<Value<string>> ServiceNetworkArn { get; } = Rows.Add(new TextMember("ServiceNetworkArn", TextKind.Instance)
    {
        IsInRequest = true, IsTarget = true, IsMark = true,
        AwsToolsParameter = "ServiceNetworkArn",
        Terraform = new("service_network_arn"),
        IsInCloudFormation = true,
    });

    /// <summary>One subnet an Availability Zone.</summary>
    public static EndpointMember<ValueList<Value<string>>> SubnetIds { get; } = Rows.Add(new TextsMember("SubnetIds", TextsKind.Ids)
    {
        IsInRequest = true, IsMark = true, IsCompared = true,
        ChangesWith = "SubnetIds",
        AwsToolsParameter = "SubnetId",
        Terraform = new("subnet_ids") { IdPrefix = "subnet", Association = "aws_vpc_endpoint_subnet_association" },
        IsInCloudFormation = true, MayComeFromMacro = true,
    });

    /// <summary>Designated addresses. No answer shows them: the endpoint's network interfaces have them.</summary>
    public static EndpointMember<ValueList<SubnetConfiguration>> SubnetConfigurations { get; } = Rows.Add(
        new EndpointMember<ValueList<SubnetConfiguration>>("SubnetConfigurations", SubnetConfigurationsKind.Instance)
        {
            IsInRequest = true,
            IsInAnswer = false,
            IsCompared = true,
            ChangesWith = "SubnetIds",
            AwsToolsParameter = "SubnetConfiguration",
            Terraform = new("subnet_configuration"),
            Has = EndpointAddresses.Of,
        });

    /// <summary>Security groups. A request names ids, an answer shows groups; an object of the pipe may do either.</summary>
    public static EndpointMember<ValueList<Value<string>>> SecurityGroupIds { get; } = Rows.Add(
        new TextsMember("SecurityGroupIds", TextsKind.Ids)
        {
            IsInRequest = true, IsMark = true, IsCompared = true,
            ChangesWith = "SecurityGroupIds",
            AwsToolsParameter = "SecurityGroupId",
            Terraform = new("security_group_ids") { IdPrefix = "sg", Association = "aws_vpc_endpoint_security_group_association" },
            IsInCloudFormation = true, MayComeFromMacro = true,
            AsMeant = (ids, reading) => ids.IsAbsent && (reading.IsExisting || reading.Reader.Node.IsLoose)
                ? reading.Reader.Texts("Groups", key: "GroupId")
                : ids,
        });

    /// <summary>Route tables (Gateway).</summary>
    public static EndpointMember<ValueList<Value<string>>> RouteTableIds { get; } = Rows.Add(new TextsMember("RouteTableIds", TextsKind.Ids)
    {
        IsInRequest = true, IsMark = true, IsCompared = true,
        ChangesWith = "RouteTableIds",
        AwsToolsParameter = "RouteTableId",
        Terraform = new("route_table_ids") { IdPrefix = "rtb", Association = "aws_vpc_endpoint_route_table_association" },
        IsInCloudFormation = true, MayComeFromMacro = true,
    });

    /// <summary>ipv4, ipv6 or dualstack.</summary>
    public static EndpointMember<Value<string>> IpAddressType { get; } = Rows.Add(new TextMember("IpAddressType", TextKind.Instance)
    {
        IsInRequest = true, IsCompared = true,
        ChangesWith = "IpAddressType",
        AwsToolsParameter = "IpAddressType",
        Terraform = new("ip_address_type"),
        IsInCloudFormation = true, MayComeFromMacro = true,
    });

    /// <summary>ipv4, ipv6, dualstack or service-defined.</summary>
    public static EndpointMember<Value<string>> DnsRecordIpType { get; } = Rows.Add(
        new TextMember("DnsRecordIpType", TextKind.Instance, InDnsOptions)
        {
            IsInRequest = true, IsCompared = true,
            ChangesWith = "DnsOptions",
            AwsToolsParameter = "DnsOptions_DnsRecordIpType",
            Terraform = new("dns_record_ip_type"),
            IsInCloudFormation = true,
        });

    /// <summary>Private DNS. AWS's documents disagree on what an omission means for an Interface endpoint; for the other types it is
    /// off.</summary>
    public static EndpointMember<Value<bool>> PrivateDnsEnabled { get; } = Rows.Add(
        new FlagMember("PrivateDnsEnabled", new FlagKind(absentIsFalse: true))
        {
            IsInRequest = true, IsMark = true, IsCompared = true,
            ChangesWith = "PrivateDnsEnabled",
            AwsToolsParameter = "PrivateDnsEnabled",
            Terraform = new("private_dns_enabled"),
            IsInCloudFormation = true,
            AsMeant = (given, reading) =>
                given.IsAbsent && !reading.IsExisting && (reading.Type.IsUnknown || reading.Type.Is(EndpointTypes.Interface))
                    ? EndpointConfig.OmittedPrivateDns
                    : given,
        });

    /// <summary>S3: private DNS only for the inbound resolver endpoint.</summary>
    public static EndpointMember<Value<bool>> PrivateDnsOnlyForInboundResolverEndpoint { get; } = Rows.Add(
        new FlagMember("PrivateDnsOnlyForInboundResolverEndpoint", FlagKind.Instance, InDnsOptions)
        {
            IsInRequest = true, IsCompared = true,
            ChangesWith = "DnsOptions",
            AwsToolsParameter = "DnsOptions_PrivateDnsOnlyForInboundResolverEndpoint",
            Terraform = new("private_dns_only_for_inbound_resolver_endpoint"),
            IsInCloudFormation = true,
        });

    /// <summary>Which private DNS names to make (Resource, ServiceNetwork).</summary>
    public static EndpointMember<Value<string>> PrivateDnsPreference { get; } = Rows.Add(
        new TextMember("PrivateDnsPreference", TextKind.Instance, InDnsOptions)
        {
            IsInRequest = true, IsCompared = true,
            ChangesWith = "PrivateDnsPreference",
            AwsToolsParameter = "DnsOptions_PrivateDnsPreference",
            Terraform = new("private_dns_preference"),
            IsInCloudFormation = true,
        });

    /// <summary>The domains of a preference with SPECIFIED in it.</summary>
    public static EndpointMember<ValueList<Value<string>>> PrivateDnsSpecifiedDomains { get; } = Rows.Add(
        new TextsMember("PrivateDnsSpecifiedDomains", TextsKind.Domains, InDnsOptions)
        {
            IsInRequest = true, IsCompared = true,
            ChangesWith = "PrivateDnsPreference",
            AwsToolsParameter = "DnsOptions_PrivateDnsSpecifiedDomain",
            Terraform = new("private_dns_specified_domains"),
            IsInCloudFormation = true,
        });

    /// <summary>The endpoint policy. What AWS fills in where nobody wrote one is read as absent.</summary>
    public static EndpointMember<Value<string>> PolicyDocument { get; } = Rows.Add(new TextMember("PolicyDocument", PolicyKind.Instance)
    {
        IsInRequest = true, IsMark = true, IsCompared = true,
        ChangesWith = "PolicyDocument",
        AwsToolsParameter = "PolicyDocument",
        Terraform = new("policy"),
        IsInCloudFormation = true, MayComeFromMacro = true,
        AsMeant = (policy, reading) => reading.IsExisting && policy.IsKnown && DefaultPolicy.Is(policy.Known) ? default : policy,
    });

    /// <summary>Tags. An endpoint with other tags is not another endpoint.</summary>
    public static EndpointMember<ValueList<Tag>> Tags { get; } = Rows.Add(new EndpointMember<ValueList<Tag>>("Tags", TagsKind.Instance)
    {
        IsInRequest = true,
        RequestName = "TagSpecifications",
        AwsToolsParameter = "TagSpecification",
        Terraform = new("tags"),
        IsInCloudFormation = true,
    });

    /// <summary>Where it is.</summary>
    public static EndpointMember<Value<string>> Region { get; } = Rows.Add(new TextMember("Region", TextKind.Instance)
    {
        IsInAnswer = false,
    });

    /// <summary>State as AWS shows it.</summary>
    public static EndpointMember<Value<string>> State { get; } = Rows.Add(new TextMember("State", TextKind.Instance)
    {
        Terraform = new("state"),
    });

    /// <summary>Why it failed, in AWS's words.</summary>
    public static EndpointMember<Value<string>> FailureReason { get; } = Rows.Add(new TextMember("FailureReason", TextKind.Instance)
    {
        AsMeant = (reason, reading) => reason.IsAbsent && reading.Reader.Object("LastError") is { } error ? error.Text("Message") : reason,
    });

    /// <summary>Its network interfaces, one a subnet.</summary>
    public static EndpointMember<ValueList<Value<string>>> NetworkInterfaceIds { get; } = Rows.Add(
        new TextsMember("NetworkInterfaceIds", TextsKind.Ids)
        {
            Terraform = new("network_interface_ids"),
        });

    /// <summary>True when an AWS service manages it for the account.</summary>
    public static EndpointMember<Value<bool>> RequesterManaged { get; } = Rows.Add(new FlagMember("RequesterManaged", FlagKind.Instance)
    {
        Terraform = new("requester_managed"),
    });

    /// <summary>All of them.</summary>
    public static IReadOnlyList<EndpointMember> All => Rows;

    /// <summary>Those of a request.</summary>
    internal static IReadOnlyList<EndpointMember> InRequest => RequestRows();

    /// <summary>Members of a create-vpc-endpoint request.</summary>
    internal static IReadOnlySet<string> RequestMembers => RequestNames();

    /// <summary>Members any one of which makes an object an endpoint.</summary>
    internal static IReadOnlyList<string> Marks => MarkNames();

    /// <summary>The rows, for tests that make some up.</summary>
    internal static MemberList<EndpointMember> List => Rows;

    private static Func<EndpointMember[]> RequestRows { get; } = Rows.Derive(rows => rows.Where(row => row.IsInRequest).ToArray());

    // The last two say how to carry a request out.
    private static Func<HashSet<string>> RequestNames { get; } = Rows.Derive(rows =>
        rows.Where(row => row.IsInRequest).Select(row => row.RequestMember).Concat(["ClientToken", "DryRun"])
            .ToHashSet(StringComparer.Ordinal));

    private static Func<string[]> MarkNames { get; } = Rows.Derive(rows => rows.SelectMany(row => row.Marks).ToArray());
}
