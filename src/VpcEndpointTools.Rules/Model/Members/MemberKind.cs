using VpcEndpointTools.Policies;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Model.Members;

/// <summary>What all values of a kind have in common: how they are read, written, compared and shown.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
internal abstract class MemberKind<T>
    where T : notnull
{
    /// <summary>The kind in a few words.</summary>
    public abstract string Name { get; }

    /// <summary>True for a list of texts.</summary>
    public virtual bool IsList => false;

    /// <summary>The value that is not set.</summary>
    public abstract T Absent { get; }

    /// <summary>True for the value that is not set.</summary>
    public abstract bool IsAbsent(T value);

    /// <summary>The expression of what is not known of it; null where all is known.</summary>
    public abstract string? Unknown(T value);

    /// <summary>Reads a member. Throws <see cref="InputException"/> where it has the wrong form.</summary>
    /// <param name="reader">What has the member.</param>
    /// <param name="name">AWS's name.</param>
    /// <param name="singular">The name that an object of the pipe may have for a list.</param>
    public abstract T Read(NodeReader reader, string name, string singular);

    /// <summary>The value in plain types; null where it is not set or not known.</summary>
    public abstract object? Show(T value, StandIns standIns);

    /// <summary>The value in a request; null where it is not set.</summary>
    public abstract InputNode? Write(T value);

    /// <summary>The value in ordinal order; the same where it has none.</summary>
    public virtual T Sort(T value) => value;

    /// <summary>True where what is there is known and is another than what is wanted.</summary>
    public abstract bool Differ(T wanted, T existing);

    /// <summary>The value in a sentence.</summary>
    public virtual string Describe(T value, bool isWanted) => value.ToString() ?? string.Empty;

    /// <summary>The arguments of Edit-EC2VpcEndpoint that make what is there into what is wanted.</summary>
    public virtual IEnumerable<string> Align(string parameter, T wanted, T existing) =>
        [$"-{parameter} {Describe(wanted, isWanted: true)}"];
}

/// <summary>A text.</summary>
internal class TextKind : MemberKind<Value<string>>
{
    public static TextKind Instance { get; } = new();

    public override string Name => "text";

    public override Value<string> Absent => default;

    public override bool IsAbsent(Value<string> value) => value.IsAbsent;

    public override string? Unknown(Value<string> value) => value.Expression;

    public override Value<string> Read(NodeReader reader, string name, string singular) => reader.Text(name);

    public override object? Show(Value<string> value, StandIns standIns) => value.KnownOrDefault is { } known ? standIns.Show(known) : null;

    public override InputNode? Write(Value<string> value) => value.IsKnown ? BuiltNode.OfText(value.Known) : null;

    public override bool Differ(Value<string> wanted, Value<string> existing) =>
        !existing.IsUnknown && !string.Equals(wanted.KnownOrDefault, existing.KnownOrDefault, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A policy as JSON text; an object of the pipe may have it as a hashtable.</summary>
internal sealed class PolicyKind : TextKind
{
    public static new PolicyKind Instance { get; } = new();

    public override string Name => "JSON";

    public override Value<string> Read(NodeReader reader, string name, string singular) =>
        reader.Find(name) is { IsLoose: true, Kind: InputKind.Object } node ? NodeJson.Write(node, reader) : reader.Text(name);

    public override bool Differ(Value<string> wanted, Value<string> existing) =>
        !existing.IsUnknown && !PolicyText.Same(wanted.Known, existing.KnownOrDefault);

    public override string Describe(Value<string> value, bool isWanted) =>
        isWanted ? "the given one" : value.IsAbsent ? "AWS's default" : "another";

    public override IEnumerable<string> Align(string parameter, Value<string> wanted, Value<string> existing) => [$"-{parameter} $policy"];
}

/// <summary>True or false.</summary>
/// <param name="absentIsFalse">True where AWS leaves out what is off.</param>
internal sealed class FlagKind(bool absentIsFalse) : MemberKind<Value<bool>>
{
    public static FlagKind Instance { get; } = new(absentIsFalse: false);

    public override string Name => "true or false";

    public override Value<bool> Absent => default;

    public override bool IsAbsent(Value<bool> value) => value.IsAbsent;

    public override string? Unknown(Value<bool> value) => value.Expression;

    public override Value<bool> Read(NodeReader reader, string name, string singular) => reader.Flag(name);

    public override object? Show(Value<bool> value, StandIns standIns) => value.IsKnown ? value.Known : null;

    public override InputNode? Write(Value<bool> value) => value.IsKnown ? BuiltNode.OfFlag(value.Known) : null;

    public override bool Differ(Value<bool> wanted, Value<bool> existing) =>
        !existing.IsUnknown && (absentIsFalse ? wanted.Is(true) != existing.Is(true) : wanted != existing);

    public override IEnumerable<string> Align(string parameter, Value<bool> wanted, Value<bool> existing) =>
        [$"-{parameter} ${(wanted.Is(true) ? "true" : "false")}"];
}
