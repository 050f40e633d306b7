using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using System.Text;
using System.Text.Json.Nodes;
using VpcEndpointTools.Emulator;
using VpcEndpointTools.Tests.Engine;
using VpcEndpointTools.Tests.Live.Creation;

namespace VpcEndpointTools.Tests.Live;

/// <summary>Every call of a command, and everything that can happen to it. A subclass says what to run, and what must hold
/// afterwards.</summary>
/// <remarks>In each cell an endpoint of somebody else stands beside, which must stay as it is.</remarks>
internal abstract class ChangeMatrix
{
    private const string Aws = "-AccessKey a -SecretKey s -Region eu-west-1 -Confirm:$false";

    // Seconds that a cell has beyond its own -TimeoutSeconds: the last look (3), and the start of a loaded machine.
    private const int Grace = 50;

    private static readonly string[] Faults =
    [
        "throttled", "500", "503", "500 after", "cut before", "cut after", "denied", "hang, Ctrl+C", "hang, time over", "somebody else",
            "lag",
    ];

    // What surrounds an endpoint is read by many calls that are all alike.
    private static readonly string[] FaultsOfSurroundings = ["500", "denied", "hang, Ctrl+C", "somebody else"];
    private static readonly string[] OwnCalls = ["CreateVpcEndpoint", "ModifyVpcEndpoint", "DeleteVpcEndpoints", "DescribeVpcEndpoints"];
    private static readonly string[] Surroundings = ["DescribeVpcs", "DescribeSubnets", "DescribeRouteTables",
        "DescribeNetworkInterfaces"];

    /// <summary>True for the calls that this matrix is about.</summary>
    protected virtual bool Covers(IReadOnlyList<string> before, string action) => true;

    /// <summary>The command, with its own parameters only.</summary>
    protected abstract string Command { get; }

    /// <summary>Makes what the command is about; gives its id, or null where the command itself makes it.</summary>
    protected abstract string? SetUp(Ec2Region region);

    /// <summary>Somebody else does it, or the worst thing, right before a call.</summary>
    protected abstract void Meanwhile(Ec2Region region, string? id);

    /// <summary>Describes lag behind.</summary>
    protected virtual void Lag(Ec2Region region) => region.StaleDescribes = 2;

    /// <summary>What is false of what was told; empty where all is true.</summary>
    protected abstract string Lie(CellRun run);

    /// <summary>What is wrong after the same command again without any fault; empty where it has converged.</summary>
    protected abstract string NotConverged(CellRun run);

    /// <summary>Runs all cells; the table of them, and how many are wrong.</summary>
    public (string Table, IReadOnlyList<string> Wrong, int Cells) Run()
    {
        List<(string Action, int Number)> calls = HappyPath();
        List<(string Action, int Number, string Fault)> cells =
            [.. calls.SelectMany(call =>
                (OwnCalls.Contains(call.Action) ? Faults : FaultsOfSurroundings).Select(fault => (call.Action, call.Number, fault)))];
        ConcurrentDictionary<(string Action, int Number, string Fault), string> results = new();

        // Most of the time is waiting: for the SDK's retries, and for what hangs.
        ConcurrentBag<ModuleSession> sessions = [];
        Parallel.For(0, cells.Count, new ParallelOptions { MaxDegreeOfParallelism = 12 }, i =>
        {
            ModuleSession session = sessions.TryTake(out ModuleSession? free) ? free : new ModuleSession();
            results[cells[i]] = Cell(session, cells[i].Action, cells[i].Number, cells[i].Fault);
            sessions.Add(session);
        });
        foreach (ModuleSession session in sessions)
        {
            session.Dispose();
        }

        List<string> wrong = [.. results.Where(pair => pair.Value.StartsWith("WRONG", StringComparison.Ordinal))
            .Select(pair => $"{pair.Key}: {pair.Value}")];
        return (Table(calls, results), wrong, cells.Count);
    }

