namespace VpcEndpointTools.Model;

/// <summary>The states of an endpoint. AWS.Tools shows 'Available', the CLI 'available', so case is ignored.</summary>
public static class EndpointStates
{
    private static readonly HashSet<string> Gone = new(StringComparer.OrdinalIgnoreCase) { "deleting", "deleted" };

    private static readonly HashSet<string> Broken = new(StringComparer.OrdinalIgnoreCase) { "failed", "rejected", "expired" };

    /// <summary>Ready for traffic.</summary>
    public static bool IsAvailable(string? state) => string.Equals(state, "available", StringComparison.OrdinalIgnoreCase);

    /// <summary>Being created or changed by AWS, or waiting for its first state: it will change by itself.</summary>
    public static bool IsPending(string? state) => string.Equals(state, "pending", StringComparison.OrdinalIgnoreCase);

    /// <summary>Deleted or on its way out.</summary>
    public static bool IsGone(string? state) => state is not null && Gone.Contains(state);

    /// <summary>AWS could not create it.</summary>
    public static bool IsFailed(string? state) => string.Equals(state, "failed", StringComparison.OrdinalIgnoreCase);

    /// <summary>Failed, rejected or expired: of no use, still billed.</summary>
    public static bool IsBroken(string? state) => state is not null && Broken.Contains(state);

    /// <summary>Not yet accepted by the provider of the service.</summary>
    public static bool Waits(string? state) => string.Equals(state, "pendingAcceptance", StringComparison.OrdinalIgnoreCase);

    /// <summary>Gone or broken: holds no name, route or quota.</summary>
    public static bool IsDead(string? state) => IsGone(state) || IsBroken(state);

    /// <summary>The state as the API spells it: 'available' for AWS.Tools' 'Available'.</summary>
    public static string AsInApi(string state) => string.IsNullOrEmpty(state) ? string.Empty : char.ToLowerInvariant(state[0]) + state[1..];
}
