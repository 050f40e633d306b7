using System.Globalization;
using System.Text.RegularExpressions;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Terraform;

/// <summary>What an expression leads to.</summary>
internal sealed class ReferenceTargets
{
    /// <summary>The resources whose ids it holds.</summary>
    public List<TerraformResource> Resources { get; } = [];

    /// <summary>Ids that stand in it already.</summary>
    public List<InputNode> Known { get; } = [];

    /// <summary>Computed attributes of a resource other than its id.</summary>
    public List<(TerraformResource Resource, string Attribute)> Attributes { get; } = [];

    /// <summary>True where it names all instances of a resource: a function may have picked some of them.</summary>
    public bool IsWhole { get; set; }

    /// <summary>True where a known value that is no id is in it: the condition of a choice, or the key of an index.</summary>
    public bool IsConditional { get; set; }

    /// <summary>True where it names a resource that has no instances.</summary>
    public bool HasEmpty { get; set; }

    /// <summary>True where something in it may decide what it holds: nothing can be said then.</summary>
    public bool IsUnclear { get; set; }

    public int Count => Resources.Count + Known.Count + Attributes.Count;
}

/// <summary>Follows the references of expressions to resources: through variables and outputs of modules, count.index and each.key.</summary>
/// <remarks>A plan names what an expression refers to, not the expression. So whatever may be a condition or a choice leads nowhere.</remarks>
internal sealed partial class References
{
    private const int MaxDepth = 20;

    private readonly Configuration _configuration;
    private readonly EachValues _each;
    private readonly ILookup<(string Module, string Resource), TerraformResource> _instances;

    public References(Configuration configuration, IEnumerable<TerraformResource> resources)
    {
        _configuration = configuration;
        _instances = resources.ToLookup(resource => (resource.Module, resource.Resource));
        _each = new EachValues(configuration, _instances);
    }

    /// <summary>What an argument of a resource leads to.</summary>
    public ReferenceTargets Of(TerraformResource resource, string argument)
    {
        ReferenceTargets targets = new();
        Follow(resource.Expression(argument), new Scope(resource.Module, resource.Key, resource), targets, 0);
        return targets;
    }

    /// <summary>What for_each goes over, where an argument is its value; else null.</summary>
    public ReferenceTargets? Over(TerraformResource resource, string argument)
    {
        if (Reference.Paths(resource.Expression(argument)) is not [var only] || !(only == "each.value" || only.StartsWith("each.value.", StringComparison.Ordinal)))
        {
            return null;
        }

        ReferenceTargets targets = new();
        Follow(resource.Configuration?.Member("for_each_expression"), new Scope(resource.Module, resource.Key, resource), targets, 0);
        return targets;
    }

    /// <summary>How many instances the block of a resource has.</summary>
    public int Instances(TerraformResource resource) => _instances[(resource.Module, resource.Resource)].Count();

    private void Follow(InputNode? expression, Scope scope, ReferenceTargets targets, int depth)
    {
        if (depth > MaxDepth || expression is not { Kind: InputKind.Object })
        {
            targets.IsUnclear = true;
            return;
        }

        if (expression.Member("constant_value") is { Kind: not InputKind.Null } constant)
        {
            AddKnown(constant, targets);
            return;
        }

        List<string> paths = Reference.Paths(expression);
        if (paths is [var collection, var index] && scope.Owner is { } owner && Reference.Of(collection) is { IsBare: true } all
            && (index == "each.value" || index.StartsWith("each.value.", StringComparison.Ordinal)))
        {
            TerraformResource? picked = _each.Picks(_instances[(scope.Module, all.Resource)], index, owner);
            targets.Resources.AddRange(picked is null ? [] : [picked]);
            targets.IsUnclear |= picked is null;
            return;
        }

        bool byKey = paths.RemoveAll(path => path is "count.index" or "each.key") > 0;
        targets.IsUnclear |= paths.Count == 0 || (byKey && paths.Count != 1);
        foreach (string path in paths)
        {
            FollowPath(path, scope with { PicksByKey = byKey }, targets, depth + 1);
        }
    }

    private void FollowPath(string path, Scope scope, ReferenceTargets targets, int depth)
    {
        Reference reference = Reference.Of(path);
        switch (reference.Head)
        {
            case "":
            case "local" or "path" or "terraform" or "self" or "count":
                targets.IsUnclear = true;
                break;
            case "each":
                FollowEach(path, scope, targets, depth);
                break;
            case "var":
                FollowVariable(reference.Name, reference.Key + reference.Rest, scope, targets, depth);
                break;
            case "module":
                FollowOutput(reference.Name, reference.Key, reference.Rest, scope, targets, depth);
                break;
            default:
                AddResource(reference.Resource, reference.Key, reference.Rest, scope, targets);
                break;
        }
    }

    // for_each over a resource: each.value is its instance of the same key.
    private void FollowEach(string path, Scope scope, ReferenceTargets targets, int depth)
    {
        if (scope.Owner is not { } owner || scope.Key.Length == 0 || depth > MaxDepth)
        {
            targets.IsUnclear = true;
        }
        else if (_each.Value(path, owner, out _) is { } known)
        {
            AddKnown(known, targets);
        }
        else if (path is "each.value" or "each.value.id" && _each.Collection(owner) is { } over
            && _instances[over].FirstOrDefault(instance => instance.Key == scope.Key && !instance.IsDeleted) is { } picked)
        {
            targets.Resources.Add(picked);
        }
        else
        {
            targets.IsUnclear = true;
        }
    }

