namespace VpcEndpointTools.Evaluation;

/// <summary>The families of rules, in the order of the catalogue's pages.</summary>
public static class RuleFamilies
{
    /// <summary>All families, also one that has no rule yet.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["Shape", "Network", "Dns", "Security", "Routing", "Lifecycle", "Resilience", "Cost", "Governance"];

    /// <summary>The family that a letter of an id stands for; null for a letter that is no family's.</summary>
    public static string? OfLetter(char letter) => letter switch
    {
        'S' => "Shape",
        'N' => "Network",
        'D' => "Dns",
        'P' => "Security",
        'R' => "Routing",
        'L' => "Lifecycle",
        'H' => "Resilience",
        'C' => "Cost",
        'G' => "Governance",
        _ => null,
    };
}
