using System.Reflection;
using System.Reflection.Emit;

namespace VpcEndpointTools.Tests.Layers;

/// <summary>Which types of an assembly the code of a type refers to: in its declarations and in what its methods do.</summary>
internal static class References
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodeOf = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>Each pair of a type and one that it refers to; nested ones count as the type around them.</summary>
    public static IEnumerable<(Type From, Type To)> In(Assembly assembly) => assembly.GetTypes()
        .SelectMany(type => Of(type).SelectMany(Parts).Where(part => part.Assembly == assembly).Select(part => (Outer(type), Outer(part))))
        .Where(pair => pair.Item1 != pair.Item2)
        .Distinct();

    private static IEnumerable<Type?> Of(Type type) => type.GetInterfaces().Append(type.BaseType)
        .Concat(type.GetFields(All).Select(field => field.FieldType))
        .Concat(type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)).SelectMany(Of));

    private static IEnumerable<Type?> Of(MethodBase method)
    {
        IEnumerable<Type?> signature =
            method.GetParameters().Select(parameter => parameter.ParameterType).Append((method as MethodInfo)?.ReturnType);
        return method.GetMethodBody() is not { } body ? signature
            : signature.Concat(body.LocalVariables.Select(local => local.LocalType)).Concat(InCode(method, body.GetILAsByteArray()!));
    }

    private static IEnumerable<Type?> InCode(MethodBase method, byte[] code)
    {
        Type[]? typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        Type[]? methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (int at = 0; at < code.Length;)
        {
            short value = code[at++];
            OpCode operation = OpCodeOf[value == 0xFE ? (short)(0xFE00 | code[at++]) : value];
            bool isMember = operation.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType
                or OperandType.InlineTok;
            int token = isMember
                ? BitConverter.ToInt32(code, at)
                : 0;
            at += Size(operation, code, at);
            foreach (Type? type in token == 0 ? [] : Of(method.Module.ResolveMember(token, typeArguments, methodArguments)!))
            {
                yield return type;
            }
        }
    }

    private static IEnumerable<Type?> Of(MemberInfo member) => member switch
    {
        Type type => [type],
        FieldInfo field => [field.DeclaringType, field.FieldType],
        MethodInfo method => [method.DeclaringType, method.ReturnType, .. method.IsGenericMethod ? method.GetGenericArguments() : []],
        _ => [member.DeclaringType],
    };

    private static int Size(OpCode operation, byte[] code, int at) => operation.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };

    private static IEnumerable<Type> Parts(Type? type) => type is null ? []
        : type.HasElementType ? Parts(type.GetElementType())
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type)
        : [type];

    private static Type Outer(Type type) => type.DeclaringType is { } outer ? Outer(outer) : type;
}
