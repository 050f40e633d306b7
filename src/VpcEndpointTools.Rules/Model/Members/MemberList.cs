using System.Collections;

namespace VpcEndpointTools.Model.Members;

/// <summary>The rows of a kind, in order. A row joins by being made.</summary>
/// <typeparam name="T">The kind of row.</typeparam>
internal sealed class MemberList<T> : IReadOnlyList<T>
    where T : class
{
    private T[] _rows = [];

    /// <inheritdoc/>
    public int Count => _rows.Length;

    /// <inheritdoc/>
    public T this[int index] => _rows[index];

    /// <summary>Adds a row and gives it back.</summary>
    public TRow Add<TRow>(TRow row)
        where TRow : T
    {
        _rows = [.. _rows, row];
        return row;
    }

    /// <summary>Takes a row away: for tests, which make some up.</summary>
    public void Remove(T row) => _rows = [.. _rows.Where(other => !ReferenceEquals(other, row))];

    /// <summary>Something that is worked out of the rows once, and anew only when they changed.</summary>
    public Func<TResult> Derive<TResult>(Func<IReadOnlyList<T>, TResult> work)
    {
        (T[]? Of, TResult? Result) last = default;
        return () =>
        {
            (T[]? Of, TResult? Result) known = last;
            T[] rows = _rows;
            if (!ReferenceEquals(known.Of, rows))
            {
                last = known = (rows, work(rows));
            }

            return known.Result!;
        };
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_rows).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _rows.GetEnumerator();
}
