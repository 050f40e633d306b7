using System.Management.Automation;
using VpcEndpointTools.Emulator;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Live.Creation;

/// <summary>Compares what a creation says with what there is; each check answers with what is wrong, or with nothing.</summary>
internal sealed class CreationTruth(Ec2Server server, Ec2Region region, List<string> theirs)
{
    // What a second run may answer with in place of an endpoint.
    private static readonly string[] Ends = ["FailedEndpointExists", "EndpointExistsWithOtherSettings"];

    /// <summary>All that the commands under test have created so far.</summary>
    public IReadOnlyList<string> Ours => [.. region.EverCreated.Except(theirs, StringComparer.Ordinal)];

    private HashSet<string> Living => [.. region.Resources("VpcEndpoints").Where(endpoint => (string?)endpoint!["State"] is not ("deleting" or "deleted")).Select(endpoint => (string)endpoint!["VpcEndpointId"]!)];

    private IEnumerable<string> Deleted => server.Calls.Where(call => call.Action == "DeleteVpcEndpoints").Select(call => call.Parameters["VpcEndpointId.1"]);

    /// <summary>After the first run.</summary>
    public string Check(SessionAnswer answer)
    {
        string all = string.Join('\n', answer.Each("VpcEndpointId").Concat(answer.Errors.Select(error => error.ToString())).Concat(answer.Warnings));
        List<string> wrong = [];
        if (Ours.Count > 1)
        {
            wrong.Add($"{Ours.Count} endpoints of ours");
        }

        wrong.AddRange(Deleted.Intersect(theirs).Select(id => $"{id} of others was deleted"));
        wrong.AddRange(Ours.Where(id => !all.Contains(id, StringComparison.Ordinal) && !all.Contains("is not known", StringComparison.Ordinal)).Select(id => $"{id} is not told: {all}"));
        foreach (PSObject endpoint in answer.Output)
        {
            string id = (string)endpoint.Properties["VpcEndpointId"].Value;
            string created = (string)endpoint.Properties["Created"].Value;
            if ((created == "Yes" && !Ours.Contains(id)) || (created == "No" && Ours.Contains(id)) || (created is not ("Yes" or "No" or "Unknown")))
            {
                wrong.Add($"{id} Created {created}, ours are {string.Join(' ', Ours)}");
            }
        }

        if (Ours.Count > 0 && all.Contains("Not created:", StringComparison.Ordinal))
        {
            wrong.Add($"created all the same: {all}");
        }

        if (all.Contains("accepted its deletion", StringComparison.Ordinal) != Deleted.Any())
        {
            wrong.Add($"deletions: {string.Join(' ', Deleted)}, told: {all}");
        }

        if (all.Length == 0)
        {
            wrong.Add("nothing was told");
        }

        return string.Join("; ", wrong);
    }

    /// <summary>After the same command again, when nothing goes wrong any more.</summary>
    public string CheckAgain(SessionAnswer answer)
    {
        string errors = string.Join("; ", answer.Errors.Select(error => error.ToString()));
        bool ends = answer.Output is [{ } again] && Living.Contains((string)again.Properties["VpcEndpointId"].Value);
        return Ours.Count(Living.Contains) > 1 ? $"; again: {Ours.Count(Living.Contains)} living endpoints of ours"
            : Deleted.Intersect(theirs).Any() ? "; again: one of others was deleted"
            : ends || answer.Errors.Any(error => Ends.Contains(error.FullyQualifiedErrorId.Split(',')[0])) ? string.Empty
            : $"; again: {answer.Output.Count} out, {errors}";
    }
}