    private List<(string Action, int Number)> HappyPath()
    {
        using Ec2Server server = Start(out _, out _);
        using ModuleSession session = new();
        SessionAnswer answer = session.Run($"{Full(server)} -TimeoutSeconds 30");
        Assert.Empty(answer.Errors);
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        List<string> before = [];
        List<(string, int)> calls = [];
        foreach (string action in server.Calls.Select(call => call.Action))
        {
            int number = counts[action] = counts.GetValueOrDefault(action) + 1;
            if ((OwnCalls.Contains(action) || Surroundings.Contains(action)) && Covers(before, action))
            {
                calls.Add((action, number));
            }

            before.Add(action);
        }

        return calls;
    }

    private string Cell(ModuleSession session, string action, int number, string fault)
    {
        using Ec2Server server = Start(out string? id, out string others);
        Ec2Region region = server.Region("eu-west-1");
        Inject(server.Faults, region, id, action, number, fault);
        Stopwatch watch = Stopwatch.StartNew();

        // What hangs is given up by the time, or by Ctrl+C long before it.
        int limit = fault == "hang, time over" ? 2 : 60;
        string command = $"{Full(server)} -TimeoutSeconds {limit.ToString(CultureInfo.InvariantCulture)}";
        SessionAnswer first = fault == "hang, Ctrl+C" ? Interrupted(session, command, server) : session.Run(command);
        CellRun run = new(first, region, id, server.Calls, fault);
        string wrong = watch.Elapsed.TotalSeconds > limit + Grace ? $"took {watch.Elapsed.TotalSeconds:F1} s"
            : Others(region, id, run.Made) != others ? $"something of others has changed: {Others(region, id, run.Made)}"
            : run.Answer is { Output.Count: 0, Errors.Count: 0, Warnings.Count: 0 } ? "nothing was told"
            : Lie(run);
        if (wrong.Length > 0)
        {
            return $"WRONG: {wrong} | told: {run.Told}";
        }

        string shown = Convert.ToString(run.Output("Removed") ?? run.Output("Changed") ?? run.Output("Created"),
            CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : "error";
        server.Faults.Clear();
        (region.StaleDescribes, region.PendingDescribes) = (0, 1);
        SessionAnswer second = session.Run($"{Full(server)} -TimeoutSeconds 60");
        string after = NotConverged(new CellRun(second, region, id, server.Calls, fault));
        return after.Length > 0 ? $"WRONG: the second run: {after} | {string.Join("; ", second.Errors)} | the first: {run.Told}" : shown;
    }

    private string Full(Ec2Server server) => $"{Command} {Aws} -EndpointUrl {server.Url}";

    private Ec2Server Start(out string? id, out string others)
    {
        Ec2Server server = Ec2Server.Start();
        Ec2Region region = server.Region("eu-west-1");
        region.Load(EmulatedRegion.Account(1, 2, 0));
        string other = (string)region.Act("CreateVpcEndpoint",
            ChangeRequests.Interface("kms", EmulatedRegion.Id("subnet", 0),
            EmulatedRegion.Id("subnet", 1)))["VpcEndpoint"]!["VpcEndpointId"]!;
        region.Accept(other);
        id = SetUp(region);
        others = Others(region, id, []);
        return server;
    }

    // All endpoints but the command's own, and the routes, groups and subnets.
    private static string Others(Ec2Region region, string? id, IReadOnlyList<string> made)
    {
        lock (region.SyncRoot)
        {
            IEnumerable<JsonObject> endpoints = region.Resources("VpcEndpoints").OfType<JsonObject>()
                .Where(endpoint => (string?)endpoint["VpcEndpointId"] != id && !made.Contains((string)endpoint["VpcEndpointId"]!));
            return string.Join('\n', endpoints.Select(endpoint => endpoint.ToJsonString())) + region.Resources("RouteTables")
                .ToJsonString() + region.Resources("SecurityGroups").ToJsonString();
        }
    }

    private void Inject(FaultScript faults, Ec2Region region, string? id, string action, int number, string fault)
    {
        switch (fault)
        {
            case "somebody else":
                faults.Before(action, number, _ =>
                {
                    lock (region.SyncRoot)
                    {
                        Meanwhile(region, id);
                    }
                });
                break;
            case "lag":
                Lag(region);
                faults.CutAfter(action, number);
                break;
            case "hang, time over":
                faults.Hang(action, number);
                break;
            default:
                CreationFaults.Inject(faults, action, number, fault);
                break;
        }
    }

    // Ctrl+C when the call hangs; what the pipeline's streams no longer take comes by way of the host, whose buffer is the same.
    private static SessionAnswer Interrupted(ModuleSession session, string command, Ec2Server server)
    {
        using PowerShell shell = session.Begin(command);
        SpinWait.SpinUntil(() => server.Calls.Any(call => call.Outcome == "Hang")
            || shell.InvocationStateInfo.State != PSInvocationState.Running, TimeSpan.FromSeconds(60));
        shell.Stop();
        return new SessionAnswer([], [.. shell.Streams.Error], [.. shell.Streams.Warning.Select(warning => warning.Message)]);
    }

    private static string Table(
        List<(string Action, int Number)> calls, ConcurrentDictionary<(string Action, int Number, string Fault), string> results)
    {
        StringBuilder table = new();
        table.Append(CultureInfo.InvariantCulture,
            $"{results.Count} cells: what the first run said of it (the second always converges)\n");
        table.Append(CultureInfo.InvariantCulture, $"{"call",-36}{string.Concat(Faults.Select(fault => $"{fault,16}"))}\n");
        foreach ((string action, int number) in calls)
        {
            IEnumerable<string> row = Faults.Select(fault => results.GetValueOrDefault((action, number, fault), "-"))
                .Select(result => $"{(result.StartsWith("WRONG", StringComparison.Ordinal) ? "WRONG" : result),16}");
            table.Append(CultureInfo.InvariantCulture, $"{$"{action} {number}",-36}{string.Concat(row)}\n");
        }

        return table.ToString();
    }
}

/// <summary>What a run in a cell told, and what there is.</summary>
internal sealed record CellRun(SessionAnswer Answer, Ec2Region Region, string? Id, IReadOnlyList<ReceivedCall> Calls, string Fault)
{
    /// <summary>All that was told, in one text.</summary>
    public string Told =>
        string.Join('\n',
        Answer.Output.Select(item => item.ToString()).Concat(Answer.Errors.Select(error => $"{error.FullyQualifiedErrorId}: {error}"))
        .Concat(Answer.Warnings));

