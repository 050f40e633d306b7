using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace VpcEndpointTools.Tests.Engine;

/// <summary>Asks nobody; errors and warnings go to standard error.</summary>
internal sealed class PageInterface : PSHostUserInterface
{
    public override PSHostRawUserInterface RawUI { get; } = new PageScreen();

    public override bool SupportsVirtualTerminal => true;

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        throw new NotSupportedException();

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        throw new NotSupportedException();

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        throw new NotSupportedException();

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) => throw new NotSupportedException();

    public override string ReadLine() => string.Empty;

    public override SecureString ReadLineAsSecureString() => throw new NotSupportedException();

    public override void Write(string value) => Console.Write(value);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Console.Write(value);

    public override void WriteLine(string value) => Console.WriteLine(value);

    public override void WriteErrorLine(string value) => Console.Error.WriteLine(value);

    public override void WriteWarningLine(string message) => Console.Error.WriteLine(message);

    public override void WriteVerboseLine(string message) => Console.Error.WriteLine(message);

    public override void WriteDebugLine(string message) => Console.Error.WriteLine(message);

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
    }
}
