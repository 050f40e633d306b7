using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace VpcEndpointTools.Shell;

/// <summary>Writes to the console's two streams; asks nothing.</summary>
internal sealed class ShellUserInterface(TextWriter output, TextWriter errors) : PSHostUserInterface
{
    private const string CannotAsk = "This host cannot ask. Give all parameters, and -Confirm:$false where it applies.";

    /// <summary>True when anything was written to the error stream.</summary>
    public bool SawError { get; private set; }

    public override PSHostRawUserInterface RawUI { get; } = new ShellRawUserInterface();

    // Whoever says Ansi wants colours in a file too.
    public override bool SupportsVirtualTerminal => !Console.IsOutputRedirected || PSStyle.Instance.OutputRendering == OutputRendering.Ansi;

    public override void Write(string value) => output.Write(Rendered(value));

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    public override void WriteLine(string value) => output.WriteLine(Rendered(value));

    public override void WriteErrorLine(string value)
    {
        SawError = true;
        errors.WriteLine(GetOutputString(value, supportsVirtualTerminal: !Console.IsErrorRedirected));
    }

    public override void WriteWarningLine(string message) => errors.WriteLine("WARNING: " + message);

    public override void WriteVerboseLine(string message) => errors.WriteLine("VERBOSE: " + message);

    public override void WriteDebugLine(string message) => errors.WriteLine("DEBUG: " + message);

    public override void WriteInformation(InformationRecord record) => output.WriteLine(record.ToString());

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        // A log has no use for a bar that moves.
    }

    public override string ReadLine() => Console.In.ReadLine() ?? string.Empty;

    public override SecureString ReadLineAsSecureString() => throw new NotSupportedException(CannotAsk);

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        throw new NotSupportedException(CannotAsk);

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        throw new NotSupportedException(CannotAsk);

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        throw new NotSupportedException(CannotAsk);

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) => throw new NotSupportedException(CannotAsk);

    // Colour is for eyes: the engine leaves it to the host to drop it where the output is no terminal.
    private string Rendered(string value) => GetOutputString(value, SupportsVirtualTerminal);
}
