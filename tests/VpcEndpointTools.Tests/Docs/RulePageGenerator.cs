using System.Globalization;
using System.Text;

namespace VpcEndpointTools.Tests.Docs;

/// <summary>Writes what docs/rules says of a rule's declaration: the head of its page and the table of all rules.</summary>
internal static class RulePageGenerator
{
    private const string Begin = "<!-- generated: begin -->";
    private const string End = "<!-- generated: end -->";
    private const int AllTypes = 6;

    private static readonly string[] Families = ["Shape", "Network", "Dns", "Security", "Routing", "Lifecycle", "Resilience", "Cost", "Governance"];
    private static readonly string[] Severities = ["Error", "Warning", "Information"];

    /// <summary>A page from its title to the end of the generated block.</summary>
    public static string Head(RuleDeclaration rule) =>
        $"""
        # {rule.Id}: {rule.Title}

        {Begin}
        | | |
        | --- | --- |
        | Severity | {rule.Severity} |
        | Endpoint types | {Types(rule)} |
        | Needs | {Needs(rule)} |
        | AWS answers | {(string.IsNullOrEmpty(rule.AwsErrorCode) ? "no error" : $"`{rule.AwsErrorCode}`")} |
        | Source | <{rule.Source}> |
        | Checked | {rule.Checked.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} |
        {End}

        """.ReplaceLineEndings("\n");

    /// <summary>The head that a page has now; of a new page, whose table is not made yet, its title.</summary>
    public static string HeadOf(string page)
    {
        int end = page.IndexOf(End + "\n", StringComparison.Ordinal);
        return end >= 0 ? page[..(end + End.Length + 1)] : page[..(page.IndexOf('\n', StringComparison.Ordinal) + 1)];
    }

    /// <summary>The table of all rules.</summary>
    public static string Readme(IReadOnlyList<RuleDeclaration> rules)
    {
        StringBuilder text = new("# Rules\n\n");
        text.Append(Count(rules)).Append("\n\n")
            .Append("Error: AWS rejects it, or traffic will not flow. Warning: it works, but is risky, fragile or needlessly dear. Information: advice.\n")
            .Append("The severity is the gravest that a rule's findings have. All rules look at the configuration; \"Needs\" says at what else.\n");
        foreach (string family in Families)
        {
            RuleDeclaration[] own = [.. rules.Where(rule => rule.Family == family)];
            if (own.Length > 0)
            {
                AppendFamily(text, family, own);
            }
        }

        return text.Append("\nThis page and the table at the top of each rule's page are generated: `VPCE_UPDATE_DOCS=1 dotnet test tests/VpcEndpointTools.Tests --filter RulePages`.\n")
            .ToString();
    }

    private static void AppendFamily(StringBuilder text, string family, RuleDeclaration[] rules)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {(family == "Dns" ? "DNS" : family)}\n\n{Count(rules)}\n\n")
            .Append("| Id | Severity | Title | Endpoint types | Needs |\n| --- | --- | --- | --- | --- |\n");
        foreach (RuleDeclaration rule in rules)
        {
            text.Append(CultureInfo.InvariantCulture, $"| [{rule.Id}]({rule.Id}.md) | {rule.Severity} | {rule.Title} | {Types(rule)} | {Needs(rule)} |\n");
        }
    }

    private static string Count(IReadOnlyCollection<RuleDeclaration> rules)
    {
        IEnumerable<string> each = Severities
            .Select(severity => (Name: severity, Number: rules.Count(rule => rule.Severity == severity)))
            .Where(severity => severity.Number > 0)
            .Select(severity => $"{severity.Number} {severity.Name}");
        return $"{rules.Count} {(rules.Count == 1 ? "rule" : "rules")}: {string.Join(", ", each)}.";
    }

    private static string Types(RuleDeclaration rule) => rule.Types.Count == AllTypes ? "all" : string.Join(", ", rule.Types);

    // The flags in words: what ships with the module, what the command or the settings say, and then the members of a snapshot.
    private static string Needs(RuleDeclaration rule)
    {
        List<string> members = [.. rule.Needs.Split(", ").Where(need => need != "None")];
        if (members.Remove("VpcDnsAttributes"))
        {
            members[members.IndexOf("Vpcs")] = "Vpcs (with both DNS attributes)";
        }

        List<string> needs = [];
        if (members.Remove("Catalog"))
        {
            needs.Add("the service catalogue");
        }

        if (members.Remove("Region"))
        {
            needs.Add("the Region");
        }

        if (members.Remove("Clients"))
        {
            needs.Add("who uses the endpoint (-AccessFrom, settings)");
        }

        if (members.Remove("Settings"))
        {
            needs.Add("the settings");
        }

        if (members.Remove("Quotas"))
        {
            needs.Add("the applied quotas (a snapshot or the settings)");
        }

        if (members.Count > 0)
        {
            needs.Add($"a snapshot with {string.Join(", ", members)}");
        }

        return needs.Count == 0 ? "the configuration" : string.Join("; ", needs);
    }
}
