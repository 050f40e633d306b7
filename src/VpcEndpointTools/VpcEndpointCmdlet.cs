using System.Management.Automation;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Input;
using VpcEndpointTools.Settings;

namespace VpcEndpointTools;

/// <summary>What all cmdlets of the module have: a token that Ctrl+C cancels.</summary>
public abstract class VpcEndpointCmdlet : PSCmdlet, IVoice, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    private protected CancellationToken Stop => _stop.Token;

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();

    void IVoice.Write(object output) => WriteObject(output);

    void IVoice.Say(string message) => WriteVerbose(message);

    void IVoice.Warn(string message) => WriteWarning(message);

    void IVoice.Fail(ErrorRecord error) => WriteError(error);

    Exception IVoice.End(ErrorRecord error)
    {
        ThrowTerminatingError(error);
        return error.Exception;
    }

    bool IVoice.Ask(string action, string question, object? plan, string? caption)
    {
        bool approved = ShouldProcess(action, question, caption ?? MyInvocation.MyCommand.Name, out ShouldProcessReason reason);
        if (plan is not null && reason == ShouldProcessReason.WhatIf)
        {
            WriteObject(plan);
        }

        return approved;
    }

    void IVoice.Progress(int id, string activity, string status, double share) =>
        WriteProgress(new ProgressRecord(id, activity, status) { PercentComplete = (int)Math.Clamp(100 * share, 0, 100) });

    void IVoice.EndProgress(int id, string activity) =>
        WriteProgress(new ProgressRecord(id, activity, "done") { RecordType = ProgressRecordType.Completed });

    // WriteWarning throws when the pipeline is being stopped; the host still listens.
    void IVoice.LastWords(string message) => Host.UI.WriteWarningLine(message);

    /// <summary>The rules with the catalogue and the settings, once for the whole call; what is wrong with them ends it.</summary>
    private protected RuleEvaluator BeginEvaluation(EvaluationParameters given)
    {
        ModuleSettings settings = SettingsArgument.Read(given, SessionState, this, Stop);
        IReadOnlyList<Rule> rules = RuleSelection.Select(given.IncludeRule, settings.Exclude.Concat(given.ExcludeRule ?? []), this);
        return new RuleEvaluator(rules, given.Catalog ?? settings.Catalog, settings.Evaluation);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases the token.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stop.Dispose();
        }
    }
}
