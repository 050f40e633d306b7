using System.Globalization;
using System.Management.Automation.Host;

namespace VpcEndpointTools.Tests.Engine;

/// <summary>A host with a screen of 120 columns and nobody before it: the views ask how wide the screen is.</summary>
/// <remarks>Made in a process of PowerShell, which loads these tests for it (<see cref="ShellProcess.Page"/>).</remarks>
public sealed class PageHost : PSHost
{
    private readonly PageInterface _interface = new();

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "Page";

    public override PSHostUserInterface UI => _interface;

    public override Version Version => new(1, 0);

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode)
    {
    }
}
