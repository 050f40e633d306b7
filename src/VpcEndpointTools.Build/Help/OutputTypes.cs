using System.Reflection;
using System.Xml.Linq;

namespace VpcEndpointTools.Build.Help;

/// <summary>The properties of a type that a cmdlet writes, told by their own documentation comments.</summary>
internal sealed class OutputTypes
{
    private readonly Dictionary<string, XElement> _comments;
    private readonly string _path;

    public OutputTypes(string path)
    {
        _path = path;
        _comments = XDocument.Load(path).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);
    }

    /// <summary>Each property and what it tells; a kind's own come before those that all kinds have.</summary>
    public IEnumerable<(PropertyInfo Property, string Text)> Of(Type type) => Shown(type).Select(property => (property, Summary(property)));

    /// <summary>A line a property: its name, its type, what it tells.</summary>
    public IEnumerable<string> Properties(Type type) => Of(type).Select(item => $"{item.Property.Name} ({TypeName(item.Property.PropertyType)}): {item.Text}");

    /// <summary>What a type is.</summary>
    public string Summary(Type type) => Required("T:" + type.FullName, Text(_comments.GetValueOrDefault("T:" + type.FullName)?.Element("summary")));

    /// <summary>Whether it is a type of this module: others are told of elsewhere.</summary>
    public static bool IsOurs(Type type) => type.Namespace?.StartsWith("VpcEndpointTools", StringComparison.Ordinal) == true;

    /// <summary>The properties that PowerShell shows of a type.</summary>
    public static IEnumerable<PropertyInfo> Shown(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0 && property.Name != "EqualityContract");

    private string Summary(PropertyInfo property)
    {
        string name = $"{property.DeclaringType!.FullName}.{property.Name}";
        string? text = _comments.TryGetValue("P:" + name, out XElement? member) ? Text(member.Element("summary"))
            : _comments.TryGetValue("T:" + property.DeclaringType.FullName, out XElement? record)
                ? Text(record.Elements("param").FirstOrDefault(parameter => parameter.Attribute("name")?.Value == property.Name))
                : null;
        return Required(name, text);
    }

    private string Required(string name, string? text) => string.IsNullOrWhiteSpace(text) ? throw new BuildException(_path, $"{name} has no summary.") : text;

    private static string? Text(XElement? element) => element is null
        ? null
        : string.Join(' ', string.Concat(element.Nodes().Select(Text)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" or "paramref" } reference => (reference.Attribute("cref") ?? reference.Attribute("langword") ?? reference.Attribute("name"))!.Value.Split('.', ':')[^1],
        XElement element => element.Value,
        _ => string.Empty,
    };

    /// <summary>A type as PowerShell users know it: a list is an array, a nullable one its own type.</summary>
    public static string TypeName(Type type)
    {
        // A dictionary is a list of pairs, which nobody calls so.
        return Element(type) is not { } element ? CmdletShape.TypeName(type) : element.Name.StartsWith("KeyValuePair", StringComparison.Ordinal) ? "IDictionary" : TypeName(element) + "[]";
    }

    /// <summary>What a list is of; null for what is none.</summary>
    public static Type? Element(Type type) => type == typeof(string)
        ? null
        : type.GetInterfaces().Append(type).FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
}
