using System.Text.RegularExpressions;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Terraform;

/// <summary>What each.value is, where for_each goes over a literal, over variables, or over all of a resource.</summary>
/// <remarks>A plan does not show functions. So a collection counts only where its keys are those of the instances.</remarks>
internal sealed partial class EachValues(Configuration configuration, ILookup<(string Module, string Resource), TerraformResource> instances)
{
    private const int MaxDepth = 20;

    /// <summary>True for what looks like the id of a part of a VPC.</summary>
    public static bool IsId(string text) => Id().IsMatch(text);

    /// <summary>True where an id may be somewhere in a value.</summary>
    public static bool HoldsId(InputNode value, int depth = 0) => depth > MaxDepth || value.Kind switch
    {
        InputKind.Text => IsId(value.Text),
        InputKind.List => value.Items.Any(item => HoldsId(item, depth + 1)),
        InputKind.Object => value.Names.Any(name => value.Member(name) is { } member && HoldsId(member, depth + 1)),
        InputKind.Unknown => true,
        _ => false,
    };

    /// <summary>The value of each.value or of a member of it; null where it is not known.</summary>
    /// <param name="path">each.value, each.value.name, ...</param>
    /// <param name="owner">The instance.</param>
    /// <param name="isKnown">True where the collection is known, whether or not its keys fit.</param>
    public InputNode? Value(string path, TerraformResource owner, out bool isKnown)
    {
        InputNode? collection = Known(owner.Configuration?.Member("for_each_expression"), owner.Module, 0);
        isKnown = collection is not null;
        InputNode? value = collection switch
        {
            { Kind: InputKind.List } when Fits(owner, collection.Items.Select(TerraformAddress.KeyOf)) =>
                collection.Items.FirstOrDefault(item => TerraformAddress.KeyOf(item) == owner.Key),
            { Kind: InputKind.Object } when Fits(owner, collection.Names.Select(KeyOf)) =>
                collection.Names.Where(name => KeyOf(name) == owner.Key).Select(collection.Member).FirstOrDefault(),
            _ => null,
        };
        string rest = path["each.value".Length..];
        return rest.Length == 0
            ? value
            : rest[1..].Split('.').Aggregate(value, (node, name) => node is { Kind: InputKind.Object } ? node.Member(name) : null);
    }

    /// <summary>The instance that x[each.value] or x[each.value.name] picks; null where that is not certain.</summary>
    /// <param name="all">The instances of x.</param>
    /// <param name="index">The index.</param>
    /// <param name="owner">The instance in which it is written.</param>
    public TerraformResource? Picks(IEnumerable<TerraformResource> all, string index, TerraformResource owner)
    {
        TerraformResource[] candidates = [.. all.Where(instance => !instance.IsDeleted)];
        InputNode? value = Value(index, owner, out bool isKnown);
        string key = value is not null ? TerraformAddress.KeyOf(value)
            : !isKnown && AreKeys(candidates, owner, index == "each.value") ? owner.Key
            : string.Empty;
        return key.Length == 0 ? null : candidates.FirstOrDefault(instance => instance.Key == key);
    }

    /// <summary>The resource over all of whose instances for_each goes; null where it goes over something else.</summary>
    public (string Module, string Resource)? Collection(TerraformResource owner) =>
        Collection(owner.Configuration?.Member("for_each_expression"), owner.Module, 0);

    private (string Module, string Resource)? Collection(InputNode? expression, string module, int depth)
    {
        if (depth > MaxDepth || Reference.Paths(expression) is not [var only])
        {
            return null;
        }

        Reference reference = Reference.Of(only);
        return reference switch
        {
            { IsResource: true, Rest: "" } => (module, reference.Resource),
            { Head: "var", Key: "", Rest: "" } when module.Length > 0 =>
                Collection(configuration.Argument(module, reference.Name), Configuration.Caller(module).Parent, depth + 1),
            { Head: "module", Rest: ['.', .. string output] } when !output.Contains('.', StringComparison.Ordinal) => Collection(
                configuration.Output($"{Within(module)}module.{reference.Name}", output), $"{Within(module)}module.{reference.Name}{reference.Key}", depth + 1),
            _ => null,
        };
    }

    private static string Within(string module) => module.Length == 0 ? string.Empty : module + ".";

    private InputNode? Known(InputNode? expression, string module, int depth)
    {
        if (expression?.Member("constant_value") is { Kind: not InputKind.Null } constant)
        {
            return constant;
        }

        if (depth > MaxDepth || Reference.Paths(expression) is not [var only] || Reference.Of(only) is not { Head: "var", Key: "", Rest: "" } variable)
        {
            return null;
        }

        return module.Length == 0
            ? configuration.Variable(variable.Name)
            : configuration.Argument(module, variable.Name) is { } argument
                ? Known(argument, Configuration.Caller(module).Parent, depth + 1)
                : configuration.Default(module, variable.Name);
    }

    // A set's value is its key. Where members of the values are keys, that is certain only where both have the same keys.
    private bool AreKeys(TerraformResource[] candidates, TerraformResource owner, bool isSet)
    {
        HashSet<string> keys = [.. candidates.Select(candidate => candidate.Key).Where(key => key is ['[', '"', ..])];
        HashSet<string> own = [.. instances[(owner.Module, owner.Resource)].Select(instance => instance.Key)];
        return own.Count > 0 && (isSet ? own.IsSubsetOf(keys) : own.SetEquals(keys));
    }

    private bool Fits(TerraformResource owner, IEnumerable<string> keys) =>
        instances[(owner.Module, owner.Resource)].Select(instance => instance.Key).ToHashSet(StringComparer.Ordinal).SetEquals(keys);

    private static string KeyOf(string name) => TerraformAddress.KeyOf(BuiltNode.OfText(name, null));

    [GeneratedRegex("^[a-z]{2,10}(-attach)?-[0-9a-z]+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Id();
}