    private void FollowVariable(string name, string selector, Scope scope, ReferenceTargets targets, int depth)
    {
        ReferenceTargets found = new();
        if (scope.Module.Length == 0)
        {
            AddKnown(_configuration.Variable(name), found);
        }
        else
        {
            (string parent, string key) = Configuration.Caller(scope.Module);
            InputNode? argument = _configuration.Argument(scope.Module, name);
            if (argument is null && _configuration.Default(scope.Module, name) is { } unset)
            {
                AddKnown(unset, found);
            }
            else
            {
                Follow(argument, new Scope(parent, key, null), found, depth);
            }
        }

        Select(found, selector, scope, targets);
    }

    private void FollowOutput(string name, string key, string rest, Scope scope, ReferenceTargets targets, int depth)
    {
        Match output = OutputPath().Match(rest);
        string module = $"{(scope.Module.Length == 0 ? string.Empty : scope.Module + ".")}module.{name}{key}";
        ReferenceTargets found = new();
        Follow(output.Success ? _configuration.Output(module, output.Groups["output"].Value) : null, new Scope(module, key, null), found, depth);
        Select(found, output.Groups["selector"].Value, scope, targets);
    }

    // A whole value, or the one of a place in it: an index, or that of count.
    private static void Select(ReferenceTargets found, string selector, Scope scope, ReferenceTargets targets)
    {
        string picked = selector.Length > 0 ? selector : scope.PicksByKey ? scope.Key : string.Empty;
        if (found.IsUnclear || found.Known.Count + found.Attributes.Count > 0 && picked.Length > 0 || (picked.Length == 0 && scope.PicksByKey))
        {
            targets.IsUnclear = true;
        }
        else if (picked.Length == 0)
        {
            targets.Resources.AddRange(found.Resources);
            targets.Known.AddRange(found.Known);
            targets.Attributes.AddRange(found.Attributes);
            targets.IsWhole |= found.IsWhole;
            targets.IsConditional |= found.IsConditional;
            targets.HasEmpty |= found.HasEmpty;
        }
        else if (found is { IsConditional: true, Count: 0, HasEmpty: false })
        {
            targets.IsConditional = true;
        }
        else if (int.TryParse(picked.Trim('[', ']'), CultureInfo.InvariantCulture, out int index) && index < found.Resources.Count)
        {
            targets.Resources.Add(found.Resources[index]);
        }
        else
        {
            targets.IsUnclear = true;
        }
    }

    private void AddResource(string resource, string key, string rest, Scope scope, ReferenceTargets targets)
    {
        TerraformResource[] instances = [.. _instances[(scope.Module, resource)].Where(instance => !instance.IsDeleted)];
        if (instances.Length == 0 && _configuration.Block(scope.Module, resource)?.Member("mode")?.Text == "managed")
        {
            targets.HasEmpty = true;
            return;
        }

        string wanted = key.Length > 0 ? key : scope.PicksByKey && instances.Any(instance => instance.Key.Length > 0) ? scope.Key : string.Empty;
        if (wanted.Length > 0)
        {
            // count.index is the place only where both count alike: element() begins anew at the end.
            targets.IsUnclear |= key.Length == 0 && (scope.Owner is null || _instances[(scope.Module, scope.Owner.Resource)].Count() != instances.Length);
            instances = [.. instances.Where(instance => instance.Key == wanted)];
        }

        targets.IsWhole |= wanted.Length == 0 && instances.Length > 1;
        switch (rest)
        {
            case "" or ".id":
                targets.Resources.AddRange(instances);
                break;
            case ['.', .. string attribute] when Plain().IsMatch(attribute) && instances.Length == 1:
                targets.Attributes.Add((instances[0], attribute));
                break;
            default:
                targets.IsUnclear = true;
                break;
        }
    }

    private static void AddKnown(InputNode? value, ReferenceTargets targets)
    {
        InputNode[] values = value switch
        {
            { Kind: InputKind.Text } => [value],
            { Kind: InputKind.List } => [.. value.Items],
            _ => [],
        };
        bool areIds = values.Length > 0 && values.All(item => item.Kind == InputKind.Text && EachValues.IsId(item.Text));
        bool isEmpty = value is { Kind: InputKind.List, Items.Count: 0 };
        targets.IsConditional |= !areIds && !isEmpty && value is not null && !EachValues.HoldsId(value);
        targets.IsUnclear |= !areIds && !isEmpty && (value is null || EachValues.HoldsId(value));
        targets.Known.AddRange(areIds ? values : []);
    }

    private sealed record Scope(string Module, string Key, TerraformResource? Owner)
    {
        public bool PicksByKey { get; init; }
    }

    [GeneratedRegex("""^\.(?<output>[^.\[]+)(?<selector>.*)$""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OutputPath();

    [GeneratedRegex("^[a-z0-9_]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
