using System.Collections;
using System.Reflection;
using VpcEndpointTools.Model;
using VpcEndpointTools.Model.Members;

namespace VpcEndpointTools.Tests.Properties;

/// <summary>Takes knowledge away from a configuration or a snapshot: one place at a time, chosen by number.</summary>
internal static class Ignorance
{
    private static readonly Dictionary<Type, PropertyInfo[]> Properties = [];

    /// <summary>The snapshot members that can be taken away.</summary>
    public static PropertyInfo[] Members { get; } =
        [.. SnapshotMembers.All.Select(member => typeof(NetworkSnapshot).GetProperty(member.Name)!)];

    /// <summary>The snapshot without one of its members.</summary>
    public static NetworkSnapshot Without(NetworkSnapshot snapshot, int member)
    {
        NetworkSnapshot copy = snapshot with { Complete = snapshot.Complete };
        Members[member % Members.Length].SetValue(copy, null);
        return copy;
    }

    /// <summary>How many values of an object, all that hangs on it included, can become unknown.</summary>
    public static int Count(object root)
    {
        int count = 0;
        Walk(root, _ => { count++; return false; });
        return count;
    }

    /// <summary>A copy of an object in which the value of that number is an unknown; says which one.</summary>
    public static (T Copy, string Place) Forget<T>(T root, int number)
        where T : class
    {
        int left = number;
        string place = "nothing";
        object copy = Walk(root, where =>
        {
            place = left == 0 ? where : place;
            return left-- == 0;
        });
        return ((T)copy, place);
    }

    // Copies what it walks through, and asks at each known value whether to forget it.
    private static object Walk(object value, Func<string, bool> forget)
    {
        Type type = value.GetType();
        object copy = type.GetMethod("<Clone>$")!.Invoke(value, null)!;
        foreach (PropertyInfo property in PropertiesOf(type))
        {
            object? inner = property.GetValue(value);
            object? changed = inner switch
            {
                null => null,
                IList { Count: > 0 } list when !IsValueList(list.GetType()) => WalkList(list, property.PropertyType, property.Name, forget),
                _ => WalkValue(inner, $"{type.Name}.{property.Name}", forget),
            };
            if (!ReferenceEquals(changed, inner))
            {
                property.SetValue(copy, changed);
            }
        }

        return copy;
    }

    private static object WalkValue(object value, string place, Func<string, bool> forget)
    {
        Type type = value.GetType();
        if (IsValue(type))
        {
            bool known = (bool)type.GetProperty("IsKnown")!.GetValue(value)!;
            return known && forget(place) ? type.GetMethod("Unknown")!.Invoke(null, ["an expression"])! : value;
        }

        if (IsValueList(type))
        {
            return WalkValueList(value, type, place, forget);
        }

        return type.GetMethod("<Clone>$") is null ? value : Walk(value, forget);
    }

    // Either the whole list is one expression, or one of its items is.
    private static object WalkValueList(object list, Type type, string place, Func<string, bool> forget)
    {
        object[] items = [.. ((IEnumerable)list).Cast<object>()];
        if (items.Length > 0 && forget(place))
        {
            return type.GetMethod("Unknown")!.Invoke(null, ["an expression"])!;
        }

        Type item = type.GetGenericArguments()[0];
        Array changed = Array.CreateInstance(item, items.Length);
        for (int i = 0; i < items.Length; i++)
        {
            changed.SetValue(WalkValue(items[i], place, forget), i);
        }

        ConstructorInfo constructor = type.GetConstructor(BindingFlags.Instance | BindingFlags.NonPublic, [changed.GetType(), typeof(string)])!;
        return items.Length == 0 ? list : constructor.Invoke([changed, null]);
    }

    private static Array WalkList(IList list, Type declared, string place, Func<string, bool> forget)
    {
        Array changed = Array.CreateInstance(declared.GetGenericArguments()[0], list.Count);
        for (int i = 0; i < list.Count; i++)
        {
            changed.SetValue(WalkValue(list[i]!, place, forget), i);
        }

        return changed;
    }

    private static bool IsValue(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Value<>);

    private static bool IsValueList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>);

    private static PropertyInfo[] PropertiesOf(Type type)
    {
        lock (Properties)
        {
            if (!Properties.TryGetValue(type, out PropertyInfo[]? properties))
            {
                Properties[type] = properties = [.. type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.CanWrite && property.GetIndexParameters().Length == 0)];
            }

            return properties;
        }
    }
}
