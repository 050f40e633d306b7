namespace VpcEndpointTools.Reading;

/// <summary>What an input node is.</summary>
public enum InputKind
{
    /// <summary>Nothing: null.</summary>
    Null,

    /// <summary>Text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A list.</summary>
    List,

    /// <summary>An object with named members.</summary>
    Object,

    /// <summary>An expression whose value is known only at deploy time.</summary>
    Unknown,
}

/// <summary>A piece of input, whatever it was written in: a node of a file, or an object of the pipe.</summary>
public abstract class InputNode
{
    /// <summary>What it is.</summary>
    public abstract InputKind Kind { get; }

    /// <summary>The text of a scalar, or the expression of an unknown; empty for the others.</summary>
    public abstract string Text { get; }

    /// <summary>The items of a list; empty for the others.</summary>
    public abstract IReadOnlyList<InputNode> Items { get; }

    /// <summary>The names of an object's members; empty for the others.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    /// <summary>Line in its file, from 1; null for what comes from no file.</summary>
    public virtual int? Line => null;

    /// <summary>Column in its line, from 1; null for what comes from no file.</summary>
    public virtual int? Column => null;

    /// <summary>True for input that came as objects: their properties may be singular, and scalars may be written as text.</summary>
    public virtual bool IsLoose => false;

    /// <summary>The member of that name, or null.</summary>
    public abstract InputNode? Member(string name);
}
