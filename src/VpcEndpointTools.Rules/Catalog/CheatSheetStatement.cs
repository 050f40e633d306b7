using System.Collections.ObjectModel;

namespace VpcEndpointTools.Catalog;

/// <summary>One statement of the cheat sheet, and whether it still holds.</summary>
public sealed class CheatSheetStatement
{
    internal CheatSheetStatement(IReadOnlyDictionary<string, string> row)
    {
        Id = row["id"];
        EndpointType = row["type"];
        Statement = row["statement"];
        StatedOn = row["stated_on"];
        HoldsToday = row["holds_today"];
        ChangedOn = row["changed_on"] is { Length: > 0 } date ? date : null;
        Change = row["change"] is { Length: > 0 } change ? change : null;
        Source = row["source"];
    }

    /// <summary>Its id, such as S-I7a.</summary>
    public string Id { get; }

    /// <summary>The endpoint type that it is about.</summary>
    public string EndpointType { get; }

    /// <summary>What it says.</summary>
    public string Statement { get; }

    /// <summary>The date of the cheat sheet.</summary>
    public string StatedOn { get; }

    /// <summary>Yes, No, or Partly where it holds with an exception.</summary>
    public string HoldsToday { get; }

    /// <summary>Since when it does not hold: a date, a month, or "by" the first date on which a source says so; null if it holds.</summary>
    public string? ChangedOn { get; }

    /// <summary>What is true instead; null if it holds.</summary>
    public string? Change { get; }

    /// <summary>Where that stands.</summary>
    public string Source { get; }

    /// <summary>The statement with its verdict, as a line of a log.</summary>
    public override string ToString() => Change is null
        ? $"{Id} '{Statement}': holds"
        : $"{Id} '{Statement}': {(HoldsToday == "No" ? "wrong" : "partly right")} since {ChangedOn}: {Change}";
}

/// <summary>Statements that read as text in tables and CSV files too.</summary>
public sealed class CheatSheetStatements(IList<CheatSheetStatement> statements) : ReadOnlyCollection<CheatSheetStatement>(statements)
{
    /// <inheritdoc/>
    public override string ToString() => string.Join("; ", this);
}
