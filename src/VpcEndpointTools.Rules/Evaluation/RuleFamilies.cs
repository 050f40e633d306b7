namespace VpcEndpointTools.Evaluation;

/// <summary>The families of rules, in the order of the catalogue's pages.</summary>
public static class RuleFamilies
{
    /// <summary>All families, also one that has no rule yet.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["Shape", "Network", "Dns", "Security", "Routing", "Lifecycle", "Resilience", "Cost", "Governance"];
}
