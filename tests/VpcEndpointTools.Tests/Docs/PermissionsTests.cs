using System.Text;
using System.Text.RegularExpressions;
using VpcEndpointTools.Emulator;
using VpcEndpointTools.Tests.Engine;
using VpcEndpointTools.Tests.Live;
using Xunit.Abstractions;

namespace VpcEndpointTools.Tests.Docs;

/// <summary>The IAM policy of each cmdlet is made of the calls that it was seen to make, and every call that the module can make was seen.</summary>
[Collection("Pages")]
public sealed partial class PermissionsTests(ITestOutputHelper output) : IDisposable
{
    private const int Width = 140;
    private const string Home = "eu-west-1";

    // Everybody may ask who they are: no policy can deny it.
    private const string Identity = "GetCallerIdentity";

    private static readonly string Vpc = EmulatedRegion.Id("vpc", 0);
    private static readonly string Endpoint = EmulatedRegion.Id("vpce", 0);

    private static readonly string Making =
        $"New-SafeVpcEndpoint @aws {Vpc} sns -SubnetId {EmulatedRegion.Id("subnet", 0)}, {EmulatedRegion.Id("subnet", 1)} -SecurityGroupId {EmulatedRegion.Id("sg", 0)} -PrivateDnsEnabled $true -Tag @{{ Name = 'sns' }}";

    // All ways in which each cmdlet asks. A live cmdlet that is not here fails the test.
    private static readonly Dictionary<string, string[]> Ways = new(StringComparer.Ordinal)
    {
        ["Test-VpcEndpointConfig"] =
        [
            "Test-VpcEndpointConfig @aws -VpcId *", $"Test-VpcEndpointConfig @aws -VpcEndpointId {Endpoint}", "Test-VpcEndpointConfig @all -VpcId *",
            $"@{{ VpcId = '{Vpc}'; VpcEndpointType = 'Interface'; ServiceName = 'com.amazonaws.eu-west-1.ssm' }} | Test-VpcEndpointConfig @aws -Live",
        ],
        ["Export-VpcEndpointSnapshot"] = ["Export-VpcEndpointSnapshot @aws -Path $p0/x.json", "Export-VpcEndpointSnapshot @all -Path $p0", $"Export-VpcEndpointSnapshot @aws -Path $p0/y.json -VpcId {Vpc}"],
        ["Get-EndpointRecommendation"] = [$"Get-EndpointRecommendation ssm, s3 @aws -VpcId {Vpc}", "Get-EndpointRecommendation ssm @all -VpcId *"],
        ["Get-VpcEndpointService"] = ["Get-VpcEndpointService @aws -Live", "Get-VpcEndpointService ssm @aws -Live -OutFile $p0/services.json"],
        ["New-SafeVpcEndpoint"] =
        [
            Making,
            $"{Making.Replace("sns", "logs", StringComparison.Ordinal)} -RemoveOnFailure",
            $"{Making.Replace("sns", "kms", StringComparison.Ordinal)} -EnablePrivateDns AfterAvailable",

            // What failed is deleted, where it can be proved to be the command's own or is to be replaced.
            $"{Making.Replace("sns", "sqs", StringComparison.Ordinal)}; $null = {Making.Replace("sns", "sqs", StringComparison.Ordinal)} -ReplaceFailed",
        ],
        ["Edit-SafeVpcEndpoint"] = [$"Edit-SafeVpcEndpoint @aws {Endpoint} -PrivateDnsEnabled $false -Confirm:$false"],
        ["Remove-SafeVpcEndpoint"] = [$"Remove-SafeVpcEndpoint @aws {Endpoint} -AllowInUse -Confirm:$false"],
    };

