namespace VpcEndpointTools.Emulator;

/// <summary>A request that arrived.</summary>
/// <param name="Action">The operation.</param>
/// <param name="Region">The Region that it was signed for.</param>
/// <param name="Parameters">Its parameters, as sent.</param>
/// <param name="AccessKey">Who signed it.</param>
/// <param name="Outcome">OK, an error code, or what was done to it: Hang, CutBefore, CutAfter.</param>
public sealed record ReceivedCall(string Action, string Region, IReadOnlyDictionary<string, string> Parameters, string AccessKey, string Outcome)
{
    /// <summary>True when it asked only whether it would be allowed.</summary>
    public bool IsDryRun => Parameters.TryGetValue("DryRun", out string? text) && string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for an operation that changes something.</summary>
    public bool IsMutating => !Action.StartsWith("Describe", StringComparison.Ordinal) && Action != "GetCallerIdentity";
}
