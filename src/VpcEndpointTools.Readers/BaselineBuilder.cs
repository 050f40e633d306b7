using System.Globalization;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers;

/// <summary>Collects findings from results, or from findings themselves, as ConvertTo-Json or a variable holds them.</summary>
internal sealed class BaselineBuilder(string source)
{
    /// <summary>What a user can give, for error messages.</summary>
    public const string Expected = "results of Test-VpcEndpointConfig (Test-VpcEndpointConfig ... | ConvertTo-Json -Depth 6), or their findings, as JSON.";

    private readonly List<BaselineFinding> _findings = [];

    /// <summary>Throws <see cref="InputException"/> where the input is something else.</summary>
    public BaselineDocument Build(InputNode root)
    {
        Add(root, "the input");
        return new BaselineDocument { Findings = _findings };
    }

    private void Add(InputNode node, string place)
    {
        if (node.Kind == InputKind.List)
        {
            for (int i = 0; i < node.Items.Count; i++)
            {
                Add(node.Items[i], string.Create(CultureInfo.InvariantCulture, $"[{i}]"));
            }

            return;
        }

        NodeReader reader = NodeReader.Of(node, source, place);
        if (reader.Text("RuleId").KnownOrDefault is { } rule && reader.Text("Target").KnownOrDefault is { } target)
        {
            _findings.Add(new BaselineFinding(rule, target, reader.Text("Property").KnownOrDefault));
        }
        else if (reader.Find("Results") is { Kind: InputKind.List } report && reader.Find("Tool") is not null)
        {
            // A report of Export-VpcEndpointReport.
            Add(report, $"{place}.Results");
        }
        else if (reader.Find("Findings") is { } findings && reader.Find("Outcome") is not null)
        {
            // ConvertTo-Json of Windows PowerShell writes a list of one as the one; too little -Depth writes it as text.
            Add(findings, $"{place}.Findings");
            if (reader.Find("SuppressedFindings") is { Kind: InputKind.List } suppressed)
            {
                Add(suppressed, $"{place}.SuppressedFindings");
            }
        }
        else
        {
            throw new InputException(new InputProblem("InvalidBaseline", $"{place} is neither a result nor a finding. Expected {Expected}", source, node.Line, node.Column));
        }
    }
}
