using System.Globalization;
using VpcEndpointTools.Model;
using VpcEndpointTools.Model.Members;
using VpcEndpointTools.Readers.Aws;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers;

/// <summary>Tells what each part of an input is, by its members, and collects what it holds.</summary>
internal sealed class DocumentBuilder(string source, string expected)
{
    private readonly List<EndpointConfig> _configs = [];
    private readonly List<string> _vpcIds = [];
    private readonly List<InputProblem> _problems = [];
    private readonly List<string> _warnings = [];
    private readonly string _shortSource = Path.GetFileName(source);
    private NetworkSnapshot? _snapshot;

    public InputDocument Build() => new()
    {
        Configs = _configs,
        Ids = _vpcIds,
        Snapshot = _snapshot,
        Problems = _problems,
        Warnings = _warnings,
    };

    public void AddRoot(InputNode root)
    {
        if (root.Kind != InputKind.List)
        {
            AddOne(root, string.Empty, _shortSource);
            return;
        }

        if (root.Items.Count == 0)
        {
            Complain("EmptyInput", root, $"an empty list. Expected {expected}");
        }

        for (int i = 0; i < root.Items.Count; i++)
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"[{i}]");
            AddOne(root.Items[i], place, _shortSource + place);
        }
    }

    private void AddOne(InputNode node, string path, string target)
    {
        if (node.Kind != InputKind.Object)
        {
            string what = path.Length == 0 ? "the input" : path;
            Complain("InvalidInput", node, $"{what} must be an object, but is {NodeReader.Describe(node)}. Expected {expected}");
        }
        else if (node.Member("VpcEndpoint") is { Kind: InputKind.Object } created)
        {
            // The answer of create-vpc-endpoint.
            AddEndpoint(created, path, target);
        }
        else if (IsSnapshot(node))
        {
            AddSnapshot(node, path);
        }
        else if (node.Member("VpcEndpoints") is { Kind: not InputKind.Null } endpoints)
        {
            // The other endpoints of the same answer are true neighbours, but nobody said that they are all.
            Guard(() => _snapshot = new NetworkSnapshot { VpcEndpoints = AddEndpoints(node, endpoints, path), IsGiven = false });
        }
        else if (Has(node, "VpcId") && Has(node, "CidrBlock") && !Has(node, "SubnetId"))
        {
            Guard(() => _vpcIds.Add(new NodeReader(node, source, path).Text("VpcId").ToString()));
        }
        else if (EndpointMembers.Marks.Any(mark => Has(node, mark)) && !AwsInput.ForeignMarks.Any(mark => Has(node, mark)))
        {
            AddEndpoint(node, path, target);
        }
        else
        {
            Complain("NotAnEndpointConfiguration", node, $"no endpoint: it has {Members(node)}. Expected {expected}");
        }
    }

    private static bool Has(InputNode node, string name) => node.Member(name) is { Kind: not InputKind.Null };

    private static bool IsSnapshot(InputNode node) =>
        SnapshotMembers.All.Any(member => member != SnapshotMembers.VpcEndpoints && Has(node, member.Name))
        || (Has(node, "VpcEndpoints") && AwsInput.SnapshotFacts.Any(name => Has(node, name)))
        || (node.Names.Count > 0 && node.Names.All(AwsInput.SnapshotFacts.Contains));

    private static string Members(InputNode node) => node.Names.Count == 0
        ? "no members"
        : $"the members {string.Join(", ", node.Names.Take(5))}{(node.Names.Count > 5 ? ", …" : string.Empty)}";

    private void AddSnapshot(InputNode node, string path) => Guard(() =>
    {
        NodeReader reader = new(node, source, path);
        List<EndpointConfig>? endpoints = reader.Find("VpcEndpoints") is { } member ? AddEndpoints(node, member, path) : null;
        _snapshot = SnapshotMapper.Read(reader, endpoints);
        Warn(
            node,
            name => SnapshotMembers.Names.Contains(name, StringComparer.Ordinal)
                || AwsInput.SnapshotFacts.Contains(name, StringComparer.Ordinal)
                || AwsInput.AnswerExtras.Contains(name, StringComparer.Ordinal),
            "no member of a snapshot");
    });

    private List<EndpointConfig> AddEndpoints(InputNode owner, InputNode list, string path)
    {
        if (list.Kind != InputKind.List)
        {
            throw new NodeReader(owner, source, path).Mismatch(list, "VpcEndpoints", "a list of endpoints");
        }

        List<EndpointConfig> read = [];
        for (int i = 0; i < list.Items.Count; i++)
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"VpcEndpoints[{i}]");
            if (AddEndpoint(list.Items[i], path.Length == 0 ? place : $"{path}.{place}", _shortSource + ":" + place) is { } endpoint)
            {
                read.Add(endpoint);
            }
        }

        return read;
    }

    private EndpointConfig? AddEndpoint(InputNode node, string path, string target)
    {
        EndpointConfig? config = null;
        Guard(() => config = EndpointMapper.Read(NodeReader.Of(node, source, path), target));
        if (config is null)
        {
            return null;
        }

        _configs.Add(config);
        if (!config.IsExisting && !node.IsLoose)
        {
            Warn(
                node,
                name => EndpointMembers.RequestMembers.Contains(name) || name == EndpointMembers.Region.Name,
                "no member of a create-vpc-endpoint request");
        }

        return config;
    }

    private void Warn(InputNode node, Func<string, bool> isKnown, string what)
    {
        foreach (string name in node.Names.Where(name => !isKnown(name)))
        {
            InputNode? member = node.Member(name);
            _warnings.Add(string.Create(CultureInfo.InvariantCulture, $"{source}({member?.Line},{member?.Column}): {name} is {what} and was not read."));
        }
    }

    private void Complain(string id, InputNode node, string message) =>
        _problems.Add(new InputProblem(id, message, source, node.Line, node.Column));

    private void Guard(Action read)
    {
        try
        {
            read();
        }
        catch (InputException exception)
        {
            _problems.Add(exception.Problem);
        }
    }
}
