namespace VpcEndpointTools.Removal;

/// <summary>Something that uses an endpoint, or would feel its removal.</summary>
public sealed class EndpointUse
{
    /// <summary>Route, EndpointPolicy, InboundOnlyPrivateDns, HostedZone, Traffic or PrivateDns.</summary>
    public required string Kind { get; init; }

    /// <summary>What uses it: a route table, an endpoint, a hosted zone, a VPC.</summary>
    public required string UsedBy { get; init; }

    /// <summary>Refused (AWS deletes no such endpoint), InUse (stops the removal unless -AllowInUse), or Consequence (told, and stops
    /// nothing).</summary>
    public required string Weight { get; init; }

    /// <summary>How it uses the endpoint, and what the removal would do to it.</summary>
    public required string Message { get; init; }

    /// <summary>The use as a line of a log.</summary>
    public override string ToString() => Message;
}

/// <summary>How much a use weighs. Strings, because an enum turns into a number in ConvertTo-Json.</summary>
public static class UseWeights
{
    /// <summary>AWS does not delete the endpoint as long as this is there.</summary>
    public const string Refused = "Refused";

    /// <summary>Something stops working.</summary>
    public const string InUse = "InUse";

    /// <summary>Something works in another way.</summary>
    public const string Consequence = "Consequence";
}
