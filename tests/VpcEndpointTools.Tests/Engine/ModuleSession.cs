using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;

namespace VpcEndpointTools.Tests.Engine;

/// <summary>A runspace of the real engine with the built module imported, as a user has it.</summary>
public sealed class ModuleSession : IDisposable
{
    private readonly Runspace _runspace;

    public ModuleSession()
        : this(null)
    {
    }

    internal ModuleSession(PSHost? host)
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.RemoteSigned;
        }

        state.ImportPSModule([InstalledModule.Manifest]);
        _runspace = host is null ? RunspaceFactory.CreateRunspace(state) : RunspaceFactory.CreateRunspace(host, state);
        _runspace.Open();
    }

    /// <summary>Runs a script with arguments; a terminating error is among the errors.</summary>
    public SessionAnswer Run(string script, params object?[] arguments)
    {
        using PowerShell shell = PowerShell.Create();
        shell.Runspace = _runspace;
        shell.AddScript(script);
        foreach (object? argument in arguments)
        {
            shell.AddArgument(argument);
        }

        Collection<PSObject> output = [];
        List<ErrorRecord> errors = [];
        try
        {
            output = shell.Invoke();
        }
        catch (RuntimeException exception)
        {
            errors.Add(exception.ErrorRecord);
        }

        errors.InsertRange(0, shell.Streams.Error);
        return new SessionAnswer([.. output], errors, [.. shell.Streams.Warning.Select(warning => warning.Message)])
        {
            Progress = [.. shell.Streams.Progress],
        };
    }

    /// <summary>Starts a script and leaves it running.</summary>
    public PowerShell Begin(string script)
    {
        PowerShell shell = PowerShell.Create();
        shell.Runspace = _runspace;
        shell.AddScript(script).BeginInvoke();
        return shell;
    }

    /// <summary>What the engine offers at the end of a line.</summary>
    public IReadOnlyList<string> Complete(string line) => [.. Offers(line).Select(match => match.CompletionText)];

    /// <summary>What the engine offers at the end of a line, with its tooltips.</summary>
    public IReadOnlyList<CompletionResult> Offers(string line)
    {
        using PowerShell shell = PowerShell.Create();
        shell.Runspace = _runspace;
        return [.. CommandCompletion.CompleteInput(line, line.Length, null, shell).CompletionMatches];
    }

    public void Dispose() => _runspace.Dispose();
}

/// <summary>What came out of a script.</summary>
public sealed record SessionAnswer(IReadOnlyList<PSObject> Output, IReadOnlyList<ErrorRecord> Errors, IReadOnlyList<string> Warnings)
{
    /// <summary>The progress records, in order.</summary>
    public IReadOnlyList<ProgressRecord> Progress { get; init; } = [];

    /// <summary>The one thing that came out, without an error.</summary>
    public dynamic Single
    {
        get
        {
            Assert.Empty(Errors);
            return Assert.Single(Output);
        }
    }

    /// <summary>The only error, of that id.</summary>
    public ErrorRecord OnlyError(string id)
    {
        ErrorRecord error = Assert.Single(Errors);
        Assert.StartsWith(id + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        return error;
    }

    /// <summary>A property of each output object, in order.</summary>
    public IReadOnlyList<string?> Each(string property) => [.. Output.Select(item => item.Properties[property].Value?.ToString())];
}
