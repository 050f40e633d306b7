using System.Collections;
using System.Globalization;
using System.Management.Automation;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Input;

/// <summary>An object of the pipe as an input node: read by property name, ignoring case, and only where somebody asks.</summary>
internal sealed class PSObjectNode : InputNode
{
    private readonly object? _value;
    private readonly PSObject? _wrapper;
    private IReadOnlyList<InputNode>? _items;

    public PSObjectNode(object? value)
    {
        _wrapper = value as PSObject;
        _value = _wrapper?.BaseObject ?? value;
        Kind = KindOf(_value);
    }

    public override InputKind Kind { get; }

    public override bool IsLoose => true;

    public override string Text => Kind switch
    {
        InputKind.Boolean => IsTrue ? "true" : "false",
        InputKind.Text or InputKind.Number => Convert.ToString(_value, CultureInfo.InvariantCulture) ?? string.Empty,
        _ => string.Empty,
    };

    public override IReadOnlyList<InputNode> Items => Kind == InputKind.List
        ? _items ??= [.. ((IEnumerable)_value!).Cast<object?>().Select(item => new PSObjectNode(item))]
        : [];

    public override IReadOnlyList<string> Names => (Kind, _value) switch
    {
        (InputKind.Object, IDictionary map) => [.. map.Keys.Cast<object>().Select(key => key.ToString()!)],
        (InputKind.Object, _) => [.. Properties.Select(property => property.Name)],
        _ => [],
    };

    private bool IsTrue => _value is SwitchParameter given ? given.IsPresent : _value is true;

    private PSMemberInfoCollection<PSPropertyInfo> Properties => (_wrapper ?? PSObject.AsPSObject(_value!)).Properties;

    public override InputNode? Member(string name)
    {
        if (Kind != InputKind.Object)
        {
            return null;
        }

        if (_value is IDictionary map)
        {
            object? key = map.Keys.Cast<object>().FirstOrDefault(key => string.Equals(key.ToString(), name, StringComparison.OrdinalIgnoreCase));
            return key is null ? null : new PSObjectNode(map[key]);
        }

        try
        {
            return Properties[name] is { IsGettable: true } property ? new PSObjectNode(property.Value ?? EmptyList(property)) : null;
        }
        catch (GetValueException)
        {
            // A property that throws when it is read tells nothing.
            return null;
        }
    }

    // Version 4 of the AWS SDK has null for a list that AWS answered without items: a security group without rules.
    private object[]? EmptyList(PSPropertyInfo property) =>
        _value!.GetType().Namespace == "Amazon.EC2.Model" && property.TypeNameOfValue.StartsWith("System.Collections.Generic.", StringComparison.Ordinal)
        && property.TypeNameOfValue.Contains("List`1", StringComparison.Ordinal) ? [] : null;

    private static InputKind KindOf(object? value) => value switch
    {
        null => InputKind.Null,
        string or char or Guid or DateTime or DateTimeOffset or Uri or Enum => InputKind.Text,
        bool or SwitchParameter => InputKind.Boolean,
        byte or sbyte or short or ushort or int or uint or long or ulong or float or double or decimal => InputKind.Number,
        IDictionary => InputKind.Object,
        IEnumerable => InputKind.List,
        _ when IsConstant(value) => InputKind.Text,
        _ => InputKind.Object,
    };

    // The AWS SDK's constants (VpcEndpointType and its like) are objects of their own; by name, because the type is AWS.Tools' copy.
    private static bool IsConstant(object value)
    {
        for (Type? type = value.GetType(); type is not null; type = type.BaseType)
        {
            if (type.FullName == "Amazon.Runtime.ConstantClass")
            {
                return true;
            }
        }

        return false;
    }
}
