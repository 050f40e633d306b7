using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Amazon.EC2.Model;
using Amazon.Runtime;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Ec2;

/// <summary>What the SDK answered, as an input node in the words of AWS's describe answers: one reader serves files and AWS.</summary>
internal sealed class SdkNode : InputNode
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    // Where the SDK for .NET has a name of its own.
    private static readonly Dictionary<(Type Type, string Name), string> OwnNames = new()
    {
        [(typeof(IpPermission), nameof(IpPermission.Ipv4Ranges))] = "IpRanges",
        [(typeof(PrefixListId), nameof(PrefixListId.Id))] = "PrefixListId",
    };

    private readonly object? _value;
    private readonly Lazy<Dictionary<string, InputNode>> _members;
    private IReadOnlyList<InputNode>? _items;

    public SdkNode(object? value)
    {
        _value = value;
        _members = new(ReadMembers, isThreadSafe: false);
        Kind = value switch
        {
            null => InputKind.Null,
            string or DateTime or ConstantClass => InputKind.Text,
            bool => InputKind.Boolean,
            int or long or double or float => InputKind.Number,
            IDictionary => InputKind.Object,
            IEnumerable => InputKind.List,
            _ => InputKind.Object,
        };
    }

    public override InputKind Kind { get; }

    public override string Text => _value switch
    {
        bool flag => flag ? "true" : "false",
        DateTime time => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss+00:00", CultureInfo.InvariantCulture),
        _ when Kind is InputKind.Text or InputKind.Number => Convert.ToString(_value, CultureInfo.InvariantCulture)!,
        _ => string.Empty,
    };

    public override IReadOnlyList<InputNode> Items => Kind == InputKind.List
        ? _items ??= [.. ((IEnumerable)_value!).Cast<object?>().Select(item => item as InputNode ?? new SdkNode(item))]
        : [];

    public override IReadOnlyList<string> Names => Kind == InputKind.Object ? [.. _members.Value.Keys] : [];

    public override InputNode? Member(string name) => Kind == InputKind.Object ? _members.Value.GetValueOrDefault(name) : null;

    // What AWS did not say is null in the SDK, and not there in an answer. So is a list that AWS answered without items: the CLI shows [].
    private Dictionary<string, InputNode> ReadMembers()
    {
        Dictionary<string, InputNode> members = new(StringComparer.Ordinal);
        if (_value is IDictionary map)
        {
            foreach (DictionaryEntry entry in map)
            {
                members.Add((string)entry.Key, entry.Value as InputNode ?? new SdkNode(entry.Value));
            }

            return members;
        }

        Type type = _value!.GetType();
        foreach (PropertyInfo property in Properties.GetOrAdd(type, type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public)))
        {
            object? value = property.GetValue(_value) ?? (typeof(IList).IsAssignableFrom(property.PropertyType) ? Array.Empty<object>() : null);
            if (value is not null)
            {
                members.Add(OwnNames.GetValueOrDefault((type, property.Name), property.Name), new SdkNode(value));
            }
        }

        return members;
    }
}
