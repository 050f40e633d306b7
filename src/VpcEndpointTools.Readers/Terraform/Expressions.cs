using System.Text.RegularExpressions;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Terraform;

/// <summary>The parts of a reference: aws_subnet.a["x"].id is "aws_subnet", "a", ["x"] and ".id".</summary>
/// <param name="Head">var, module, each, ..., or a resource's type, with "data." before it where it is a data source.</param>
/// <param name="Name">The name after it.</param>
/// <param name="Key">An index with its brackets; empty without one.</param>
/// <param name="Rest">What follows.</param>
internal sealed partial record Reference(string Head, string Name, string Key, string Rest)
{
    /// <summary>True for a resource or a data source.</summary>
    public bool IsResource => Head is not ("" or "local" or "path" or "terraform" or "self" or "count" or "each" or "var" or "module");

    /// <summary>True for all of a resource: what an index that is itself an expression, a splat or a loop begins with.</summary>
    public bool IsBare => IsResource && Key.Length == 0 && Rest.Length == 0;

    /// <summary>The resource, as its module calls it.</summary>
    public string Resource => $"{Head}.{Name}";

    /// <summary>Splits a reference.</summary>
    public static Reference Of(string path)
    {
        Match match = Path().Match(path);
        return new(match.Groups["head"].Value, match.Groups["name"].Value, match.Groups["key"].Value, match.Groups["rest"].Value);
    }

    /// <summary>What an expression refers to. A list names each traversal by its longest form and then by each of its beginnings.</summary>
    public static List<string> Paths(InputNode? expression)
    {
        List<string> paths = [];
        string previous = string.Empty;
        foreach (InputNode reference in expression?.Member("references")?.Items ?? [])
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

    // Head and name of data.aws_subnet.a are "data.aws_subnet" and "a".
    [GeneratedRegex("""^(?<head>data\.[^.\[]+|[^.\[]+)\.(?<name>[^.\[]+)(?<key>""" + TerraformAddress.Key + ")?(?<rest>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Path();
}