    /// <summary>The endpoint as it is; null where it is gone.</summary>
    public JsonObject? Endpoint =>
        Region.Resources("VpcEndpoints").OfType<JsonObject>().FirstOrDefault(endpoint => (string?)endpoint["VpcEndpointId"] == Id);

    /// <summary>Endpoints of the service that the command makes.</summary>
    public IReadOnlyList<string> Made => [.. Region.Resources("VpcEndpoints").OfType<JsonObject>()
        .Where(endpoint => ((string?)endpoint["ServiceName"])?.EndsWith(".ssm", StringComparison.Ordinal) == true)
            .Select(endpoint => (string)endpoint["VpcEndpointId"]!)];

    public object? Output(string property) => Answer.Output.Count == 1 ? Answer.Output[0].Properties[property]?.Value : null;

    public bool Says(string text) => Told.Contains(text, StringComparison.Ordinal);

    public int Sent(string action) => Calls.Count(call => call.Action == action);
}

/// <summary>Requests for the emulator.</summary>
internal static class ChangeRequests
{
    public static JsonObject Interface(string service, params string[] subnets) => new()
    {
        ["VpcEndpointType"] = "Interface", ["VpcId"] = EmulatedRegion.Id("vpc", 0),
            ["ServiceName"] = $"com.amazonaws.eu-west-1.{service}", ["PrivateDnsEnabled"] = true,
        ["SubnetIds"] = new JsonArray([.. subnets.Select(subnet => JsonValue.Create(subnet))]),
            ["SecurityGroupIds"] = new JsonArray(EmulatedRegion.Id("sg", 0)),
    };
}
