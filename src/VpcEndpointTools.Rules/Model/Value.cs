namespace VpcEndpointTools.Model;

/// <summary>What is known of one property: a value, its absence, or an expression that will become a value at deploy time.</summary>
/// <remarks>Two unknowns are equal when they are the same expression. An unknown is never a pass and never a finding.</remarks>
public readonly struct Value<T> : IEquatable<Value<T>>
    where T : notnull
{
    private enum State : byte
    {
        Absent,
        Known,
        Unknown,
    }

    private readonly State _state;
    private readonly T? _known;
    private readonly string? _expression;

    private Value(State state, T? known, string? expression)
    {
        _state = state;
        _known = known;
        _expression = expression;
    }

    /// <summary>The property was not given.</summary>
    public static Value<T> Absent => default;

    /// <summary>True when the value itself is known.</summary>
    public bool IsKnown => _state == State.Known;

    /// <summary>True when the property was not given.</summary>
    public bool IsAbsent => _state == State.Absent;

    /// <summary>True when something was given whose value is not known yet.</summary>
    public bool IsUnknown => _state == State.Unknown;

    /// <summary>The known value. Throws <see cref="InvalidOperationException"/> when there is none.</summary>
    public T Known => IsKnown ? _known! : throw new InvalidOperationException($"The value is not known: {this}.");

    /// <summary>The known value, or the default of its type.</summary>
    public T? KnownOrDefault => IsKnown ? _known : default;

    /// <summary>The expression that stands for an unknown value, else null.</summary>
    public string? Expression => _expression;

    /// <summary>Wraps a known value.</summary>
    public static Value<T> Of(T value) => new(State.Known, value, null);

    /// <summary>Wraps an expression whose value is not known.</summary>
    public static Value<T> Unknown(string expression) => new(State.Unknown, default, expression);

    /// <summary>A known value; null is absent.</summary>
    public static implicit operator Value<T>(T? value) => value is null ? default : Of(value);

    /// <summary>True when the value is known and equals the other.</summary>
    public bool Is(T other) => IsKnown && EqualityComparer<T>.Default.Equals(_known, other);

    /// <inheritdoc/>
    public bool Equals(Value<T> other) =>
        _state == other._state
        && EqualityComparer<T?>.Default.Equals(_known, other._known)
        && string.Equals(_expression, other._expression, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Value<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_state, _known, _expression);

    /// <summary>Equality by state and value or expression.</summary>
    public static bool operator ==(Value<T> left, Value<T> right) => left.Equals(right);

    /// <summary>Inequality by state and value or expression.</summary>
    public static bool operator !=(Value<T> left, Value<T> right) => !left.Equals(right);

    /// <summary>The value as a person would write it.</summary>
    public override string ToString() => _state switch
    {
        State.Known => _known!.ToString() ?? string.Empty,
        State.Unknown => _expression ?? string.Empty,
        _ => string.Empty,
    };
}
