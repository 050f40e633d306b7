using VpcEndpointTools.Model;
using VpcEndpointTools.Model.Members;
using VpcEndpointTools.Readers.Aws;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Templates;

/// <summary>Collects what a template defines, in the words of the AWS CLI, and makes of it what any other input becomes: requests and their surroundings.</summary>
/// <remarks>The surroundings are always partial: another template may hold the rest.</remarks>
internal sealed class TemplateParts(string source, StandInIds ids)
{
    private readonly List<Endpoint> _endpoints = [];
    private readonly Dictionary<string, List<InputNode>> _lists = new(StringComparer.Ordinal);
    private readonly List<InputProblem> _problems = [];
    private readonly List<string> _warnings = [];

    private sealed record Endpoint(string Target, BuiltNode Request, BuiltNode? Previous, string Resource, bool IsCertain, bool IsReplaced, string? Scenario, bool IsTested);

    /// <summary>The Region of deployment; null where it is not known.</summary>
    public string? Region { get; init; }

    /// <summary>What to call the template.</summary>
    public string Source => source;

    /// <summary>The stand-ins for ids.</summary>
    public StandInIds Ids => ids;

    /// <summary>An endpoint as a create-vpc-endpoint request.</summary>
    /// <param name="target">What to call it.</param>
    /// <param name="request">The request; its members stand where the template's stand.</param>
    /// <param name="previous">The endpoint before the change, as a describe answer shows it; null for a new one.</param>
    /// <param name="resource">The resource that it is, where it is read several times under different conditions; the target unless given.</param>
    /// <param name="isCertain">False where it may not be made, or made in another form: then it is nobody's neighbour.</param>
    /// <param name="isReplaced">True where the template's tool says that it will make another endpoint in place of the previous one.</param>
    /// <param name="scenario">What it is tested under, where that is not the defaults alone.</param>
    /// <param name="isTested">False for one that is only a neighbour of those that are.</param>
    public void AddEndpoint(
        string target, BuiltNode request, BuiltNode? previous = null, string? resource = null, bool isCertain = true, bool isReplaced = false,
        string? scenario = null, bool isTested = true) =>
        _endpoints.Add(new Endpoint(target, request, previous, resource ?? target, isCertain, isReplaced, scenario, isTested));

    /// <summary>Something that surrounds endpoints, as its describe answer shows it.</summary>
    /// <param name="member">What it is, of those that a template contributes to.</param>
    /// <param name="item">The part.</param>
    public void Add(SnapshotMember member, InputNode item)
    {
        if (!member.IsFromTemplate)
        {
            throw new InvalidOperationException(
                $"{member} is no member that a template contributes to: it would be lost beside a snapshot.");
        }

        (_lists.TryGetValue(member.Name, out List<InputNode>? list) ? list : _lists[member.Name] = []).Add(item);
    }

    /// <summary>Something that could not be read; the rest could.</summary>
    public void Complain(string id, string message, InputNode? where) => _problems.Add(new InputProblem(id, message, source, where?.Line, where?.Column));

    /// <summary>Something that could not be read; the rest could.</summary>
    public void Complain(InputProblem problem) => _problems.Add(problem);

    /// <summary>Something that looks like a slip.</summary>
    public void Warn(string warning) => _warnings.Add(warning);

    /// <summary>What the template holds.</summary>
    public InputDocument Build()
    {
        foreach (Endpoint endpoint in _endpoints)
        {
            ids.For("vpce", endpoint.Resource);
        }

        StandIns names = ids.Names();
        TemplateSurroundings around = new();
        List<EndpointConfig> configs = [];
        List<EndpointConfig> neighbours = [];
        foreach (Endpoint endpoint in _endpoints)
        {
            try
            {
                EndpointConfig? previous = endpoint.Previous is null ? null : Read(endpoint.Previous, endpoint.Target);
                EndpointConfig read = Read(endpoint.Request, endpoint.Target);
                EndpointConfig config = read with
                {
                    Column = endpoint.Request.Column,

                    // One that is there already is not its own neighbour.
                    VpcEndpointId = read.VpcEndpointId.IsKnown ? read.VpcEndpointId : previous is { VpcEndpointId.IsKnown: true } ? previous.VpcEndpointId : ids.For("vpce", endpoint.Resource),
                    StandIns = names,
                    Places = Places(endpoint.Request),
                    DefinedWith = around,
                    IsReplaced = endpoint.IsReplaced,
                    Previous = previous,
                    Scenario = endpoint.Scenario,
                };
                if (endpoint.IsTested)
                {
                    configs.Add(config);
                }

                if (endpoint.IsCertain)
                {
                    // AWS's default, to the others too.
                    neighbours.Add(config.VpcEndpointType.IsAbsent ? config with { VpcEndpointType = EndpointTypes.Gateway } : config);
                }
            }
            catch (InputException exception)
            {
                _problems.Add(exception.Problem);
            }
        }

        around.Parts = Surroundings(neighbours);
        return new InputDocument { Configs = configs, Snapshot = around.Parts, Problems = _problems, Warnings = _warnings };
    }

    private EndpointConfig Read(BuiltNode node, string target) => EndpointMapper.Read(new NodeReader(node, source, target), target) with { Target = target };

    private NetworkSnapshot? Surroundings(List<EndpointConfig> configs)
    {
        BuiltNode root = BuiltNode.OfObject();
        foreach ((string member, List<InputNode> items) in _lists)
        {
            root.With(member, BuiltNode.OfList(items));
        }

        try
        {
            return SnapshotMapper.Read(new NodeReader(root, source, string.Empty), configs) with { Region = Region, IsGiven = false };
        }
        catch (InputException exception)
        {
            _problems.Add(exception.Problem);
            return null;
        }
    }

    private static Dictionary<string, TextPlace> Places(InputNode request)
    {
        Dictionary<string, TextPlace> places = new(StringComparer.Ordinal);
        foreach (string name in request.Names)
        {
            if (request.Member(name) is { Line: { } line, Column: { } column })
            {
                places[name] = new TextPlace(line, column);
            }
        }

        return places;
    }
}
