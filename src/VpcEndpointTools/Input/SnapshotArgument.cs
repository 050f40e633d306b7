using System.Management.Automation;
using VpcEndpointTools.Isolation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Input;

/// <summary>Reads what was given as -Snapshot: a path, a file, or an object with the members of the describe answers.</summary>
internal static class SnapshotArgument
{
    private const string Expected = "an object with the members of describe answers (Vpcs, Subnets, RouteTables, VpcEndpoints, ...).";

    /// <summary>The snapshot, or the error that ends the cmdlet: verdicts without the surroundings that were asked for would mislead.</summary>
    public static NetworkSnapshot? Read(object argument, SessionState session, CancellationToken stop, out ErrorRecord? error)
    {
        object? value = argument is PSObject wrapper ? wrapper.BaseObject : argument;
        ErrorRecord? unreadable = null;
        InputFiles files = new(session, record => unreadable = record, stop) { Expected = Expected };
        error = null;
        if (value is NetworkSnapshot ready)
        {
            return ready;
        }

        InputDocument? document = value switch
        {
            string path => files.Literal(path).Select(files.Read).FirstOrDefault(),
            FileInfo file => files.Read(file.FullName),
            _ => ModuleServices.Reader.Read(new PSObjectNode(argument), "snapshot"),
        };
        if (document is null)
        {
            error = unreadable;
        }
        else if (document.Problems.Count > 0)
        {
            error = Errors.Input(document.Problems[0], argument);
        }
        else if (document.Snapshot is null)
        {
            error = Errors.InvalidSnapshot($"{value}: not a snapshot. Expected {Expected}", argument);
        }

        return error is null ? document!.Snapshot! with { IsGiven = true } : null;
    }
}
