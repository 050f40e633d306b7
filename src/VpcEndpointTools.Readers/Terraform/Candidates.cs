using System.Text.RegularExpressions;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Terraform;

/// <summary>What the id in an argument can be, where it is not known which it is: so that one open reference does not make all others open.</summary>
/// <remarks>Only what no reading of the references allows is excluded. Local values are not in a plan, so they can hold anything.</remarks>
internal sealed partial class Candidates(Configuration configuration, IEnumerable<TerraformResource> resources)
{
    private const int MaxDepth = 20;

    private readonly ILookup<(string Module, string Resource), TerraformResource> _instances =
        resources.ToLookup(resource => (resource.Module, resource.Resource));

    /// <summary>Whether an argument may hold the id of a resource.</summary>
    public bool May(TerraformResource resource, string argument, TerraformResource wanted) =>
        resource.Expression(argument) is not { } expression || May(expression, new(resource.Module, resource), wanted, 0);

    private sealed record Scope(string Module, TerraformResource? Owner);

    private bool May(InputNode? expression, Scope scope, TerraformResource wanted, int depth)
    {
        if (depth > MaxDepth || expression is not { Kind: InputKind.Object })
        {
            return true;
        }

        if (expression.Member("constant_value") is { Kind: not InputKind.Null } constant)
        {
            return Holds(constant, wanted);
        }

        List<string> paths = Reference.Paths(expression);
        if (IndexedBy(paths, scope) is { } indexed)
        {
            return IsOf(indexed, scope.Module, wanted);
        }

        return paths.Count == 0 || paths.Exists(path => MayPath(path, scope, wanted, depth + 1));
    }

    // x[each.value.name]: whatever the name is, it is one of x. one(x[*].id) reads the same where x has a single instance.
    private Reference? IndexedBy(List<string> paths, Scope scope)
    {
        if (paths is not [var collection, var index] || Reference.Of(collection) is not { IsBare: true } resource
            || !(index is "count.index" or "each.key" or "each.value" || index.StartsWith("each.value.", StringComparison.Ordinal)))
        {
            return null;
        }

        TerraformResource[] instances = [.. _instances[(scope.Module, resource.Resource)]];
        return instances.Length > 1 || instances is [{ Key: ['[', '"', ..] }] ? resource : null;
    }

    private bool MayPath(string path, Scope scope, TerraformResource wanted, int depth)
    {
        Reference reference = Reference.Of(path);
        switch (reference.Head)
        {
            case "count":
                return false;
            case "each":
                return reference.Name != "key" && MayEach(scope, wanted, depth);
            case "var" when scope.Module.Length == 0:
                return configuration.Variable(reference.Name) is not { } value || Holds(value, wanted);
            case "var":
                InputNode? argument = configuration.Argument(scope.Module, reference.Name);
                return argument is null
                    ? configuration.Default(scope.Module, reference.Name) is { } unset && Holds(unset, wanted)
                    : May(argument, new(Configuration.Caller(scope.Module).Parent, null), wanted, depth);
            case "module":
                string module = $"{(scope.Module.Length == 0 ? string.Empty : scope.Module + ".")}module.{reference.Name}{reference.Key}";
                string output = reference.Rest.TrimStart('.').Split('.', '[')[0];
                return May(configuration.Output(module, output), new(module, null), wanted, depth);
            default:
                return !reference.IsResource || MayResource(reference, scope, wanted, depth);
        }
    }

    private bool MayEach(Scope scope, TerraformResource wanted, int depth) =>
        scope.Owner?.Configuration?.Member("for_each_expression") is not { } over || May(over, scope, wanted, depth);

    private bool MayResource(Reference reference, Scope scope, TerraformResource wanted, int depth)
    {
        if (IsOf(reference, scope.Module, wanted))
        {
            return reference.Key.Length == 0 || reference.Key == wanted.Key;
        }

        // What AWS made with a VPC has a resource of its own under another name; a data source can be all that AWS has already.
        if (wanted.Type.StartsWith("aws_default_", StringComparison.Ordinal))
        {
            return true;
        }

        if (reference.Head.StartsWith("data.", StringComparison.Ordinal))
        {
            return HasId(wanted);
        }

        // The id that another resource holds.
        string attribute = reference.Rest.TrimStart('.').Split('.', '[')[0];
        return reference.IsBare || reference.Rest is ['[', ..]
            ? MayAny(reference, scope, wanted, depth)
            : attribute != "id" && MayAttribute(reference, attribute, scope, wanted, depth);
    }

    private bool MayAttribute(Reference reference, string attribute, Scope scope, TerraformResource wanted, int depth) =>
        _instances[(scope.Module, reference.Resource)].Any(instance => instance.Expression(attribute) is { } expression
            && May(expression, new(instance.Module, instance), wanted, depth));

    private bool MayAny(Reference reference, Scope scope, TerraformResource wanted, int depth) =>
        _instances[(scope.Module, reference.Resource)].Any(instance => (instance.Configuration?.Member("expressions")?.Names ?? [])
            .Any(name => IdArgument().IsMatch(name) && MayAttribute(reference, name, scope, wanted, depth)));

    private static bool IsOf(Reference reference, string module, TerraformResource wanted) =>
        // A module may have several instances, of which the address in an expression names none.
        reference.Resource == wanted.Resource
        && TerraformAddress.WithoutKeys(module) == TerraformAddress.WithoutKeys(wanted.Module);

    private static bool HasId(TerraformResource wanted) => wanted.Values?.Member("id") is { Kind: InputKind.Text };

    private static bool Holds(InputNode value, TerraformResource wanted, int depth = 0) => depth > MaxDepth || value.Kind switch
    {
        InputKind.Text => wanted.Values?.Member("id") is { Kind: InputKind.Text } id && id.Text == value.Text,
        InputKind.List => value.Items.Any(item => Holds(item, wanted, depth + 1)),
        InputKind.Object => value.Names.Any(name => value.Member(name) is { } member && Holds(member, wanted, depth + 1)),
        InputKind.Unknown => true,
        _ => false,
    };

    [GeneratedRegex("_(id|ids)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex IdArgument();
}
