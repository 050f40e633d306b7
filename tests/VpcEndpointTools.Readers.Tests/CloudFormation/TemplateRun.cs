using System.Text;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Tests.CloudFormation;

/// <summary>A template, read and tested with every rule.</summary>
internal sealed class TemplateRun
{
    private TemplateRun(string text, string? region, params (string Name, string Value)[] parameters)
    {
        InputNode? given = parameters.Length == 0 ? null : new Given(string.Empty, parameters);
        using MemoryStream content = new(Encoding.UTF8.GetBytes(text));
        Document = new InputReader().Read(content, "template.yaml", CancellationToken.None, new ReadingOptions(region, given));
        RuleEvaluator evaluator = new();
        Results = [.. Document.Configs.Select(config => evaluator.Evaluate(config, null, region))];
    }

    public InputDocument Document { get; }

    public IReadOnlyList<ConfigTestResult> Results { get; }

    /// <summary>Each endpoint in a line: name, outcome, its Errors, its scenario.</summary>
    public string[] Lines => [.. Results.Select(result => string.Join(' ', new[] { result.Target, result.Outcome }
        .Concat(result.Findings.Where(finding => finding.Severity == "Error").Select(finding => finding.RuleId["VPCE-".Length..]).Order(StringComparer.Ordinal))
        .Append(result.Scenario is null ? null : $"[{result.Scenario}]").OfType<string>()))];

    public static TemplateRun Of(string text, params (string Name, string Value)[] parameters) => new(text, null, parameters);

    public static TemplateRun In(string region, string text, params (string Name, string Value)[] parameters) => new(text, region, parameters);

    /// <summary>A file of the folder of cases.</summary>
    public static string Case(string name)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "VpcEndpointTools.slnx")))
        {
            folder = folder.Parent;
        }

        return File.ReadAllText(Path.Combine(folder!.FullName, "tests/VpcEndpointTools.Readers.Tests/Fixtures/cloudformation", name));
    }

    private sealed class Given(string text, (string Name, string Value)[] members) : InputNode
    {
        public override InputKind Kind => members.Length > 0 ? InputKind.Object : InputKind.Text;

        public override string Text => text;

        public override IReadOnlyList<InputNode> Items => [];

        public override IReadOnlyList<string> Names => [.. members.Select(member => member.Name)];

        public override InputNode? Member(string name) => Names.Contains(name, StringComparer.Ordinal) ? new Given(members.First(member => member.Name == name).Value, []) : null;
    }
}
