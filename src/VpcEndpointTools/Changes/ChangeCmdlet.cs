using System.Management.Automation;
using VpcEndpointTools.Aws;
using VpcEndpointTools.Creation;
using VpcEndpointTools.Isolation;
using VpcEndpointTools.Live;

namespace VpcEndpointTools.Changes;

/// <summary>What the cmdlets have in common that change an endpoint which is there.</summary>
public abstract class ChangeCmdlet : AwsCmdlet, IChangeVoice
{
    private AwsConnection? _connection;
    private string? _home;

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

    void IChangeVoice.Say(string message) => WriteVerbose(message);

    void IChangeVoice.Warn(string message) => WriteWarning(message);

    void IChangeVoice.Fail(ErrorRecord error) => WriteError(error);

    void IChangeVoice.Waiting(string endpointId, string state, double share) =>
        WriteProgress(new ProgressRecord(1, $"Waiting for {endpointId}",
            state) { PercentComplete = (int)Math.Clamp(100 * share, 0, 100) });

    void IChangeVoice.Waited() => WriteProgress(new ProgressRecord(1, "Waiting", "done") { RecordType = ProgressRecordType.Completed });

    // WriteWarning throws when the pipeline is being stopped; the host still listens.
    void IChangeVoice.LastWords(string message) => Host.UI.WriteWarningLine(message);

    /// <summary>Where the change of an endpoint takes place: -Region, the Region that the object names, or the connection's
    /// own.</summary>
    private protected ChangeSite Site(string? regionOfTarget, Deadline deadline)
    {
        _connection ??= Connect();
        AwsPump pump = new(this, deadline.Token);
        string region = Region?[0] ?? regionOfTarget
            ?? (_home ??= Pump.Run(() => ModuleServices.Aws.FindRegionsAsync(_connection, [], Pump, Stop))[0]);
        return new ChangeSite(pump, _connection, region, deadline);
    }

    /// <summary>Asks ShouldProcess: a line for -WhatIf and -Verbose, the whole of it for the question.</summary>
    private protected bool Ask(string action, string what, out bool isPlan)
    {
        bool approved = ShouldProcess($"{action}.", $"{action}?{(what.Length > 0 ? " " : string.Empty)}{what}",
            MyInvocation.MyCommand.Name, out ShouldProcessReason reason);
        isPlan = reason == ShouldProcessReason.WhatIf;
        return approved;
    }
}
