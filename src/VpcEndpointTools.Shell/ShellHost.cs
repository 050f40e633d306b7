using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace VpcEndpointTools.Shell;

/// <summary>What the engine asks of its host: where to write, and what to do on exit.</summary>
internal sealed class ShellHost(TextWriter output, TextWriter errors) : PSHost
{
    private readonly ShellUserInterface _ui = new(output, errors);

    /// <summary>What 'exit' asked for, else null.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>True when anything was written to the error stream.</summary>
    public bool SawError => _ui.SawError;

    public override string Name => "VpcEndpointTools.Shell";

    public override Version Version => typeof(ShellHost).Assembly.GetName().Version!;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    public override PSHostUserInterface UI => _ui;

    /// <summary>Shows an error that ended the script: there is no pipeline left to format it.</summary>
    public void ShowError(ErrorRecord record)
    {
        UI.WriteErrorLine(record.Exception.Message);
        if (!string.IsNullOrEmpty(record.InvocationInfo?.PositionMessage))
        {
            UI.WriteErrorLine(record.InvocationInfo.PositionMessage);
        }
    }

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public override void EnterNestedPrompt() => throw new NotSupportedException("This host has no nested prompt.");

    public override void ExitNestedPrompt() => throw new NotSupportedException("This host has no nested prompt.");

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }
}
