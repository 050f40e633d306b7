using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.PeerComparison;
using VpcEndpointTools.Tests.Docs;
using VpcEndpointTools.Tests.Engine;
using VpcEndpointTools.Tests.Templates;

// Who finds what: every failing example of docs/rules that a template can express, through the rules of this module and through cfn-lint.
// With --quick the same on three pages and one shipped template, without times: that it works, no figures.
const int QuickPages = 3;
bool quick = args is ["--quick"];
if (args.Length > 0 && !quick)
{
    Console.Error.WriteLine("PeerComparison takes no argument but --quick.");
    return 64;
}

string? version = CfnLint.Version();
if (version is null)
{
    Console.Error.WriteLine("cfn-lint is not installed (pip install cfn-lint): nothing to compare with.");
    return 1;
}

string folder = Path.Combine(Repository.Root, "out", quick ? "peer-comparison-quick" : "peer-comparison");
if (Directory.Exists(folder))
{
    Directory.Delete(folder, recursive: true);
}

Directory.CreateDirectory(folder);
List<Case> cases = [];
int skipped = 0;
foreach (string id in RulePage.Ids.Take(quick ? QuickPages : int.MaxValue))
{
    RulePage page = RulePage.Read(id);
    foreach ((PageExample example, bool wrong) in page.FailingExamples.Select(item => (item, true)).Concat(page.PassingExamples.Select(item => (item, false))))
    {
        // What only a state, or only the user's word, makes wrong stands in no template.
        JsonNode input = JsonNode.Parse(example.Input)!;
        if (example.Settings is not null || !Case.IsRequest(input))
        {
            skipped += wrong ? 1 : 0;
            continue;
        }

        Case item = new(id, wrong, string.Create(CultureInfo.InvariantCulture, $"{id}-{(wrong ? "wrong" : "right")}-{cases.Count}.json"), example);
        File.WriteAllText(Path.Combine(folder, item.File), TemplateWriter.Write(input, example.Snapshot is null ? null : JsonNode.Parse(example.Snapshot)));
        cases.Add(item);
    }
}

ILookup<string, string> peer = CfnLint.Lint(folder);

// What the peer also says of the right examples of the same page is not about this mistake.
ILookup<string, string> always = cases.Where(item => !item.IsWrong).SelectMany(item => peer[item.File].Select(rule => (item.Id, rule))).ToLookup(pair => pair.Id, pair => pair.rule, StringComparer.Ordinal);
List<Case> wrongOnes = [.. cases.Where(item => item.IsWrong)];
List<(Case Case, string Rules)> found = [.. wrongOnes
    .Select(item => (item, string.Join(' ', peer[item.File].Except(always[item.Id], StringComparer.Ordinal).Where(rule => rule[0] is 'E' or 'W').Distinct().Order(StringComparer.Ordinal))))
    .Where(pair => pair.Item2.Length > 0)];
int ours = wrongOnes.Count(item => item.IsFound());
List<Case> right = [.. cases.Where(item => !item.IsWrong)];

StringBuilder table = new();
table.AppendLine(CultureInfo.InvariantCulture, $"{wrongOnes.Count} wrong configurations ({skipped} more cannot be written as a template), {right.Count} right ones; cfn-lint is {version}.");
table.AppendLine();
table.AppendLine("| Family | Wrong configurations | VpcEndpointTools | cfn-lint |");
table.AppendLine("| --- | ---: | ---: | ---: |");
foreach (IGrouping<string, Case> family in wrongOnes.GroupBy(item => RuleCatalog.Find(item.Id)!.Info.Family))
{
    table.AppendLine(CultureInfo.InvariantCulture, $"| {family.Key} | {family.Count()} | {family.Count(item => item.IsFound())} | {found.Count(pair => family.Contains(pair.Case))} |");
}

table.AppendLine(CultureInfo.InvariantCulture, $"| All | {wrongOnes.Count} | {ours} | {found.Count} |");
table.AppendLine(CultureInfo.InvariantCulture, $"| Right ones called an error | {right.Count} | {right.Count(item => item.HasError())} | {right.Count(item => peer[item.File].Any(rule => rule[0] == 'E'))} |");
table.AppendLine();
foreach (IGrouping<string, (Case Case, string Rules)> rules in found.GroupBy(pair => pair.Rules).OrderBy(group => group.Key, StringComparer.Ordinal))
{
    table.AppendLine(CultureInfo.InvariantCulture, $"- cfn-lint {rules.Key}: {string.Join(", ", rules.Select(pair => pair.Case.Id).Distinct())}");
}

Console.Write(table);
Console.WriteLine();
Console.Write(ShippedTemplates.Compare(quick));
if (!quick)
{
    Console.WriteLine();
    Console.Write(ShippedTemplates.Time(Path.Combine(folder, "..")));
}

return 0;
