using System.Globalization;
using VpcEndpointTools.Emulator;
using VpcEndpointTools.Tests.Live;

namespace VpcEndpointTools.Costs;

/// <summary>What looking at AWS costs in time, against the emulator.</summary>
internal static class LiveCosts
{
    private const int MostAtOnce = 10;

    public static IEnumerable<Figure> Region()
    {
        int vpcs = Effort.Size(200);
        TimeSpan latency = TimeSpan.FromMilliseconds(40);
        using Ec2Server server = Ec2Server.Start();
        server.Region("eu-west-1").Load(EmulatedRegion.Account(vpcs, 3, 5));
        server.Latency = latency;

        // The first look loads and compiles; that is another figure.
        double[] times = PowerShellClock.Run(
            $"$null = Test-VpcEndpointConfig -VpcId {EmulatedRegion.Id("vpc", 0)} {Parameters(server)}; "
            + $"foreach ($i in 1..{Effort.Times(3)}) {{ Start-Clock; $null = Test-VpcEndpointConfig -VpcId * {Parameters(server)}; Stop-Clock }}");

        // The VPCs must be known before their attributes; then ten calls at a time, each as long as the server takes.
        int calls = 2 + 11 + (2 * vpcs);
        double critical = latency.TotalMilliseconds * (1 + Math.Ceiling((calls - 1) / (double)MostAtOnce));
        yield return new Figure(
            "reading 200 VPCs and 1,000 endpoints", times.Min() / critical, "x", 1.5,
            string.Create(CultureInfo.InvariantCulture, $"of the critical path of {calls} calls of 40 ms, ten at a time ({times.Min():F0} ms; best of 3)"));
    }

    public static IEnumerable<Figure> FirstCall()
    {
        using Ec2Server server = Ec2Server.Start();
        server.Region("eu-west-1").Load(EmulatedRegion.Account(1, 2, 1));

        // Rules and reader are warm: what the SDK and the way to it cost is asked. One rule needs three kinds of calls.
        string script = "$null = Test-VpcEndpointConfig examples/vpc-snapshot.json; foreach ($i in 1..3) { Start-Clock; "
            + $"$null = Test-VpcEndpointConfig -VpcId * -IncludeRule VPCE-N001 {Parameters(server)}; Stop-Clock }}";
        double least = Enumerable.Range(0, Effort.Times(5)).Select(_ => PowerShellClock.Run(script)).Min(times => times[0] - times[1..].Min());
        double import = Enumerable.Range(0, Effort.Times(5)).Min(_ => PowerShellClock.Import(PowerShellClock.EmptyModule));
        yield return new Figure(
            "first live call, over the later ones", least, "ms", 400, string.Create(CultureInfo.InvariantCulture, $"best of 5 processes; importing an empty module takes {import:F0} ms"));
    }

    private static string Parameters(Ec2Server server) => $"-AccessKey a -SecretKey b -Region eu-west-1 -EndpointUrl {server.Url}";
}
