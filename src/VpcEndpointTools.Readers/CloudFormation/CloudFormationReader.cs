using VpcEndpointTools.Readers.Templates;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.CloudFormation;

/// <summary>Reads a CloudFormation template: its endpoints as requests, and what it defines around them. A CDK's synthesized template is the same thing.</summary>
/// <remarks>The template is read as its defaults make it; an endpoint that they leave out is read in the nearest scenario that makes it, with what that
/// scenario makes around it.</remarks>
internal sealed class CloudFormationReader
{
    /// <summary>Each scenario reads the whole template once more: above this many the endpoints left are read as they are where they are made.</summary>
    private const int MostScenarios = 24;
    private const int MostWarnings = 20;

    private readonly Template _template;
    private readonly ReadingOptions _options;
    private readonly string _source;
    private readonly CancellationToken _stop;
    private readonly StandInIds _ids = new();
    private readonly ScenarioFinder _finder;
    private readonly string? _given;
    private readonly List<string> _warnings = [];

    private CloudFormationReader(InputNode root, string source, ReadingOptions options, CancellationToken stop)
    {
        (_options, _source, _stop) = (options, source, stop);
        _template = Template.Read(root, template => new Deployment(template, options, _ids, stop), stop);
        _finder = new ScenarioFinder(_template, options, _ids, stop);
        _given = Scenario.Given(_template, options);
    }

    /// <summary>What the template holds.</summary>
    public static InputDocument Read(InputNode root, string source, ReadingOptions options, CancellationToken stop) =>
        new CloudFormationReader(root, source, options, stop).Read();

    private InputDocument Read()
    {
        string[] endpoints = [.. _template.Of(EndpointResources.Type).Select(endpoint => endpoint.Name)];
        List<(Scenario Scenario, List<string> Endpoints)> passes = Passes();
        List<InputDocument> read = [.. passes.Select(pass => Pass(pass.Scenario, pass.Endpoints))];
        Warn(endpoints.Length);

        // In the order of the file, whatever scenario each is of.
        Dictionary<string, int> order = endpoints.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i, StringComparer.Ordinal);
        return new InputDocument
        {
            Configs = [.. read.SelectMany(document => document.Configs).OrderBy(config => Place(config.Target, order))],
            Snapshot = read[0].Snapshot,
            Problems = [.. read.SelectMany(document => document.Problems).Distinct()],
            Warnings = _warnings,
        };
    }

    private static int Place(string target, Dictionary<string, int> order) =>
        order.TryGetValue(target, out int place) || order.TryGetValue(target[..Math.Max(0, target.LastIndexOf(" (", StringComparison.Ordinal))], out place) ? place : int.MaxValue;

    // The defaults first, with what they make or nothing decides; then each scenario with what it adds.
    private List<(Scenario Scenario, List<string> Endpoints)> Passes()
    {
        Deployment defaults = new(_template, _options, _ids, _stop);
        List<(Scenario Scenario, List<string> Endpoints)> passes = [(Scenario.Defaults, [])];
        foreach ((string name, InputNode resource, _) in _template.Of(EndpointResources.Type))
        {
            if (Template.ConditionOf(resource) is not { } own || defaults.Condition(own) is true)
            {
                passes[0].Endpoints.Add(name);
            }
            else if (_finder.Find(own) is { Text: not null } scenario && (passes.Exists(pass => pass.Scenario.Text == scenario.Text) || passes.Count <= MostScenarios))
            {
                int at = passes.FindIndex(pass => pass.Scenario.Text == scenario.Text);
                if (at < 0)
                {
                    at = passes.Count;
                    passes.Add((scenario, []));
                }

                passes[at].Endpoints.Add(name);
            }
            else if (defaults.Condition(own) is false && _finder.HangsOnGiven(own))
            {
                _warnings.Add($"{_source}: {name} is not created with {_given}: its condition {own} is false. It was not tested.");
            }
            else
            {
                passes[0].Endpoints.Add(name);
            }
        }

        return passes;
    }

    private InputDocument Pass(Scenario scenario, List<string> tested)
    {
        _stop.ThrowIfCancellationRequested();
        TemplateParts parts = new(_source, _ids) { Region = _options.Region };
        Deployment plain = new(_template, _options, _ids, _stop, scenario);
        NetworkResources network = new(_template, plain, parts);
        network.Add();
        new SecurityResources(network, plain, parts).Add();
        new RoutingResources(network, plain, parts).Add();
        HashSet<string> own = new(tested, StringComparer.Ordinal);
        EndpointReader reader = new(_template, _options, _ids, parts, scenario, Scenario.Join(_given, scenario.Text), _stop);
        foreach ((string name, InputNode resource, InputNode? properties) in _template.Of(EndpointResources.Type))
        {
            reader.Add(name, resource, properties, own.Contains(name));
        }

        return parts.Build();
    }

    private void Warn(int endpoints)
    {
        if (endpoints == 0)
        {
            _warnings.Add($"{_source}: a template without {EndpointResources.Type}: there is nothing to test in it.");
        }

        _warnings.AddRange(_template.LeftLoops.Select(loop => $"{_source}: {loop}. What it makes was not read."));
        _warnings.AddRange((_options.Parameters?.Names ?? []).Where(name => !_template.Parameters.ContainsKey(name)).Select(name => $"{_source}: it has no parameter {name}."));
        IReadOnlyList<DuplicateKey> twice = DuplicateKeys.Find(_template.Root, _stop);
        _warnings.AddRange(twice.Take(MostWarnings).Select(key => FormattableString.Invariant(
            $"{_source}({key.Last},{key.Column}): {key.Key} is there more than once, in line {key.First} and in line {key.Last}. CloudFormation uses the last one.")));
        if (twice.Count > MostWarnings)
        {
            _warnings.Add(FormattableString.Invariant($"{_source}: {twice.Count - MostWarnings} more keys are there more than once."));
        }
    }
}
