namespace VpcEndpointTools.Recommendation;

/// <summary>Why an option is the right one, or what speaks against it.</summary>
/// <param name="Text">The reason in a sentence.</param>
/// <param name="Source">Where the fact stands; null for arithmetic and for what the snapshot shows.</param>
/// <param name="RuleId">The rule that knows the same fact; null without one.</param>
public sealed record RecommendationReason(string Text, string? Source = null, string? RuleId = null)
{
    /// <summary>The sentence.</summary>
    public override string ToString() => Text;
}
