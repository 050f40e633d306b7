namespace VpcEndpointTools.Policies;

/// <summary>The policy that AWS fills in where nobody wrote one. It is dated 2008-10-17 or not at all.</summary>
internal static class DefaultPolicy
{
    /// <summary>True for that policy.</summary>
    public static bool Is(string text)
    {
        PolicyDocument document = PolicyDocument.Parse(text);
        return document is { Version: null or "2008-10-17", Statements.Count: 1 }
            && document.Statements[0] is { IsFullAccess: true, Sid: null };
    }
}
