using System.Management.Automation;

namespace VpcEndpointTools.Tests.Engine;

/// <summary>What a stand-in of one of AWS.Tools' cmdlets was called with: the bound parameters alone.</summary>
public sealed record ReceivedRequest(string Cmdlet, IReadOnlyDictionary<string, object?> Parameters);

/// <summary>The parameters of AWS.Tools' cmdlets for endpoints with their attributes, as facts; they tell what they received instead of calling AWS.</summary>
/// <remarks>Source: aws/aws-tools-for-powershell, modules/AWSPowerShell/Cmdlets/EC2/Basic, read 2026-11-23 (version 5 of the modular ones).</remarks>
public abstract class AwsToolsCmdlet : PSCmdlet
{
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Select { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public SwitchParameter Force { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? EndpointUrl { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("RegionToCall")]
    public object? Region { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("StoredCredentials", "AWSProfileName")]
    public string? ProfileName { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AK")]
    public string? AccessKey { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("SK", "SecretAccessKey")]
    public string? SecretKey { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ST")]
    public string? SessionToken { get; set; }

    protected override void ProcessRecord() =>
        WriteObject(new ReceivedRequest(MyInvocation.MyCommand.Name, MyInvocation.BoundParameters.ToDictionary(pair => pair.Key, pair => (object?)pair.Value, StringComparer.Ordinal)));
}

[Cmdlet(VerbsCommon.New, "EC2VpcEndpoint")]
public sealed class NewEC2VpcEndpointStandIn : AwsToolsCmdlet
{
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ClientToken { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public bool? DryRun { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public Amazon.EC2.DnsRecordIpType? DnsOptions_DnsRecordIpType { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public bool? DnsOptions_PrivateDnsOnlyForInboundResolverEndpoint { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public Amazon.EC2.IpAddressType? IpAddressType { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? PolicyDocument { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public bool? PrivateDnsEnabled { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ResourceConfigurationArn { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("RouteTableIds")]
    public string[]? RouteTableId { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("SecurityGroupIds")]
    public string[]? SecurityGroupId { get; set; }

    // Mandatory in the first modular versions: null is allowed there.
    [Parameter(ValueFromPipelineByPropertyName = true, Mandatory = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? ServiceName { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ServiceNetworkArn { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ServiceRegion { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("SubnetIds")]
    public string[]? SubnetId { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("TagSpecifications")]
    public Amazon.EC2.Model.TagSpecification[]? TagSpecification { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public Amazon.EC2.VpcEndpointType? VpcEndpointType { get; set; }

    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, ValueFromPipeline = true, Mandatory = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? VpcId { get; set; }
}

[Cmdlet(VerbsData.Edit, "EC2VpcEndpoint")]
public sealed class EditEC2VpcEndpointStandIn : AwsToolsCmdlet
{
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AddRouteTableIds")]
    public string[]? AddRouteTableId { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AddSubnetIds")]
    public string[]? AddSubnetId { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public bool? DnsOptions_PrivateDnsOnlyForInboundResolverEndpoint { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public Amazon.EC2.IpAddressType? IpAddressType { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? PolicyDocument { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public bool? PrivateDnsEnabled { get; set; }

    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, ValueFromPipeline = true, Mandatory = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? VpcEndpointId { get; set; }
}

[Cmdlet(VerbsCommon.Remove, "EC2VpcEndpoint")]
public sealed class RemoveEC2VpcEndpointStandIn : AwsToolsCmdlet
{
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, ValueFromPipeline = true, Mandatory = true)]
    [AllowEmptyCollection]
    [AllowNull]
    [Alias("VpcEndpointIds")]
    public string[]? VpcEndpointId { get; set; }
}
