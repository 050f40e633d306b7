using System.Management.Automation;
using VpcEndpointTools.Isolation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Input;

/// <summary>Reads what was given as -Snapshot: a path, a file, or an object with the members of the describe answers.</summary>
internal static class SnapshotArgument
{
    private const string Expected = "an object with the members of describe answers (Vpcs, Subnets, RouteTables, VpcEndpoints, ...).";

    /// <summary>The snapshot. What is wrong with it ends the cmdlet: verdicts without what was asked for would mislead.</summary>
    public static NetworkSnapshot Read(object argument, SessionState session, IVoice voice, CancellationToken stop)
    {
        object? value = argument is PSObject wrapper ? wrapper.BaseObject : argument;
        InputFiles files = new(session, voice.Strict, stop) { Expected = Expected };
        if (value is NetworkSnapshot ready)
        {
            return ready;
        }

        InputDocument document = value switch
        {
            string path => files.Read(files.Literal(path).First())!,
            FileInfo file => files.Read(file.FullName)!,
            _ => ModuleServices.Reader.Read(new PSObjectNode(argument), "snapshot"),
        };
        return document switch
        {
            { Problems: [var first, ..] } => throw voice.End(Errors.Input(first, argument)),
            { Snapshot: { } snapshot } => snapshot with { IsGiven = true },
            _ => throw voice.End(Errors.InvalidSnapshot($"{value}: not a snapshot. Expected {Expected}", argument)),
        };
    }
}
