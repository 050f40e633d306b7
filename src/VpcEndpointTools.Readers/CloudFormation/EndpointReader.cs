using VpcEndpointTools.Readers.Templates;
using VpcEndpointTools.Readers.Yaml;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.CloudFormation;

/// <summary>Reads the endpoints of a template in one scenario.</summary>
/// <remarks>An endpoint that hangs on conditions which nothing decides is read once for each combination that changes it.</remarks>
internal sealed class EndpointReader(
    Template template, ReadingOptions options, StandInIds ids, TemplateParts parts, Scenario scenario, string? scenarioText, CancellationToken stop)
{
    /// <summary>Above this many undecided conditions of one endpoint their values are left unknown.</summary>
    private const int MostConditions = 4;

    /// <summary>Adds one, tested or as a neighbour of those that are. A neighbour that may not be made is left out.</summary>
    public void Add(string name, InputNode resource, InputNode? properties, bool isTested)
    {
        // It is tested as it is where it is made at all.
        Dictionary<string, bool> assumed = new(StringComparer.Ordinal);
        if (Template.ConditionOf(resource) is { } own && Deploy().Condition(own) is not true)
        {
            if (!isTested)
            {
                return;
            }

            assumed[own] = true;
        }

        Deployment first = Deploy(assumed);
        string? macro = Macro(properties);
        BuiltNode request = EndpointResources.Read(resource, properties, first, macro);
        List<string> undecided = [.. first.Undecided.Where(condition => MattersTo(properties, condition)).Order(StringComparer.Ordinal)];
        string? text = Scenario.Join(scenarioText, assumed.Count == 0 ? null : $"{assumed.Keys.Single()} is true");
        if (undecided.Count is 0 or > MostConditions)
        {
            parts.AddEndpoint(name, request, isCertain: undecided.Count == 0 && assumed.Count == 0, scenario: text, isTested: isTested);
            return;
        }

        if (!isTested)
        {
            return;
        }

        for (int values = 0; values < 1 << undecided.Count; values++)
        {
            Dictionary<string, bool> taken = new(assumed, StringComparer.Ordinal);
            for (int i = 0; i < undecided.Count; i++)
            {
                taken[undecided[i]] = (values & (1 << i)) == 0;
            }

            string label = string.Join(", ", undecided.Select(condition => $"{condition} {(taken[condition] ? "true" : "false")}"));
            parts.AddEndpoint(
                $"{name} ({label})", EndpointResources.Read(resource, properties, Deploy(taken), macro), resource: name, isCertain: false,
                scenario: Scenario.Join(text, string.Join(", ", undecided.Select(condition => $"{condition} is {(taken[condition] ? "true" : "false")}"))));
        }
    }

    private Deployment Deploy(Dictionary<string, bool>? assumed = null) => new(template, options, ids, stop, scenario, assumed);

    private string? Macro(InputNode? properties) => template.Macros is [var whole, ..] ? whole
        : properties?.Member("Fn::Transform") is { } own ? own.Member("Name")?.Text ?? "Fn::Transform"
        : null;

    // Conditions asked for by name in the endpoint's own properties; those behind them are decided with them.
    private static bool MattersTo(InputNode? node, string condition) => node switch
    {
        { Kind: InputKind.Object, Names: ["Fn::If"] } => (node.Member("Fn::If")!.Items is [var first, ..] && Scalars.Name(first) == condition)
            || node.Member("Fn::If")!.Items.Any(item => MattersTo(item, condition)),
        { Kind: InputKind.Object } => node.Names.Any(name => MattersTo(node.Member(name), condition)),
        { Kind: InputKind.List } => node.Items.Any(item => MattersTo(item, condition)),
        _ => false,
    };
}
