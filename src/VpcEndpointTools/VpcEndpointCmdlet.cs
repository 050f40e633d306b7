using System.Management.Automation;

namespace VpcEndpointTools;

/// <summary>What all cmdlets of the module have: a token that Ctrl+C cancels.</summary>
public abstract class VpcEndpointCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    private protected CancellationToken Stop => _stop.Token;

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();

    /// <summary>Ends the cmdlet with the error, if there is one.</summary>
    private protected void ThrowIfAny(ErrorRecord? error)
    {
        if (error is not null)
        {
            ThrowTerminatingError(error);
        }
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
