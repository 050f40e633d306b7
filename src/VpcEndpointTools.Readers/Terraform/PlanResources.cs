using System.Globalization;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Terraform;

/// <summary>Collects the resources of a plan or a state: one entry for each instance, whatever part of the file shows it.</summary>
internal sealed class PlanResources(InputNode root, string source)
{
    private const int MaxModuleDepth = 30;

    private readonly Dictionary<string, TerraformResource> _byAddress = new(StringComparer.Ordinal);
    private readonly HashSet<string> _moved = new(StringComparer.Ordinal);
    private readonly List<InputProblem> _problems = [];

    /// <summary>All of them, in the order of the file.</summary>
    public List<TerraformResource> All { get; } = [];

    /// <summary>What this change takes away.</summary>
    public List<TerraformResource> Deleted { get; } = [];

    /// <summary>What no longer holds after this change as it is in Before: what is deleted, and what is changed or replaced.</summary>
    public IEnumerable<TerraformResource> Leaving(string type) =>
        Deleted.Concat(All.Where(resource => resource.IsChanged)).Where(resource => resource.Type == type);

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<InputProblem> Problems => _problems;

    /// <summary>The resource of that address, if it is there.</summary>
    public TerraformResource? Find(string address) => _byAddress.GetValueOrDefault(address);

    /// <summary>Reads 'terraform show -json' of a plan.</summary>
    public void ReadPlan()
    {
        foreach (InputNode change in Items(root, "resource_changes"))
        {
            AddChange(change);
        }

        // A plan that somebody cut down may have its values only here.
        AddModule(Child(Child(root, "planned_values"), "root_module"), string.Empty, isState: false, onlyData: false, depth: 0);

        // Data sources, and with -target or -refresh-only the resources that the plan does not look at: they stay as they are.
        bool tellsChanges = Has(root, "resource_changes") || All.Count == 0;
        AddModule(Child(Child(Child(root, "prior_state"), "values"), "root_module"), string.Empty, isState: true, onlyData: !tellsChanges, depth: 0);
    }

    /// <summary>Reads 'terraform show -json' of a state.</summary>
    public void ReadState() => AddModule(Child(Child(root, "values"), "root_module"), string.Empty, isState: true, onlyData: false, depth: 0);

    /// <summary>Reads 'terraform state pull'.</summary>
    public void ReadRawState()
    {
        foreach (InputNode resource in Items(root, "resources"))
        {
            string module = Text(resource, "module");
            bool isData = Text(resource, "mode") == "data";
            string head = $"{(module.Length == 0 ? string.Empty : module + ".")}{(isData ? "data." : string.Empty)}{Text(resource, "type")}.{Text(resource, "name")}";
            foreach (InputNode instance in Items(resource, "instances").Where(instance => !Has(instance, "deposed")))
            {
                string key = TerraformAddress.KeyOf(instance.Member("index_key"));
                string address = head + key;
                Add(new TerraformResource
                {
                    Address = address,
                    Module = module,
                    Type = Text(resource, "type"),
                    Name = Text(resource, "name"),
                    Key = key,
                    IsData = isData,
                    IsState = true,
                    Node = instance,
                    Values = MergedValues.Join(Child(instance, "attributes"), null, RawSensitive(instance), address),
                });
            }
        }
    }

    private void AddChange(InputNode node)
    {
        InputNode? change = Child(node, "change");
        if (change is null || Has(node, "deposed"))
        {
            return;
        }

        string[] actions = [.. (change.Member("actions")?.Items ?? []).Select(action => action.Text)];
        bool deleted = actions is ["delete"] or ["forget"];
        string address = Text(node, "address");
        _moved.Add(Text(node, "previous_address"));
        InputNode? before = Child(change, "before");
        InputNode? after = Child(change, "after");
        TerraformResource resource = Of(node, address, Text(node, "module_address"), new()
        {
            Deleted = deleted,
            Replaced = actions.Contains("delete", StringComparer.Ordinal) && actions.Contains("create", StringComparer.Ordinal),
            Changed = !deleted && (actions.Contains("delete", StringComparer.Ordinal) || actions.Contains("update", StringComparer.Ordinal)),
            Values = deleted ? null : MergedValues.Join(after, change.Member("after_unknown"), change.Member("after_sensitive"), address),
            Before = MergedValues.Join(before, null, change.Member("before_sensitive"), address),
        });
        (deleted ? Deleted : All).Add(resource);
        _byAddress.TryAdd(address, resource);
    }

