using System.Management.Automation;
using VpcEndpointTools.Changes;
using VpcEndpointTools.Completion;
using VpcEndpointTools.Creation;
using VpcEndpointTools.Editing;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Input;
using VpcEndpointTools.Live;
using VpcEndpointTools.Recommendation;
using VpcEndpointTools.Settings;

namespace VpcEndpointTools.Cmdlets;

/// <summary>Changes a VPC endpoint once, and only if it will work afterwards.</summary>
[Cmdlet(VerbsData.Edit, "SafeVpcEndpoint", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = IdSet)]
[OutputType(typeof(EndpointEdit))]
public sealed class EditSafeVpcEndpointCommand : ChangeCmdlet
{
    private const string IdSet = "VpcEndpointId";
    private const string InputObjectSet = "InputObject";

    private RuleEvaluator _evaluator = null!;

    /// <summary>An id, an endpoint, or a recommendation whose action is Modify.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputObjectSet)]
    [ValidateNotNull]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The endpoint.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VpcEndpointIdCompleter))]
    public string? VpcEndpointId { get; set; }

    /// <summary>Subnets to add.</summary>
    [Parameter]
    [Alias("AddSubnetIds")]
    [ArgumentCompleter(typeof(SubnetIdCompleter))]
    public string[]? AddSubnetId { get; set; }

    /// <summary>Subnets to remove.</summary>
    [Parameter]
    [Alias("RemoveSubnetIds")]
    [ArgumentCompleter(typeof(SubnetIdCompleter))]
    public string[]? RemoveSubnetId { get; set; }

    /// <summary>Security groups to add.</summary>
    [Parameter]
    [Alias("AddSecurityGroupIds")]
    [ArgumentCompleter(typeof(SecurityGroupIdCompleter))]
    public string[]? AddSecurityGroupId { get; set; }

    /// <summary>Security groups to remove.</summary>
    [Parameter]
    [Alias("RemoveSecurityGroupIds")]
    [ArgumentCompleter(typeof(SecurityGroupIdCompleter))]
    public string[]? RemoveSecurityGroupId { get; set; }

    /// <summary>Route tables to add (Gateway).</summary>
    [Parameter]
    [Alias("AddRouteTableIds")]
    [ArgumentCompleter(typeof(RouteTableIdCompleter))]
    public string[]? AddRouteTableId { get; set; }

    /// <summary>Route tables to remove (Gateway).</summary>
    [Parameter]
    [Alias("RemoveRouteTableIds")]
    [ArgumentCompleter(typeof(RouteTableIdCompleter))]
    public string[]? RemoveRouteTableId { get; set; }

    /// <summary>The new endpoint policy, as JSON.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? PolicyDocument { get; set; }

    /// <summary>Whether to go back to AWS's default policy.</summary>
    [Parameter]
    public bool? ResetPolicy { get; set; }

    /// <summary>Whether the service's own names resolve to the endpoint.</summary>
    [Parameter]
    public bool? PrivateDnsEnabled { get; set; }

    /// <summary>ipv4, ipv6 or dualstack.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(IpAddressTypeCompleter))]
    public string? IpAddressType { get; set; }

    /// <summary>Record type of the DNS names.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? DnsOptions_DnsRecordIpType { get; set; }

    /// <summary>Private names only for what comes through an inbound resolver endpoint (S3).</summary>
    [Parameter]
    public bool? DnsOptions_PrivateDnsOnlyForInboundResolverEndpoint { get; set; }

    /// <summary>Which domains get private names (Resource, ServiceNetwork).</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? DnsOptions_PrivateDnsPreference { get; set; }

    /// <summary>The domains that get private names (Resource, ServiceNetwork).</summary>
    [Parameter]
    public string[]? DnsOptions_PrivateDnsSpecifiedDomain { get; set; }

    /// <summary>A settings file or hashtable; else the nearest VpcEndpointTools.settings.psd1 from the current folder upward.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? Settings { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _evaluator = BeginEvaluation(new EvaluationParameters(Settings));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        object given = ParameterSetName == InputObjectSet ? InputObject : VpcEndpointId!;
        if (EndpointTarget.Read(new PSObjectNode(given), RecommendedActions.Modify, given, this) is not { } endpoints
            || ChangeReader.Read(given, this) is not { } wanted)
        {
            return;
        }

        EndpointChange change = ChangeReader.Merge(ChangeReader.Of(MyInvocation.BoundParameters), wanted);
        if (change.IsEmpty || change.Contradictions() is { Count: > 0 })
        {
            WriteError(change.IsEmpty ? Errors.NoChange(string.Join(", ", endpoints.Ids), given)
                : Errors.ContradictoryChange(change.Contradictions(), given));
            return;
        }

        foreach (string id in endpoints.Ids)
        {
            Edit(id, change, endpoints.Region, given);
        }
    }

    private void Edit(string id, EndpointChange change, string? region, object target)
    {
        try
        {
            using Deadline deadline = new(TimeSpan.FromSeconds(TimeoutSeconds), Stop);
            new SafeEdit(Site(region, deadline), id, change, target, _evaluator, new EditOptions(AllowInconclusive, NoWait), this).Run();
        }
        catch (AwsException exception) when (exception.IsGeneral)
        {
            ThrowTerminatingError(Errors.Aws(exception, Region));
        }
        catch (AwsException exception)
        {
            WriteError(Errors.Aws(exception, target));
        }
    }
}
