using System.Management.Automation;
using VpcEndpointTools.Aws;
using VpcEndpointTools.Creation;

namespace VpcEndpointTools.Changes;

/// <summary>What the cmdlets have in common that change an endpoint which is there.</summary>
public abstract class ChangeCmdlet : AwsCmdlet
{
    /// <summary>Goes on where something that would stop it could not be excluded.</summary>
    [Parameter]
    public SwitchParameter AllowInconclusive { get; set; }

    /// <summary>Does not wait until AWS shows it.</summary>
    [Parameter]
    public SwitchParameter NoWait { get; set; }

    /// <summary>How long each endpoint may take, from the first look to the last, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86_400)]
    public int TimeoutSeconds { get; set; } = 600;

    /// <inheritdoc/>
    protected override void BeginProcessing() => CheckRegions(isLive: false);

    /// <summary>Where the change of an endpoint takes place: -Region, the Region that the object names, or the connection's
    /// own.</summary>
    private protected ChangeSite Site(string? regionOfTarget, Deadline deadline)
    {
        AwsPump pump = new(this, deadline.Token);
        return new ChangeSite(pump, Connection, Region?[0] ?? regionOfTarget ?? HomeRegion, deadline);
    }
}
