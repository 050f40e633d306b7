using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace VpcEndpointTools.Shell;

/// <summary>One runspace of the engine and what runs in it.</summary>
internal sealed class ShellSession : IDisposable
{
    private readonly ShellHost _host;
    private readonly Runspace _runspace;
    private PowerShell? _running;

    public ShellSession(TextWriter output, TextWriter errors)
    {
        _host = new ShellHost(output, errors);

        // CreateDefault2 has the Core commands only: all that the engine's package has.
        InitialSessionState state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.RemoteSigned;
        }

        _runspace = RunspaceFactory.CreateRunspace(_host, state);
        _runspace.Open();
    }

    /// <summary>Imports a module, or throws.</summary>
    public void Import(string module)
    {
        using PowerShell shell = Create();
        shell.AddCommand("Import-Module").AddParameter("Name", module).AddParameter("ErrorAction", ActionPreference.Stop).Invoke();
    }

    /// <summary>Runs a script. Its output is formatted; so are its errors, to standard error.</summary>
    /// <returns>The exit code.</returns>
    public int Run(string script)
    {
        using PowerShell shell = Create();
        shell.AddScript(script).AddCommand("Out-Default");
        shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        _running = shell;
        try
        {
            shell.Invoke();
        }
        catch (PipelineStoppedException)
        {
            return 130;
        }
        catch (RuntimeException exception)
        {
            _host.ShowError(exception.ErrorRecord);
            return _host.ExitCode ?? 1;
        }
        finally
        {
            _running = null;
        }

        return _host.ExitCode ?? (_host.SawError ? 1 : 0);
    }

    /// <summary>Reads and runs line after line until the input ends or says exit.</summary>
    public int Converse(TextReader input)
    {
        int code = 0;
        while (_host.ExitCode is null)
        {
            _host.UI.Write("PS> ");
            if (input.ReadLine() is not { } line)
            {
                break;
            }

            code = Run(line);
        }

        return _host.ExitCode ?? code;
    }

    /// <summary>Ends what is running, as Ctrl+C does.</summary>
    public void Stop() => _running?.BeginStop(null, null);

    public void Dispose() => _runspace.Dispose();

    private PowerShell Create()
    {
        PowerShell shell = PowerShell.Create();
        shell.Runspace = _runspace;
        return shell;
    }
}
