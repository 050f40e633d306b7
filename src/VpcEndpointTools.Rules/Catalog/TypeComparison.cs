namespace VpcEndpointTools.Catalog;

/// <summary>The comparison of the six endpoint types, and what the cheat sheet of 2023-04-10 said of three of them.</summary>
public static class TypeComparison
{
    private static readonly Lazy<IReadOnlyList<TypeAspect>> LazyAspects = new(Load);

    /// <summary>The rows of the comparison, in the order to be shown.</summary>
    public static IReadOnlyList<TypeAspect> Aspects => LazyAspects.Value;

    private static TypeAspect[] Load()
    {
        ILookup<string, CheatSheetStatement> statements = EmbeddedTable.Read("statements.tsv")
            .ToLookup(row => row["aspect"], row => new CheatSheetStatement(row), StringComparer.Ordinal);
        return [.. EmbeddedTable.Read("types.tsv")
            .GroupBy(row => row["aspect"], StringComparer.Ordinal)
            .Select(aspect => new TypeAspect(
                aspect.Key,
                aspect.ToDictionary(row => row["type"], row => new TypeFact(row), StringComparer.Ordinal),
                [.. statements[aspect.Key]]))];
    }
}

/// <summary>One row of the comparison.</summary>
public sealed class TypeAspect
{
    internal TypeAspect(string name, IReadOnlyDictionary<string, TypeFact> facts, IReadOnlyList<CheatSheetStatement> statements)
    {
        Name = name;
        Facts = facts;
        Statements = statements;
    }

    /// <summary>What is compared, in one word.</summary>
    public string Name { get; }

    /// <summary>The fact for each of the six types.</summary>
    public IReadOnlyDictionary<string, TypeFact> Facts { get; }

    /// <summary>What the cheat sheet said of it.</summary>
    public IReadOnlyList<CheatSheetStatement> Statements { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>One cell of the comparison. As text it is the fact alone, so that tables and CSV files can be read.</summary>
public sealed class TypeFact
{
    internal TypeFact(IReadOnlyDictionary<string, string> row)
    {
        Text = row["text"];
        Source = row["source"] is { Length: > 0 } source ? source : null;
        Date = row["date"];
        Value = row["value"];
    }

    /// <summary>The fact; "unknown" where no source says it.</summary>
    public string Text { get; }

    /// <summary>Where it stands; null where no source says it.</summary>
    public string? Source { get; }

    /// <summary>When it was read there, or for a price when AWS published it, as yyyy-MM-dd.</summary>
    public string Date { get; }

    /// <summary>The same for code to read (see <see cref="TypeCapabilities"/>); empty where no code needs it.</summary>
    internal string Value { get; }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
