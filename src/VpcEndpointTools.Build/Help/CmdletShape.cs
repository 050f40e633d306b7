using System.Management.Automation;
using System.Reflection;

namespace VpcEndpointTools.Build.Help;

/// <summary>What the engine itself says of a cmdlet: its sets of parameters, and what it writes.</summary>
internal sealed class CmdletShape
{
    private readonly object _fresh;

    private CmdletShape(CmdletInfo info)
    {
        Info = info;
        _fresh = Activator.CreateInstance(info.ImplementingType)!;
    }

    public CmdletInfo Info { get; }

    public string Name => Info.Name;

    public IEnumerable<CommandParameterSetInfo> Sets => Info.ParameterSets;

    /// <summary>Each parameter once, as in the first set that has it.</summary>
    public IEnumerable<CommandParameterInfo> Parameters =>
        Sets.OrderByDescending(set => set.IsDefault).SelectMany(Own).DistinctBy(parameter => parameter.Name, StringComparer.Ordinal).OrderBy(parameter => parameter.Name, StringComparer.Ordinal);

    /// <summary>All cmdlets of an assembly.</summary>
    public static IReadOnlyList<CmdletShape> Of(Assembly module) =>
    [
        .. module.GetExportedTypes()
            .Select(type => (Type: type, Attribute: type.GetCustomAttribute<CmdletAttribute>()))
            .Where(item => item.Attribute is not null)
            .Select(item => new CmdletShape(new CmdletInfo($"{item.Attribute!.VerbName}-{item.Attribute.NounName}", item.Type)))
            .OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal),
    ];

    /// <summary>The parameters of a set without those that every cmdlet has.</summary>
    public static IEnumerable<CommandParameterInfo> Own(CommandParameterSetInfo set) =>
        set.Parameters.Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name));

    /// <summary>What a parameter has where it is not given; empty for what any of its type has.</summary>
    public string Default(CommandParameterInfo parameter)
    {
        object? value = Info.ImplementingType.GetProperty(parameter.Name)?.GetValue(_fresh);
        return value is null or System.Collections.ICollection or string { Length: 0 } || (value.GetType().IsValueType && value.Equals(Activator.CreateInstance(value.GetType())))
            ? string.Empty
            : string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0}", value);
    }

    /// <summary>The only values that a parameter takes, if it has such.</summary>
    public static IReadOnlyList<string> Values(CommandParameterInfo parameter)
    {
        Type type = Underlying(parameter.ParameterType);
        return parameter.Attributes.OfType<ValidateSetAttribute>().FirstOrDefault()?.ValidValues is { } values ? [.. values]
            : type.IsEnum ? Enum.GetNames(type)
            : [];
    }

    /// <summary>The name of a type as PowerShell writes it.</summary>
    public static string TypeName(Type type) => type.IsArray ? TypeName(type.GetElementType()!) + "[]" : Underlying(type).Name;

    private static Type Underlying(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
