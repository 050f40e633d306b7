using System.Diagnostics;
using System.Globalization;
using System.Text;
using VpcEndpointTools.Emulator;
using VpcEndpointTools.Tests.Engine;
using Xunit.Abstractions;

namespace VpcEndpointTools.Tests.Live;

/// <summary>Every call of a creation and of a reading, and every answer to it that is none: within the time, never two endpoints, never an empty list that is taken for one.</summary>
public sealed class NonAnswerMatrixTests(ITestOutputHelper output)
{
    private const string Home = "eu-west-1";
    private const string Keys = "-AccessKey a -SecretKey s -Region eu-west-1";

    // A reading gives up after three attempts; a broken member takes as long as one, and Ctrl+C is always at hand.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private static readonly string Creation =
        $"New-SafeVpcEndpoint {EmulatedRegion.Id("vpc", 0)} ssm -SubnetId {EmulatedRegion.Id("subnet", 0)}, {EmulatedRegion.Id("subnet", 1)} -SecurityGroupId {EmulatedRegion.Id("sg", 0)} "
        + $"-PrivateDnsEnabled $true -TimeoutSeconds 40 {Keys}";

    private static readonly string Reading = $"Test-VpcEndpointConfig -VpcId * {Keys}";

    private static readonly BrokenAnswer[] Stalls = [BrokenAnswer.StallAfterHeaders, BrokenAnswer.HalfBody, BrokenAnswer.Dribble];

    private static readonly BrokenAnswer[] Others =
        [BrokenAnswer.Portal, BrokenAnswer.Json, BrokenAnswer.Empty, BrokenAnswer.OtherService, BrokenAnswer.TruncatedXml, BrokenAnswer.MissingMember, BrokenAnswer.Redirect(307, new Uri("http://127.0.0.1:1/"))];

    [Fact]
    public void CreationMakesOneOrNoneAndSaysWhich() => Run(Creation, [Stalls[1], Others[0], Others[4], Others[5], Others[6]], 0, (session, server, action, number, broken) =>
    {
        server.Faults.Break(action, broken, number);
        string command = $"{Creation} -EndpointUrl {server.Url}";
        Stopwatch watch = Stopwatch.StartNew();
        SessionAnswer first = session.Run(command);
        TimeSpan elapsed = watch.Elapsed;
        List<string> made = Ids(server);
        string told = string.Join('\n', first.Each("VpcEndpointId").Concat(first.Errors.Select(error => error.ToString())).Concat(first.Warnings));
        server.Faults.Clear();
        SessionAnswer second = session.Run(command);
        List<string> after = Ids(server);
        return made.Count > 1 || after.Count != 1 ? $"WRONG: {made.Count} endpoints, then {after.Count}"
            : elapsed > Limit ? $"WRONG: {elapsed}"
            : made.Count == 0 && (first.Output.Count > 0 || first.Errors.Count == 0) ? "WRONG: told of an endpoint that is not there"
            : made.Count == 1 && !told.Contains(made[0], StringComparison.Ordinal) && !told.Contains("not known", StringComparison.Ordinal) ? $"WRONG: {made[0]} was not told: {told}"
            : second.Errors.Count > 0 || second.Each("VpcEndpointId") is not [var again] || again != after[0] ? $"WRONG: second run: {string.Join("; ", second.Errors)}"
            : made.Count.ToString(CultureInfo.InvariantCulture);
    });

    [Fact]
    public void ReadingIsWholeOrSaysWhatItLacks() => Run(Reading, [.. Stalls, .. Others], 2, (session, server, action, _, broken) =>
    {
        server.Faults.Break(action, broken);
        Stopwatch watch = Stopwatch.StartNew();
        SessionAnswer answer = session.Run($"{Reading} -EndpointUrl {server.Url}");
        bool failed = answer.Errors.Count > 0;
        bool isAccount = action == "GetCallerIdentity";
        return watch.Elapsed > Limit ? $"WRONG: {watch.Elapsed}"
            : failed && answer.Output.Count > 0 ? "WRONG: results beside an error of their Region"
            : failed ? "error"
            : answer.Output.Count != 2 ? $"WRONG: {answer.Output.Count} results"
            : answer.Warnings.Any(warning => warning.Contains($"ec2:{action}", StringComparison.Ordinal)) ? "unknown"
            : isAccount ? "not needed"
            : "WRONG: nothing was said";
    });

    private static List<string> Ids(Ec2Server server) => [.. server.Region(Home).Resources("VpcEndpoints").Select(endpoint => (string)endpoint!["VpcEndpointId"]!)];

    private static Ec2Server Start(int endpoints)
    {
        Ec2Server server = Ec2Server.Start();
        server.Region(Home).Load(EmulatedRegion.Account(1, 2, endpoints));
        return server;
    }

    private static List<(string Action, int Number)> HappyPath(string command, int endpoints)
    {
        using Ec2Server server = Start(endpoints);
        using ModuleSession session = new();
        Assert.Empty(session.Run($"{command} -EndpointUrl {server.Url}").Errors);
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        return [.. server.Calls.Select(call => (call.Action, counts[call.Action] = counts.GetValueOrDefault(call.Action) + 1))];
    }

    private void Run(string command, BrokenAnswer[] answers, int endpoints, Func<ModuleSession, Ec2Server, string, int, BrokenAnswer, string> cell)
    {
        List<(string Action, int Number)> calls = HappyPath(command, endpoints);
        string[] results = new string[calls.Count * answers.Length];
        Parallel.For(0, results.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, () => new ModuleSession(), (i, _, session) =>
        {
            (string action, int number) = calls[i / answers.Length];
            using Ec2Server server = Start(endpoints);
            results[i] = cell(session, server, action, number, answers[i % answers.Length]);
            return session;
        }, session => session.Dispose());

        StringBuilder table = new();
        table.Append(CultureInfo.InvariantCulture, $"{results.Length} cells of {command.Split(' ')[0]}\n{"call",-42}{string.Concat(answers.Select(answer => $"{answer.Name,18}"))}\n");
        for (int i = 0; i < calls.Count; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{$"{calls[i].Action} {calls[i].Number}",-42}{string.Concat(results.Skip(i * answers.Length).Take(answers.Length).Select(result => $"{result,18}"))}\n");
        }

        output.WriteLine(table.ToString());
        Assert.DoesNotContain(results, result => result.StartsWith("WRONG", StringComparison.Ordinal));
    }
}
