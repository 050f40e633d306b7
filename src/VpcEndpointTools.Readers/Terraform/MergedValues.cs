using System.Globalization;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Terraform;

/// <summary>Joins the three trees in which Terraform shows values: what is known, what is not known yet, what must not be shown.</summary>
internal static class MergedValues
{
    /// <summary>How the expression of a sensitive value ends.</summary>
    public const string SensitiveEnd = ", which is sensitive";

    // Objects of the pipe can contain themselves; no resource nests like this.
    private const int MaxDepth = 30;

    /// <summary>The values with an unknown in place of each that is not known or is sensitive; null where there are none.</summary>
    /// <param name="values">What is known.</param>
    /// <param name="unknown">True in place of each value that is known after apply only.</param>
    /// <param name="sensitive">True in place of each sensitive value.</param>
    /// <param name="path">What to call the values.</param>
    public static InputNode? Join(InputNode? values, InputNode? unknown, InputNode? sensitive, string path) => Join(values, unknown, sensitive, path, 0);

    /// <summary>True where a node says yes.</summary>
    public static bool IsTrue(InputNode? node) => node is { Kind: InputKind.Boolean, Text: "true" };

    private static InputNode? Join(InputNode? values, InputNode? unknown, InputNode? sensitive, string path, int depth)
    {
        if (IsTrue(sensitive) && values is not { Kind: InputKind.Null })
        {
            return BuiltNode.OfUnknown(path + SensitiveEnd, values ?? sensitive);
        }

        if (IsTrue(unknown))
        {
            return BuiltNode.OfUnknown($"{path}, known after apply", unknown);
        }

        if (depth > MaxDepth)
        {
            return BuiltNode.OfUnknown(path, values);
        }

        return values switch
        {
            { Kind: InputKind.Object } => JoinObject(values, unknown, sensitive, path, depth),
            { Kind: InputKind.List } => JoinList(values, unknown, sensitive, path, depth),

            // An object of which nothing is known is left out as a whole.
            null when unknown is { Kind: InputKind.Object } => JoinObject(BuiltNode.OfObject(unknown), unknown, sensitive, path, depth),
            _ => values,
        };
    }

    private static BuiltNode JoinObject(InputNode values, InputNode? unknown, InputNode? sensitive, string path, int depth)
    {
        BuiltNode joined = BuiltNode.OfObject(values);
        IEnumerable<string> others = unknown is { Kind: InputKind.Object } ? unknown.Names : [];
        foreach (string name in values.Names.Union(others, StringComparer.Ordinal))
        {
            joined.With(name, Join(values.Member(name), Child(unknown, name), Child(sensitive, name), $"{path}.{name}", depth + 1));
        }

        return joined;
    }

    private static BuiltNode JoinList(InputNode values, InputNode? unknown, InputNode? sensitive, string path, int depth)
    {
        List<InputNode> items = new(values.Items.Count);
        for (int i = 0; i < values.Items.Count; i++)
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]");
            items.Add(Join(values.Items[i], Child(unknown, i), Child(sensitive, i), place, depth + 1) ?? BuiltNode.OfNull(values.Items[i]));
        }

        return BuiltNode.OfList(items, values);
    }

    private static InputNode? Child(InputNode? marks, string name) => marks is { Kind: InputKind.Object } ? marks.Member(name) : null;

    private static InputNode? Child(InputNode? marks, int index) =>
        marks is { Kind: InputKind.List } && index < marks.Items.Count ? marks.Items[index] : null;
}