    // What AWS asks for beside the action itself: the dependent actions of the Service Authorization Reference, read 2026-11-27 in a library
    // that is made of it; https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html itself could not be opened.
    private static readonly Dictionary<string, string[]> AlsoNeeded = new(StringComparer.Ordinal)
    {
        ["CreateVpcEndpoint"] = ["ec2:CreateTags", "route53:AssociateVPCWithHostedZone"],
    };

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void PoliciesAreMadeOfTheCalls()
    {
        using ModuleSession session = new();
        string[] live = [.. session.Run("(Get-Command -Module VpcEndpointTools | Where-Object { $_.Parameters.ContainsKey('EndpointUrl') }).Name").Output.Select(name => name.ToString()).Order(StringComparer.Ordinal)];
        Assert.NotEmpty(live);
        Dictionary<string, string[]> calls = live.ToDictionary(cmdlet => cmdlet, cmdlet => CallsOf(session, cmdlet), StringComparer.Ordinal);
        string[] made = InSources(Path.Combine("src", "VpcEndpointTools.Ec2"), Call());
        string[] known = [.. made.Concat(InSources(Path.Combine("src", "VpcEndpointTools.Rules", "Model", "Members"), Row())).Distinct().Order(StringComparer.Ordinal)];
        string[] seen = [.. calls.Values.SelectMany(all => all).Distinct().Except([Identity]).Order(StringComparer.Ordinal)];
        Assert.Equal(known.Except([Identity]), seen);

        // Each has its row of what its answer must have: without one an empty page would pass for an empty list.
        Assert.Equal(seen, InSources(Path.Combine("src", "VpcEndpointTools.Ec2"), AnswerRow()));
        Write("live.md", calls.Where(pair => pair.Value.All(IsReading)));
        Write("creation.md", calls.Where(pair => !pair.Value.All(IsReading)));
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private static string[] InSources(string folder, Regex action) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => action.Matches(File.ReadAllText(file)).Select(match => match.Groups["action"].Value)).Distinct().Order(StringComparer.Ordinal),
    ];

    private static bool IsReading(string action) => action == Identity || action.StartsWith("Describe", StringComparison.Ordinal);

    private string[] CallsOf(ModuleSession session, string cmdlet)
    {
        Assert.True(Ways.ContainsKey(cmdlet), $"{cmdlet} asks AWS: say in {nameof(PermissionsTests)} how it is called.");
        HashSet<string> actions = new(StringComparer.Ordinal);

        // With endpoints, which tell whose account it is, and without; one that becomes available, and one that fails.
        foreach ((int endpoints, int? fails) in new (int, int?)[] { (1, null), (0, null), (1, 1) })
        {
            foreach (string way in Ways[cmdlet])
            {
                using Ec2Server server = Ec2Server.Start();
                server.Region(Home).Load(EmulatedRegion.Account(1, 2, endpoints));
                server.Region(Home).FailAfterDescribes = fails;
                session.Run(
                    $"param($p0) $ConfirmPreference = 'None'; $aws = @{{ AccessKey = 'AKIAEXAMPLE'; SecretKey = 's'; EndpointUrl = '{server.Url}'; Region = '{Home}' }}; $all = $aws.Clone(); $all.Region = 'eu-*'; $null = {way}",
                    _folder.FullName);
                actions.UnionWith(server.Calls.Select(call => call.Action));
            }
        }

        return [.. actions.Order(StringComparer.Ordinal)];
    }

    private void Write(string page, IEnumerable<KeyValuePair<string, string[]>> calls)
    {
        StringBuilder text = new();
        foreach (IGrouping<string, string> same in calls.GroupBy(pair => Policy(pair.Value), pair => pair.Key, StringComparer.Ordinal).OrderBy(group => group.First(), StringComparer.Ordinal))
        {
            text.Append('\n').Append(string.Join(", ", same.Select(cmdlet => $"`{cmdlet}`"))).Append(":\n\n```json\n").Append(same.Key).Append("\n```\n");
        }

        string path = Path.Combine(Repository.Root, "docs", page);
        string now = DocsFile.Read(path);
        Assert.Matches(Section(), now);
        DocsFile.Compare(output, path, Section().Replace(now, match => $"{match.Groups["head"].Value}{text}\n## "));
    }

    private static string Policy(string[] calls)
    {
        IEnumerable<string> actions = calls.Where(call => call != Identity).SelectMany(call => AlsoNeeded.GetValueOrDefault(call, []).Prepend($"ec2:{call}")).Distinct().Order(StringComparer.Ordinal);
        StringBuilder list = new();
        int column = 0;
        foreach (string action in actions)
        {
            string part = $"\"{action}\"";
            bool isFirst = list.Length == 0;
            bool breaks = isFirst || column + part.Length + 2 > Width;
            list.Append(isFirst ? string.Empty : ",").Append(breaks ? "\n        " : " ").Append(part);
            column = breaks ? 8 + part.Length : column + part.Length + 2;
        }

        return "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [\n    {\n      \"Effect\": \"Allow\",\n      \"Action\": [" + list + "\n      ],\n      \"Resource\": \"*\"\n    }\n  ]\n}";
    }

    [GeneratedRegex(@"\bclient\.(?<action>(?!Send)[A-Z]\w+)Async\(", RegexOptions.ExplicitCapture)]
    private static partial Regex Call();

    // The calls of the rows of members, which are made all alike.
    [GeneratedRegex(@"Ec2 = new\(""(?<action>\w+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Row();

    [GeneratedRegex(@"new\(""(?<action>[A-Z]\w+)"", ""\w+""\),", RegexOptions.ExplicitCapture)]
    private static partial Regex AnswerRow();

    // The introduction of the section ends with a line that ends with a colon or a full stop before the first policy.
    [GeneratedRegex("(?<head>## Permissions\n\n(?:(?!`|\n#).*\n)+?)(\n`(?:.|\n)*?)?\n## ", RegexOptions.ExplicitCapture)]
    private static partial Regex Section();
}
