using System.Collections;
using System.Runtime.CompilerServices;

namespace VpcEndpointTools.Model;

/// <summary>A list property: its items, any of which may be unknown, or one expression for the whole list.</summary>
/// <remarks>An empty list means absent, as in AWS's answers.</remarks>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
public sealed class ValueList<T> : IReadOnlyList<T>
{
    private readonly T[] _items;

    internal ValueList(T[] items, string? expression)
    {
        _items = items;
        Expression = expression;
    }

    /// <summary>The list that was not given.</summary>
    public static ValueList<T> Absent { get; } = new([], null);

    /// <summary>The expression that stands for the whole list, else null.</summary>
    public string? Expression { get; }

    /// <summary>True when not even the number of items is known.</summary>
    public bool IsUnknown => Expression is not null;

    /// <summary>True when the list was not given or is empty.</summary>
    public bool IsAbsent => !IsUnknown && _items.Length == 0;

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <summary>A list of which nothing is known but its expression.</summary>
    public static ValueList<T> Unknown(string expression) => new([], expression);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    /// <summary>The items as a person would write them.</summary>
    public override string ToString() => Expression ?? string.Join(", ", _items);
}

/// <summary>Makes <see cref="ValueList{T}"/> from a collection expression.</summary>
public static class ValueList
{
    /// <summary>A list of the given items.</summary>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? ValueList<T>.Absent : new(items.ToArray(), null);
}
