using VpcEndpointTools.Live;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Creation;

/// <summary>Deletes endpoints that failed: one that this command is proved to have created, or one whose replacement was approved.</summary>
internal sealed class FailedEndpointRemoval(EndpointCalls calls, CreationOptions options)
{
    private const string NotFound = "InvalidVpcEndpointId.NotFound";

    /// <summary>What becomes of an endpoint that failed after its creation, in a sentence.</summary>
    public string After(SafeVpcEndpoint failed, CreationProof proof)
    {
        string left = $"It is still there and is billed until it is deleted: Remove-EC2VpcEndpoint -VpcEndpointId {failed.VpcEndpointId}";
        if (!options.RemoveOnFailure)
        {
            return left;
        }

        if (!proof.IsYes)
        {
            return $"-RemoveOnFailure did not delete it, because it is not proved that this command created it: {proof.Reason}. {left}";
        }

        return Delete(failed.VpcEndpointId) is { } problem ? $"{problem} {left}" : "AWS accepted its deletion.";
    }

    /// <summary>Deletes failed endpoints of the same request; says what is left where one could not be deleted, else null.</summary>
    public string? Replace(IReadOnlyList<EndpointConfig> failed, CreationProgress progress)
    {
        List<string> deleted = [];
        foreach (EndpointConfig endpoint in failed)
        {
            progress.Replaced = endpoint.VpcEndpointId.Known;
            if (Delete(endpoint.VpcEndpointId.Known) is { } problem)
            {
                string before = deleted.Count == 0 ? string.Empty : $" AWS accepted the deletion of {string.Join(", ", deleted)}.";
                return $"{endpoint.VpcEndpointId}: {problem}{before}";
            }

            deleted.Add(endpoint.VpcEndpointId.Known);
        }

        return null;
    }

    // What went wrong, or null.
    private string? Delete(string id)
    {
        try
        {
            // Somebody else may have been faster.
            return calls.Delete(id) is { } refusal && !refusal.StartsWith(NotFound, StringComparison.Ordinal) 
                ? $"It could not be deleted: {refusal.TrimEnd('.')}." : null;
        }
        catch (AwsException exception)
        {
            return exception.MayHaveActed
                ? $"Whether it was deleted is not known: {exception.Message}"
                : $"It could not be deleted: {exception.Message}";
        }
    }
}
