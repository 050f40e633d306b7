using System.Collections;
using System.Management.Automation;
using VpcEndpointTools.Aws;
using VpcEndpointTools.Completion;
using VpcEndpointTools.Creation;
using VpcEndpointTools.Input;
using VpcEndpointTools.Isolation;
using VpcEndpointTools.Live;
using VpcEndpointTools.Model;
using VpcEndpointTools.Reading;
using VpcEndpointTools.Settings;

namespace VpcEndpointTools.Cmdlets;

/// <summary>Creates a VPC endpoint once, and only if it will work.</summary>
[Cmdlet(VerbsCommon.New, "SafeVpcEndpoint", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = RequestSet)]
[OutputType(typeof(SafeVpcEndpoint), typeof(EndpointPlan))]
public sealed class NewSafeVpcEndpointCommand : EvaluatingCmdlet
{
    private const string RequestSet = "Request";
    private const string InputObjectSet = "InputObject";

    // What is not a member of the request.
    private static readonly string[] OwnNames =
    [
        nameof(Tag), nameof(SubnetSelection), nameof(RouteTableSelection), nameof(PolicyTemplate), nameof(OrganizationId), nameof(AllowInconclusive), nameof(NoWait), nameof(TimeoutSeconds),
        nameof(RemoveOnFailure), nameof(ReplaceFailed), nameof(EnablePrivateDns), nameof(Settings),
    ];

    private CreationSessions _sessions = null!;

