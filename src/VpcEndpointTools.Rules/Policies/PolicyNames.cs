using System.IO.Enumeration;

namespace VpcEndpointTools.Policies;

/// <summary>How a policy names an endpoint.</summary>
internal enum PolicyNaming
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Its id is in the text, in some other place or in what is no policy.</summary>
    Text,

    /// <summary>In a condition on aws:SourceVpce.</summary>
    SourceVpce,
}

/// <summary>Finds an endpoint's id in endpoint policies.</summary>
internal static class PolicyNames
{
    private const string Key = "aws:SourceVpce";
    private const string Prefix = "vpce-";

    /// <summary>How a policy names an endpoint.</summary>
    /// <param name="policy">The policy; URL-encoded as IAM gives it, too.</param>
    /// <param name="id">The id of the endpoint.</param>
    public static PolicyNaming In(string policy, string id)
    {
        string text = policy.TrimStart().StartsWith('%') ? Uri.UnescapeDataString(policy) : policy;
        return text.Contains(Key, StringComparison.OrdinalIgnoreCase)
            && PolicyDocument.Parse(text).Statements.SelectMany(statement => statement.Conditions).Any(condition => Names(condition, id))
                ? PolicyNaming.SourceVpce
            : text.Contains(id, StringComparison.OrdinalIgnoreCase) ? PolicyNaming.Text
            : PolicyNaming.None;
    }

    private static bool Names(PolicyCondition condition, string id) => condition.Key.Equals(Key, StringComparison.OrdinalIgnoreCase)
        && condition.Values.Any(value => value.Equals(id, StringComparison.OrdinalIgnoreCase)
            || (condition.Operator.Contains("Like", StringComparison.OrdinalIgnoreCase) && IsPrefixOf(value, id)));

    // A pattern for any endpoint names none.
    private static bool IsPrefixOf(string pattern, string id)
    {
        string literal = pattern[..(pattern.AsSpan().IndexOfAny('*', '?') is >= 0 and int wild ? wild : pattern.Length)];
        return literal.Length > Prefix.Length && FileSystemName.MatchesSimpleExpression(pattern, id);
    }
}
