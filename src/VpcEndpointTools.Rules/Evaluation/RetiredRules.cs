namespace VpcEndpointTools.Evaluation;

/// <summary>The ids of rules that were planned or shipped and given up. None is used again: suppressions and pages may still name
/// it.</summary>
public static class RetiredRules
{
    /// <summary>Why each was given up, by id.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["VPCE-C003"] = "Endpoint without traffic for 30 days: that is known from CloudWatch metrics, which no configuration and no snapshot has.",
        ["VPCE-D013"] = "Removal of the gateway endpoint that an inbound-only interface endpoint needs: that is about a removal, not about a configuration.",
        ["VPCE-N013"] = "Packets of more than 8,500 bytes: that depends on what clients send, which no configuration has.",
        ["VPCE-N014"] = "Tunnel endpoint outside the resource gateway's Availability Zones: no snapshot has the subnets of a resource gateway.",
    };
}
