using System.Globalization;
using System.Reflection;
using System.Text;

namespace VpcEndpointTools.Build.Help;

/// <summary>A page in Markdown on every type that comes out of a cmdlet, and on those that hang on them.</summary>
internal static class ObjectsPage
{
    private const string Head =
        """
        # What comes out

        Every type that a cmdlet writes and those of its properties, made from the documentation comments of `VpcEndpointTools.Rules`. Texts are texts and
        numbers numbers in `ConvertTo-Json` and `Export-Csv`; nothing is an enumeration. Money is US dollars, as decimals. `null` means not known, or none.

        """;

    public static string Make(string module, string types)
    {
        OutputTypes comments = new(types);
        StringBuilder page = new(Head);
        foreach (Type type in All(CmdletShape.Of(Assembly.LoadFrom(Path.GetFullPath(module)))))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {type.Name}\n\n`{type.FullName}`: {comments.Summary(type)}\n\n| property | type | |\n| --- | --- | --- |\n");
            foreach ((PropertyInfo property, string text) in comments.Of(type))
            {
                page.Append(CultureInfo.InvariantCulture, $"| `{property.Name}` | {OutputTypes.TypeName(property.PropertyType)} | {text.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
            }
        }

        return page.Append(Members()).ToString();
    }

    // The library's own tables of what snapshots and endpoints have. The module that was loaded brought it along.
    private static string Members() => (string)AppDomain.CurrentDomain.GetAssemblies()
        .Select(assembly => assembly.GetType("VpcEndpointTools.Model.Members.MemberTables"))
        .OfType<Type>()
        .First()
        .GetMethod("Markdown", BindingFlags.Public | BindingFlags.Static)!
        .Invoke(null, null)!;

    private static SortedSet<Type> All(IEnumerable<CmdletShape> cmdlets)
    {
        SortedSet<Type> found = new(Comparer<Type>.Create((one, other) => string.CompareOrdinal(one.Name, other.Name)));
        Stack<Type> open = new(cmdlets.SelectMany(cmdlet => cmdlet.Info.OutputType).Select(output => output.Type).OfType<Type>());
        while (open.TryPop(out Type? type))
        {
            if (OutputTypes.IsOurs(type) && found.Add(type))
            {
                foreach (PropertyInfo property in OutputTypes.Shown(type))
                {
                    open.Push(OutputTypes.Element(property.PropertyType) ?? property.PropertyType);
                }
            }
        }

        return found;
    }
}
