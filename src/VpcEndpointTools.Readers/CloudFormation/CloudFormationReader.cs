using VpcEndpointTools.Readers.Templates;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.CloudFormation;

/// <summary>Reads a CloudFormation template: its endpoints as requests, and what it defines around them. A CDK's synthesized template is the same thing.</summary>
/// <remarks>An endpoint that hangs on conditions which nothing decides is read once for each combination that changes it.</remarks>
internal sealed class CloudFormationReader
{
    /// <summary>Above this many undecided conditions of one endpoint their values are left unknown.</summary>
    private const int MostConditions = 4;

    private readonly Template _template;
    private readonly ReadingOptions _options;
    private readonly string _source;
    private readonly StandInIds _ids = new();

    private CloudFormationReader(InputNode root, string source, ReadingOptions options)
    {
        _template = new Template(root);
        _options = options;
        _source = source;
    }

    /// <summary>What the template holds.</summary>
    public static InputDocument Read(InputNode root, string source, ReadingOptions options) => new CloudFormationReader(root, source, options).Read();

    private InputDocument Read()
    {
        TemplateParts parts = new(_source, _ids) { Region = _options.Region };
        Deployment plain = new(_template, _options, _ids);
        NetworkResources network = new(_template, plain, parts);
        network.Add();
        new SecurityResources(network, plain, parts).Add();
        new RoutingResources(network, plain, parts).Add();
        List<(string Name, InputNode Resource, InputNode? Properties)> endpoints = [.. _template.Of(EndpointResources.Type)];
        foreach ((string name, InputNode resource, InputNode? properties) in endpoints)
        {
            AddEndpoint(parts, name, resource, properties);
        }

        if (endpoints.Count == 0)
        {
            parts.Warn($"{_source}: a template without {EndpointResources.Type}: there is nothing to test in it.");
        }

        foreach (string loop in _template.Loops)
        {
            parts.Warn($"{_source}: {loop} is unrolled by CloudFormation alone: what it makes was not read.");
        }

        foreach (string unknown in (_options.Parameters?.Names ?? []).Where(name => !_template.Parameters.ContainsKey(name)))
        {
            parts.Warn($"{_source}: it has no parameter {unknown}.");
        }

        return parts.Build();
    }

    private void AddEndpoint(TemplateParts parts, string name, InputNode resource, InputNode? properties)
    {
        // It is tested as it is where it is made at all.
        Dictionary<string, bool> assumed = new(StringComparer.Ordinal);
        if (Template.ConditionOf(resource) is { } own)
        {
            Deployment asked = new(_template, _options, _ids);
            switch (asked.Condition(own))
            {
                case false:
                    return;
                case null:
                    assumed[own] = true;
                    break;
            }
        }

        Deployment first = new(_template, _options, _ids, assumed);
        BuiltNode request = EndpointResources.Read(resource, properties, first, Macro(properties));
        List<string> undecided = [.. first.Undecided.Where(condition => MattersTo(properties, condition)).Order(StringComparer.Ordinal)];
        if (undecided.Count is 0 or > MostConditions)
        {
            parts.AddEndpoint(name, request, isCertain: undecided.Count == 0 && assumed.Count == 0);
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
            parts.AddEndpoint($"{name} ({label})", EndpointResources.Read(resource, properties, new Deployment(_template, _options, _ids, taken), Macro(properties)), resource: name, isCertain: false);
        }
    }

    private string? Macro(InputNode? properties) => _template.Macros is [var whole, ..] ? whole : properties?.Member("Fn::Transform") is { } own ? own.Member("Name")?.Text ?? "Fn::Transform" : null;

    // Conditions asked for by name in the endpoint's own properties; those behind them are decided with them.
    private static bool MattersTo(InputNode? node, string condition) => node switch
    {
        { Kind: InputKind.Object, Names: ["Fn::If"] } => node.Member("Fn::If")!.Items is [{ Text: var name }, ..] && name == condition || node.Member("Fn::If")!.Items.Any(item => MattersTo(item, condition)),
        { Kind: InputKind.Object } => node.Names.Any(name => MattersTo(node.Member(name), condition)),
        { Kind: InputKind.List } => node.Items.Any(item => MattersTo(item, condition)),
        _ => false,
    };
}
