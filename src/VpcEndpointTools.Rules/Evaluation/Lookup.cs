namespace VpcEndpointTools.Evaluation;

/// <summary>The answer of a look-up in a snapshot: found, proven not there, or unknown.</summary>
public readonly struct Lookup<T>
    where T : class
{
    private Lookup(T? item, MissingInput? missing)
    {
        Item = item;
        Missing = missing;
    }

    /// <summary>It is not there, and the snapshot is complete.</summary>
    public static Lookup<T> NotThere => default;

    /// <summary>What was found, else null.</summary>
    public T? Item { get; }

    /// <summary>Why nothing can be said, else null.</summary>
    public MissingInput? Missing { get; }

    /// <summary>True when the snapshot is complete and does not have it.</summary>
    public bool IsNotThere => Item is null && Missing is null;

    /// <summary>Found.</summary>
    public static Lookup<T> Of(T item) => new(item, null);

    /// <summary>Nothing can be said.</summary>
    public static Lookup<T> Unknown(MissingInput missing) => new(null, missing);
}
