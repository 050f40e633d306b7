using VpcEndpointTools.Model;

namespace VpcEndpointTools.Creation;

/// <summary>How far a creation has come, for the last words after Ctrl+C.</summary>
internal sealed class CreationProgress
{
    /// <summary>True once a request that could change something is under way.</summary>
    public bool HasSent { get; set; }

    /// <summary>The failed endpoint whose deletion was sent last, to be replaced.</summary>
    public string? Replaced { get; set; }

    /// <summary>The endpoint of the request, as it was last seen.</summary>
    public SafeVpcEndpoint? Endpoint { get; set; }

    /// <summary>Whether this command created it.</summary>
    public CreationProof? Proof { get; set; }

    /// <summary>What is there, in a sentence or two. Where nothing says so yet it takes one more short look.</summary>
    public string Describe(EndpointCalls calls, EndpointConfig request, NetworkSnapshot before)
    {
        if (Endpoint is { } endpoint)
        {
            return $"Stopped: {endpoint.VpcEndpointId} is in {calls.Region} (state {endpoint.State} when last seen) and is left there. "
                + Author(Proof);
        }

        if (!HasSent)
        {
            return Replaced is null ? Stopping.NothingDone : $"{Stopping.NothingDone} The deletion of {Replaced}, which had failed, was sent.";
        }

        if (calls.LookAfterStop(request.VpcId.Known) is not { } list)
        {
            return $"Stopped while the creation was under way: whether there is an endpoint in {request.VpcId} is not known. "
                + "The same command again finds it, and makes no second one.";
        }

        return (list.Same(request) ?? list.NewlyBroken(request, before)) is { } made && before.VpcEndpoints?.Any(old => old.VpcEndpointId.Is(made.VpcEndpointId)) != true
            ? $"Stopped: {made.VpcEndpointId} is in {calls.Region} (state {made.State}) and is left there. {Author(null)}"
            : "Stopped while the creation was under way: AWS lists no endpoint of this request now; whether one was created is not known. "
                + "The same command again finds it, and makes no second one.";
    }

    private static string Author(CreationProof? proof) => proof?.Created switch
    {
        CreationProof.Yes => "This command created it.",
        CreationProof.No => "This command did not create it.",
        _ => "Whether this command created it is not known.",
    };
}
