using System.Diagnostics;
using System.Globalization;
using System.Text;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Readers;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.PeerComparison;

/// <summary>The templates under examples/: who finds what in them, and how long whole processes take.</summary>
internal static class ShippedTemplates
{
    private const int Runs = 5;

    private static readonly string Folder = Path.Combine(Repository.Root, "examples", "templates");

    /// <summary>A table of errors; of the first template alone where it has to be quick.</summary>
    public static string Compare(bool quick)
    {
        StringBuilder table = new("| Template | VpcEndpointTools | cfn-lint |\n| --- | --- | --- |\n");
        foreach (string file in Directory.EnumerateFiles(Folder, "*.yaml").Order(StringComparer.Ordinal).Take(quick ? 1 : int.MaxValue))
        {
            using FileStream stream = File.OpenRead(file);
            IEnumerable<string> ours = new InputReader().Read(stream, file, CancellationToken.None).Configs
                .SelectMany(config => new RuleEvaluator().Evaluate(config).Findings).Where(finding => finding.Severity == nameof(Severity.Error)).Select(finding => finding.RuleId).Distinct(StringComparer.Ordinal);
            table.AppendLine(CultureInfo.InvariantCulture, $"| {Path.GetFileName(file)} | {string.Join(' ', ours)} | {string.Join(' ', CfnLint.LintOne(file))} |");
        }

        return table.ToString();
    }

    /// <summary>Whole processes, in turn, the least disturbed run of each: PowerShell with the module imported, idle and at work, and the peer.</summary>
    public static string Time(string folder)
    {
        string one = Write(Path.Combine(folder, "one.yaml"), 1);
        string many = Write(Path.Combine(folder, "many.yaml"), 400);
        (string Name, string Command, string[] Arguments)[] jobs =
        [
            ("idle", "dotnet", PowerShell("1")),
            ("ours, 1", "dotnet", PowerShell($"Test-VpcEndpointConfig '{one}' -Quiet")),
            ("cfn-lint, 1", "cfn-lint", [one]),
            ("ours, 400", "dotnet", PowerShell($"Test-VpcEndpointConfig '{many}' -Quiet")),
            ("cfn-lint, 400", "cfn-lint", [many]),
        ];
        Dictionary<string, double> best = jobs.ToDictionary(job => job.Name, _ => double.MaxValue, StringComparer.Ordinal);
        for (int run = 0; run < Runs; run++)
        {
            foreach ((string name, string command, string[] arguments) in jobs)
            {
                Stopwatch watch = Stopwatch.StartNew();
                using Process process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true })!;
                process.StandardOutput.ReadToEnd();
                process.WaitForExit();
                best[name] = Math.Min(best[name], watch.Elapsed.TotalSeconds);
            }
        }

        StringBuilder text = new("| Endpoints | cfn-lint | VpcEndpointTools in PowerShell | ratio | less the idle PowerShell |\n| ---: | ---: | ---: | ---: | ---: |\n");
        foreach (int count in new[] { 1, 400 })
        {
            (double ours, double peer) = (best[$"ours, {count}"], best[$"cfn-lint, {count}"]);
            text.AppendLine(CultureInfo.InvariantCulture, $"| {count} | {peer:F2} s | {ours:F2} s | {ours / peer:F2} | {(ours - best["idle"]) / peer:F2} |");
        }

        return text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"The idle PowerShell takes {best["idle"]:F2} s.").ToString();
    }

    private static string[] PowerShell(string command) =>
        [ToolShell.Path, "-NoProfile", "-NonInteractive", "-Command", $"Import-Module '{Path.Combine(Repository.Root, "VpcEndpointTools.psd1")}'; {command}"];

    // The sound example, its endpoint as often as wanted: ten services a VPC.
    private static string Write(string path, int endpoints)
    {
        string[] services = ["ssm", "sqs", "sns", "kms", "logs", "sts", "monitoring", "ecr.api", "ecr.dkr", "lambda"];
        StringBuilder text = new("Resources:\n");
        for (int i = 0; i < endpoints; i++)
        {
            int vpc = i / services.Length;
            if (i % services.Length == 0)
            {
                text.Append(CultureInfo.InvariantCulture, $$"""
                      Vpc{{vpc}}:
                        Type: AWS::EC2::VPC
                        Properties: { CidrBlock: 10.0.0.0/16, EnableDnsHostnames: true }
                      Subnet{{vpc}}:
                        Type: AWS::EC2::Subnet
                        Properties: { VpcId: !Ref Vpc{{vpc}}, CidrBlock: 10.0.0.0/24, AvailabilityZone: !Select [0, !GetAZs ""] }
                      Group{{vpc}}:
                        Type: AWS::EC2::SecurityGroup
                        Properties: { GroupDescription: in, VpcId: !Ref Vpc{{vpc}}, SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16 }] }

                    """);
            }

            text.Append(CultureInfo.InvariantCulture, $$"""
                  Endpoint{{i}}:
                    Type: AWS::EC2::VPCEndpoint
                    Properties: { VpcEndpointType: Interface, ServiceName: !Sub 'com.amazonaws.${AWS::Region}.{{services[i % services.Length]}}', VpcId: !Ref Vpc{{vpc}}, SubnetIds: [!Ref Subnet{{vpc}}], SecurityGroupIds: [!Ref Group{{vpc}}], PrivateDnsEnabled: true }

                """);
        }

        File.WriteAllText(path, text.ToString());
        return path;
    }
}
