using System.Globalization;
using System.Management.Automation;
using System.Text;
using VpcEndpointTools.Emulator;
using VpcEndpointTools.Tests.Engine;
using VpcEndpointTools.Tests.Live.Creation;
using Xunit.Abstractions;

namespace VpcEndpointTools.Tests.Live;

/// <summary>Every call of a creation, and everything that can happen to it: never two endpoints, never a lie, and the same command again converges.</summary>
public sealed class FaultMatrixTests(ITestOutputHelper output)
{
    private static readonly string Command =
        $"New-SafeVpcEndpoint {EmulatedRegion.Id("vpc", 0)} ssm -SubnetId {EmulatedRegion.Id("subnet", 0)}, {EmulatedRegion.Id("subnet", 1)} -SecurityGroupId {EmulatedRegion.Id("sg", 0)} "
        + "-PrivateDnsEnabled $true -AccessKey a -SecretKey s -Region eu-west-1";

    private static readonly string[] Faults = ["throttled", "500", "503", "500 after", "hang, Ctrl+C", "cut before", "cut after", "denied"];

    [Fact]
    public void NeverTwoNeverALieAndTheSameAgainConverges()
    {
        List<(string Action, int Number)> calls = HappyPath();
        List<(string Action, int Number, string Fault)> cells = [.. calls.SelectMany(call => Faults.Select(fault => (call.Action, call.Number, fault)))];
        Assert.True(cells.Count >= 100, $"only {cells.Count} cells");
        string[] results = new string[cells.Count];

        using ShortPauses pauses = new();
        Parallel.For(0, cells.Count, new ParallelOptions { MaxDegreeOfParallelism = 4 }, () => new ModuleSession(), (i, _, session) =>
        {
            results[i] = Cell(session, cells[i].Action, cells[i].Number, cells[i].Fault);
            return session;
        }, session => session.Dispose());

        output.WriteLine(Table(calls, results));
        Assert.DoesNotContain(results, result => result.StartsWith("WRONG", StringComparison.Ordinal));
    }

    // The calls in the order of arrival, each with its number among those of its kind; of a kind the first three differ in what hangs on them.
    private static List<(string Action, int Number)> HappyPath()
    {
        using Ec2Server server = Start();
        using ModuleSession session = new();
        Assert.Empty(session.Run($"{Command} -EndpointUrl {server.Url}").Errors);
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        List<(string, int)> calls = [];
        foreach (ReceivedCall call in server.Calls)
        {
            calls.Add((call.Action, counts[call.Action] = counts.GetValueOrDefault(call.Action) + 1));
        }

        // The account is asked for beside the rest, and what it says is only needed to tell a shared VPC.
        return calls;
    }

    private static string Cell(ModuleSession session, string action, int number, string fault)
    {
        using Ec2Server server = Start();
        CreationFaults.Inject(server.Faults, action, number, fault);
        string command = $"{Command} -EndpointUrl {server.Url}";
        SessionAnswer first = fault.StartsWith("hang", StringComparison.Ordinal) ? Interrupted(session, command, server, action, number) : session.Run(command);
        List<string> made = Ids(server);
        string told = Told(first, made);
        server.Faults.Clear();
        SessionAnswer second = session.Run(command);
        List<string> after = Ids(server);
        bool converges = second.Errors.Count == 0 && second.Output is [{ } again] && after.Count == 1 && (string)again.Properties["VpcEndpointId"].Value == after[0] && (made.Count == 0 || made[0] == after[0]);
        return made.Count > 1 ? "WRONG: two"
            : told.Length > 0 ? $"WRONG: {told}"
            : !converges ? $"WRONG: second run: {string.Join("; ", second.Errors)} {after.Count} endpoints"
            : made.Count.ToString(CultureInfo.InvariantCulture);
    }

    private static Ec2Server Start()
    {
        Ec2Server server = Ec2Server.Start();
        server.Region("eu-west-1").Load(EmulatedRegion.Account(1, 2, 0));
        return server;
    }

    // Ctrl+C when the call hangs; what the pipeline's streams no longer take comes by way of the host, whose buffer is the same.
    private static SessionAnswer Interrupted(ModuleSession session, string command, Ec2Server server, string action, int number)
    {
        using PowerShell shell = session.Begin(command);
        Eventually.True(() => server.Calls.Any(call => call.Outcome == "Hang") || shell.InvocationStateInfo.State != PSInvocationState.Running, "the call that hangs");
        Assert.True(server.Calls.Any(call => call.Outcome == "Hang"), $"{action} {number} never came");
        shell.Stop();
        return new SessionAnswer([], [.. shell.Streams.Error], [.. shell.Streams.Warning.Select(warning => warning.Message)]);
    }

    // What the user knows must be what there is; empty where it is.
    private static string Told(SessionAnswer answer, List<string> made)
    {
        string all = string.Join('\n', answer.Output.Select(item => item.Properties["VpcEndpointId"].Value.ToString()).Concat(answer.Errors.Select(error => error.ToString())).Concat(answer.Warnings));
        bool admitsDoubt = all.Contains("is not known", StringComparison.Ordinal);
        string? created = answer.Output.Select(item => (string)item.Properties["Created"].Value).FirstOrDefault();
        return created is "No" ? "an endpoint that was created is said not to be"
            : made.Count == 1 && !all.Contains(made[0], StringComparison.Ordinal) && !admitsDoubt ? $"{made[0]} is there and was not told: {all}"
            : made.Count == 0 && answer.Output.Count > 0 ? "told of an endpoint that is not there"
            : made.Count == 0 && answer.Errors.Count == 0 && answer.Warnings.Count == 0 ? "nothing was told"
            : string.Empty;
    }

    private static List<string> Ids(Ec2Server server) => [.. server.Region("eu-west-1").Resources("VpcEndpoints").Select(endpoint => (string)endpoint!["VpcEndpointId"]!)];

    private static string Table(List<(string Action, int Number)> calls, string[] results)
    {
        StringBuilder table = new();
        table.Append(CultureInfo.InvariantCulture, $"{results.Length} cells: endpoints that there are after the first run (the second run always ends with one)\n");
        table.Append(CultureInfo.InvariantCulture, $"{"call",-42}{string.Concat(Faults.Select(fault => $"{fault,14}"))}\n");
        for (int i = 0; i < calls.Count; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{$"{calls[i].Action} {calls[i].Number}",-42}{string.Concat(results.Skip(i * Faults.Length).Take(Faults.Length).Select(result => $"{result,14}"))}\n");
        }

        return table.ToString();
    }
}