    /// <summary>A request or a recommendation: an object with these properties.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputObjectSet)]
    [ValidateNotNull]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The VPC.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = RequestSet)]
    [ArgumentCompleter(typeof(VpcIdCompleter))]
    public string? VpcId { get; set; }

    /// <summary>The service: its full name, or a short one such as ssm.</summary>
    [Parameter(Position = 1, ParameterSetName = RequestSet)]
    [ArgumentCompleter(typeof(ServiceNameCompleter))]
    public string? ServiceName { get; set; }

    /// <summary>The type; it may be left out where the service has only one.</summary>
    [Parameter(ParameterSetName = RequestSet)]
    [ArgumentCompleter(typeof(EndpointTypeCompleter))]
    public string? VpcEndpointType { get; set; }

    /// <summary>One subnet an Availability Zone.</summary>
    [Parameter(ParameterSetName = RequestSet)]
    [Alias("SubnetIds")]
    [ArgumentCompleter(typeof(SubnetIdCompleter))]
    public string[]? SubnetId { get; set; }

    /// <summary>Security groups of the endpoint.</summary>
    [Parameter(ParameterSetName = RequestSet)]
    [Alias("SecurityGroupIds")]
    [ArgumentCompleter(typeof(SecurityGroupIdCompleter))]
    public string[]? SecurityGroupId { get; set; }

    /// <summary>Route tables (Gateway).</summary>
    [Parameter(ParameterSetName = RequestSet)]
    [Alias("RouteTableIds")]
    [ArgumentCompleter(typeof(RouteTableIdCompleter))]
    public string[]? RouteTableId { get; set; }

    /// <summary>Whether the service's own names resolve to the endpoint.</summary>
    [Parameter(ParameterSetName = RequestSet)]
    public bool? PrivateDnsEnabled { get; set; }

    /// <summary>The endpoint policy, as JSON.</summary>
    [Parameter(ParameterSetName = RequestSet)]
    public string? PolicyDocument { get; set; }

    /// <summary>ipv4, ipv6 or dualstack.</summary>
    [Parameter(ParameterSetName = RequestSet)]
    [ArgumentCompleter(typeof(IpAddressTypeCompleter))]
    public string? IpAddressType { get; set; }

    /// <summary>Record type of the DNS names.</summary>
    [Parameter(ParameterSetName = RequestSet)]
    public string? DnsOptions_DnsRecordIpType { get; set; }

    /// <summary>Private names only for what comes through an inbound resolver endpoint (S3).</summary>
    [Parameter(ParameterSetName = RequestSet)]
    public bool? DnsOptions_PrivateDnsOnlyForInboundResolverEndpoint { get; set; }

    /// <summary>Which domains get private names (Resource, ServiceNetwork).</summary>
    [Parameter(ParameterSetName = RequestSet)]
    public string? DnsOptions_PrivateDnsPreference { get; set; }

    /// <summary>The domains that get private names (Resource, ServiceNetwork).</summary>
    [Parameter(ParameterSetName = RequestSet)]
    public string[]? DnsOptions_PrivateDnsSpecifiedDomain { get; set; }

    /// <summary>The Region of the service, where it is another one.</summary>
    [Parameter(ParameterSetName = RequestSet)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? ServiceRegion { get; set; }

    /// <summary>The resource configuration (Resource, Tunnel).</summary>
    [Parameter(ParameterSetName = RequestSet)]
    public string? ResourceConfigurationArn { get; set; }

    /// <summary>The service network (ServiceNetwork).</summary>
    [Parameter(ParameterSetName = RequestSet)]
    public string? ServiceNetworkArn { get; set; }

    /// <summary>Designated addresses: objects with SubnetId, Ipv4, Ipv6.</summary>
    [Parameter(ParameterSetName = RequestSet)]
    public object[]? SubnetConfiguration { get; set; }

    /// <summary>Tags as AWS.Tools takes them: objects with ResourceType and Tags.</summary>
    [Parameter(ParameterSetName = RequestSet)]
    public object[]? TagSpecification { get; set; }

    /// <summary>Tags by name.</summary>
    [Parameter(ParameterSetName = RequestSet)]
    public Hashtable? Tag { get; set; }

    /// <summary>Chooses subnets: OnePerZone (private ones first, then the largest) or All.</summary>
    [Parameter]
    [ValidateSet("OnePerZone", "All")]
    public string? SubnetSelection { get; set; }

    /// <summary>Chooses route tables of a gateway endpoint: Private (with subnets and no route to an internet gateway) or All.</summary>
    [Parameter]
    [ValidateSet("Private", "All")]
    public string? RouteTableSelection { get; set; }

    /// <summary>Writes the policy: FullAccess, OrganizationPerimeter or ReadOnly.</summary>
    [Parameter]
    [ValidateSet("FullAccess", "OrganizationPerimeter", "ReadOnly")]
    public string? PolicyTemplate { get; set; }

    /// <summary>The organization, for policies.</summary>
    [Parameter]
    [ValidatePattern("^o-[a-z0-9]{10,32}$")]
    public string? OrganizationId { get; set; }

    /// <summary>Goes on where an error could not be excluded.</summary>
    [Parameter]
    public SwitchParameter AllowInconclusive { get; set; }

    /// <summary>Does not wait until the endpoint is available.</summary>
    [Parameter]
    public SwitchParameter NoWait { get; set; }

    /// <summary>How long a request may take, in seconds, from the first look to the last.</summary>
    [Parameter]
    [ValidateRange(1, 86_400)]
    public int TimeoutSeconds { get; set; } = 600;

    /// <summary>Deletes the endpoint that this command created, should it fail.</summary>
    [Parameter]
    public SwitchParameter RemoveOnFailure { get; set; }

    /// <summary>Deletes a failed endpoint of the same request first.</summary>
    [Parameter]
    public SwitchParameter ReplaceFailed { get; set; }

    /// <summary>Creates the endpoint without private DNS and turns it on when the endpoint is available and sound.</summary>
    [Parameter]
    [ValidateSet("AfterAvailable")]
    public string? EnablePrivateDns { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        CheckRegions(isLive: false);
        if (EnablePrivateDns is not null && NoWait)
        {
            ThrowTerminatingError(Errors.ContradictoryPrivateDns("-NoWait", null));
        }

        CreationOptions options = new(AllowInconclusive, NoWait, TimeSpan.FromSeconds(TimeoutSeconds), RemoveOnFailure, ReplaceFailed)
        {
            EnablesPrivateDnsAfterwards = EnablePrivateDns is not null,
        };
        _sessions = new CreationSessions(
            new Choices(SubnetSelection, RouteTableSelection, PolicyTemplate, OrganizationId),
            options,
            BeginEvaluation(new EvaluationParameters(Settings)),
            this,
            (region, evaluator) => new SafeCreation(Pump, Connection, region, evaluator, options, this, Stop));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        PSObject given = ParameterSetName == InputObjectSet ? InputObject : PSObject.AsPSObject(Request());
        object target = ParameterSetName == InputObjectSet ? InputObject : VpcId!;
        try
        {
            InputDocument document = ModuleServices.Reader.Read(new PSObjectNode(given), "request");
            foreach (InputProblem problem in document.Problems)
            {
                WriteError(Errors.Input(problem, target));
            }

            if (document is { Problems.Count: 0, Configs.Count: 0 })
            {
                WriteError(Errors.NoRequest(target));
            }

            foreach (EndpointConfig config in document.Configs)
            {
                _sessions.Create(config, Region?[0] ?? config.Region.KnownOrDefault ?? HomeRegion, target);
            }
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

    private Hashtable Request()
    {
        string[] notRequested = [.. OwnNames, .. CommonParameters, .. OptionalCommonParameters, nameof(Region), nameof(ProfileName), nameof(ProfileLocation), nameof(AccessKey), nameof(SecretKey), nameof(SessionToken), nameof(Credential), nameof(EndpointUrl), nameof(AllowInsecure)];
        Hashtable request = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, object value) in MyInvocation.BoundParameters.Where(pair => !notRequested.Contains(pair.Key, StringComparer.OrdinalIgnoreCase)))
        {
            request[name] = value;
        }

        if (Tag is not null)
        {
            request["Tags"] = Tag.Cast<DictionaryEntry>().Select(tag => (object)new Hashtable { ["Key"] = tag.Key.ToString(), ["Value"] = tag.Value?.ToString() ?? string.Empty }).ToArray();
        }

        return request;
    }
}