    private void AddModule(InputNode? module, string address, bool isState, bool onlyData, int depth)
    {
        if (module is null || depth > MaxModuleDepth)
        {
            return;
        }

        foreach (InputNode node in Items(module, "resources").Where(node => !Has(node, "deposed_key")))
        {
            string own = Text(node, "address");
            bool isData = Text(node, "mode") == "data";
            if (!_byAddress.ContainsKey(own) && !_moved.Contains(own) && (!onlyData || isData))
            {
                Add(Of(node, own, address, new()
                {
                    State = isState && !isData,
                    Values = MergedValues.Join(Child(node, "values"), null, node.Member("sensitive_values"), own),
                }));
            }
        }

        foreach (InputNode child in Items(module, "child_modules"))
        {
            AddModule(child, Text(child, "address"), isState, onlyData, depth + 1);
        }
    }

    private void Add(TerraformResource resource)
    {
        if (_byAddress.TryAdd(resource.Address, resource))
        {
            All.Add(resource);
        }
    }

    private static TerraformResource Of(InputNode node, string address, string module, Content content) => new()
    {
        Address = address,
        Module = module,
        Type = Text(node, "type"),
        Name = Text(node, "name"),
        Key = TerraformAddress.KeyOf(node.Member("index")),
        IsData = Text(node, "mode") == "data",
        IsDeleted = content.Deleted,
        IsReplaced = content.Replaced,
        IsChanged = content.Changed,
        IsState = content.State,
        Node = node,
        Values = content.Values,
        Before = content.Before,
    };

    // A state names sensitive attributes by their paths; the whole attribute is not shown then.
    private static BuiltNode RawSensitive(InputNode instance)
    {
        BuiltNode marks = BuiltNode.OfObject();
        foreach (InputNode path in instance.Member("sensitive_attributes")?.Items ?? [])
        {
            InputNode? first = path is { Items: [var start, ..] } ? start : path;
            if (first is { Kind: InputKind.Object } && first.Member("value") is { Kind: InputKind.Text } name)
            {
                marks.With(name.Text, BuiltNode.OfFlag(true, name));
            }
        }

        return marks;
    }

    private static bool Has(InputNode node, string name) => node.Member(name) is { Kind: not InputKind.Null };

    private static string Text(InputNode node, string name) => node.Member(name) is { Kind: InputKind.Text } text ? text.Text : string.Empty;

    private InputNode? Child(InputNode? node, string name) => node?.Member(name) switch
    {
        null or { Kind: InputKind.Null } => null,
        { Kind: InputKind.Object } child => child,
        { } other => Complain(other, name, "an object"),
    };

    private List<InputNode> Items(InputNode node, string name)
    {
        InputNode? list = node.Member(name);
        if (list is { Kind: not (InputKind.Null or InputKind.List) })
        {
            Complain(list, name, "a list");
        }

        List<InputNode> items = [];
        for (int i = 0; list is { Kind: InputKind.List } && i < list.Items.Count; i++)
        {
            if (list.Items[i].Kind == InputKind.Object)
            {
                items.Add(list.Items[i]);
            }
            else
            {
                Complain(list.Items[i], string.Create(CultureInfo.InvariantCulture, $"{name}[{i}]"), "an object");
            }
        }

        return items;
    }

    private InputNode? Complain(InputNode node, string name, string expected)
    {
        _problems.Add(new InputProblem("InvalidInput", $"{name} must be {expected}, but is {NodeReader.Describe(node)}.", source, node.Line, node.Column));
        return null;
    }

    private sealed class Content
    {
        public bool Deleted { get; init; }

        public bool Replaced { get; init; }

        public bool Changed { get; init; }

        public bool State { get; init; }

        public InputNode? Values { get; init; }

        public InputNode? Before { get; init; }
    }
}
