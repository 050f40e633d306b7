using System.Diagnostics;
using System.Globalization;
using System.Text;
using VpcEndpointTools.Emulator;
using VpcEndpointTools.Tests.Engine;
using Xunit.Abstractions;

namespace VpcEndpointTools.Tests.Live.Creation;

/// <summary>
/// What goes on around a creation, and what its calls meet at the same time: never two endpoints of ours, nothing of others touched, every statement true, every
/// run within its limit.
/// </summary>
public sealed class CircumstanceMatrixTests(ITestOutputHelper output)
{
    private const int Limit = 20;

    // A private name would keep a second endpoint out: it must be us who make none.
    private static readonly string Command =
        $"New-SafeVpcEndpoint {EmulatedRegion.Id("vpc", 0)} ssm -SubnetId {EmulatedRegion.Id("subnet", 0)}, {EmulatedRegion.Id("subnet", 1)} "
        + $"-SecurityGroupId {EmulatedRegion.Id("sg", 0)} -PrivateDnsEnabled $false -AccessKey a -SecretKey s -Region eu-west-1 -TimeoutSeconds {Limit}";

    private static readonly (string Action, int Number)[] Places = [("CreateVpcEndpoint", 1), ("CreateVpcEndpoint", 2), ("DescribeVpcEndpoints", 2), ("DescribeVpcEndpoints", 3)];

    private static readonly string[] Faults = ["throttled", "500", "503", "500 after", "cut before", "cut after", "denied"];

    [Fact]
    public void NeverTwoNothingOfOthersAndNoLie()
    {
        List<(Circumstance Around, string Action, int Number, string Fault)> cells =
        [
            .. Circumstance.All.SelectMany(around => Places.SelectMany(place => Faults.Select(fault => (around, place.Action, place.Number, fault)))),
            .. Circumstance.All.Select(around => (around, string.Empty, 0, "no fault")),
        ];
        string[] results = new string[cells.Count];
        Stopwatch watch = Stopwatch.StartNew();
        using (ShortPauses pauses = new())
        {
            Parallel.For(0, cells.Count, new ParallelOptions { MaxDegreeOfParallelism = 4 }, () => new ModuleSession(), (i, _, session) =>
            {
                results[i] = Cell(session, cells[i].Around, cells[i].Action, cells[i].Number, cells[i].Fault);
                return session;
            }, session => session.Dispose());
        }

        output.WriteLine(Table(results, watch.Elapsed));
        Assert.True(cells.Count >= 500, $"only {cells.Count} cells");
        Assert.Empty(cells.Zip(results).Where(pair => pair.Second.Contains("WRONG", StringComparison.Ordinal))
            .Select(pair => $"{pair.First.Around.Name}, {pair.First.Action} {pair.First.Number} {pair.First.Fault}: {pair.Second}"));
    }

    private static string Cell(ModuleSession session, Circumstance around, string action, int number, string fault)
    {
        using Ec2Server server = Ec2Server.Start();
        Ec2Region region = server.Region("eu-west-1");
        region.Load(EmulatedRegion.Account(1, 2, 0));
        List<string> theirs = [];
        around.Arrange(server, region, theirs);
        CreationFaults.Inject(server.Faults, action, number, fault);
        string command = $"{Command} -EndpointUrl {server.Url}";
        Stopwatch watch = Stopwatch.StartNew();
        SessionAnswer first = session.Run($"{command} -RemoveOnFailure");
        CreationTruth truth = new(server, region, theirs);
        string lie = truth.Check(first);
        if (watch.Elapsed > TimeSpan.FromMinutes(10))
        {
            lie += $" took {watch.Elapsed.TotalSeconds:F0} s";
        }

        int made = truth.Ours.Count;
        server.Faults.Clear();
        (region.HiddenDescribes, region.PendingDescribes, region.FailAfterDescribes) = (0, 1, null);
        SessionAnswer second = session.Run($"{command} -NoWait");
        lie += truth.CheckAgain(second);
        return lie.Length > 0 ? $"WRONG: {lie}" : string.Create(CultureInfo.InvariantCulture, $"{made}{(first.Output.Count > 0 ? first.Each("Created")[0]![0] : '-')}");
    }

    private static string Table(string[] results, TimeSpan time)
    {
        StringBuilder table = new();
        table.Append(CultureInfo.InvariantCulture, $"{results.Length} cells in {time.TotalSeconds:F0} s: endpoints of ours after the first run, and what it says of Created (Y, N, U; - without an endpoint)\n");
        table.Append(CultureInfo.InvariantCulture, $"{"",-24}{string.Concat(Places.Select(place => $"{place.Action} {place.Number}".PadRight(Faults.Length * 4)))}\n");
        for (int i = 0; i < Circumstance.All.Count; i++)
        {
            IEnumerable<string> row = results.Skip(i * Places.Length * Faults.Length).Take(Places.Length * Faults.Length).Append(results[^(Circumstance.All.Count - i)]);
            table.Append(CultureInfo.InvariantCulture, $"{Circumstance.All[i].Name,-24}{string.Concat(row.Select(result => $"{result[..Math.Min(3, result.Length)],-4}"))}\n");
        }

        return table.ToString();
    }
}
