namespace VpcEndpointTools.Model.Members;

/// <summary>What keeps the values of members that have no property of their own.</summary>
internal interface IMemberOwner
{
    /// <summary>Those values, by the member's name.</summary>
    IReadOnlyDictionary<string, object> Others { get; set; }
}

/// <summary>The way to the value of a member: the owner's property of that name, else its further values.</summary>
/// <typeparam name="TOwner">A snapshot, a configuration.</typeparam>
/// <typeparam name="TValue">What the member holds.</typeparam>
/// <param name="Get">Gets it; the default of its type where it is not there.</param>
/// <param name="Set">Sets it on an owner that nobody else has yet.</param>
internal sealed record MemberAccess<TOwner, TValue>(Func<TOwner, TValue?> Get, Action<TOwner, TValue?> Set)
    where TOwner : class
{
    /// <summary>True where the owner has a property of that name.</summary>
    public static bool Has(string name) => typeof(TOwner).GetProperty(name) is not null;

    /// <summary>The way to the member of that name. Reflection is done here, once a row.</summary>
    public static MemberAccess<TOwner, TValue> To(string name) => typeof(TOwner).GetProperty(name) is { } property
        ? new(property.GetMethod!.CreateDelegate<Func<TOwner, TValue?>>(), property.SetMethod!.CreateDelegate<Action<TOwner, TValue?>>())
        : new(
            owner => ((IMemberOwner)owner).Others.TryGetValue(name, out object? value) ? (TValue)value : default,
            (owner, value) => ((IMemberOwner)owner).Others = With(((IMemberOwner)owner).Others, name, value));

    private static Dictionary<string, object> With(IReadOnlyDictionary<string, object> others, string name, object? value)
    {
        Dictionary<string, object> copy = new(others, StringComparer.Ordinal);
        if (value is null)
        {
            copy.Remove(name);
        }
        else
        {
            copy[name] = value;
        }

        return copy;
    }
}
