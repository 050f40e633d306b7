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
    private readonly ILookup<(string Module, string Resource), TerraformResource> _instances;

    public References(Configuration configuration, IEnumerable<TerraformResource> resources)
    {
        _configuration = configuration;
        _instances = resources.ToLookup(resource => (resource.Module, resource.Resource));
    }

    /// <summary>What an argument of a resource leads to.</summary>
    public ReferenceTargets Of(TerraformResource resource, string argument)
    {
        ReferenceTargets targets = new();
        Follow(resource.Expression(argument), new Scope(resource.Module, resource.Key, resource), targets, 0);
        return targets;
    }

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

        List<string> paths = Paths(expression.Member("references"));
        bool byKey = paths.RemoveAll(path => path is "count.index" or "each.key") > 0;
        targets.IsUnclear |= paths.Count == 0 || (byKey && paths.Count != 1);
        foreach (string path in paths)
        {
            FollowPath(path, scope with { PicksByKey = byKey }, targets, depth + 1);
        }
    }

    // A list names each traversal by its longest form and then by each of its beginnings.
    private static List<string> Paths(InputNode? references)
    {
        List<string> paths = [];
        string previous = string.Empty;
        foreach (InputNode reference in references?.Items ?? [])
        {
            string path = reference.Text;
            if (!(previous.Length > path.Length && previous.StartsWith(path, StringComparison.Ordinal) && previous[path.Length] is '.' or '['))
            {
                paths.Add(path);
            }

            previous = path;
        }

        return paths;
    }

    private void FollowPath(string path, Scope scope, ReferenceTargets targets, int depth)
    {
        Match match = Path().Match(path);
        string head = match.Groups["head"].Value;
        string key = match.Groups["key"].Value;
        string rest = match.Groups["rest"].Value;
        switch (head)
        {
            case "":
            case "local" or "path" or "terraform" or "self" or "count":
                targets.IsUnclear = true;
                break;
            case "each":
                FollowEach(path, scope, targets, depth);
                break;
            case "var":
                FollowVariable(match.Groups["name"].Value, key + rest, scope, targets, depth);
                break;
            case "module":
                FollowOutput(match.Groups["name"].Value, key, rest, scope, targets, depth);
                break;
            default:
                AddResource($"{head}.{match.Groups["name"].Value}", key, rest, scope, targets);
                break;
        }
    }

    // for_each over a resource: each.value is its instance of the same key.
    private void FollowEach(string path, Scope scope, ReferenceTargets targets, int depth)
    {
        List<string> over = Paths(scope.Owner?.Configuration?.Member("for_each_expression")?.Member("references"));
        if (path is "each.value" or "each.value.id" && over is [var only] && scope.Key.Length > 0 && Path().Match(only) is { Success: true } match
            && match.Groups["head"].Value is not ("var" or "local" or "module" or "each") && match.Groups["rest"].Length == 0 && depth <= MaxDepth)
        {
            AddResource($"{match.Groups["head"].Value}.{match.Groups["name"].Value}", scope.Key, ".id", scope, targets);
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
            Follow(_configuration.Argument(scope.Module, name), new Scope(parent, key, null), found, depth);
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
        bool areIds = values.Length > 0 && values.All(item => item.Kind == InputKind.Text && Id().IsMatch(item.Text));
        targets.IsUnclear |= !areIds && value is not { Kind: InputKind.List, Items.Count: 0 };
        targets.Known.AddRange(areIds ? values : []);
    }

    private sealed record Scope(string Module, string Key, TerraformResource? Owner)
    {
        public bool PicksByKey { get; init; }
    }

    // Head and name of data.aws_subnet.a are "data.aws_subnet" and "a".
    [GeneratedRegex("""^(?<head>data\.[^.\[]+|[^.\[]+)\.(?<name>[^.\[]+)(?<key>""" + TerraformAddress.Key + ")?(?<rest>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Path();

    [GeneratedRegex("""^\.(?<output>[^.\[]+)(?<selector>.*)$""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OutputPath();

    [GeneratedRegex("^[a-z0-9_]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex("^[a-z]{2,10}(-attach)?-[0-9a-z]+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Id();
}
