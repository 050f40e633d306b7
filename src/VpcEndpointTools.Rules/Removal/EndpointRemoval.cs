using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Removal;

/// <summary>The removal of an endpoint: planned, made, or found to be under way. It has no VpcEndpointId of its own:
/// Remove-EC2VpcEndpoint would delete it from the pipe.</summary>
public sealed class EndpointRemoval : IFormattable
{
    /// <summary>The endpoint.</summary>
    public required string ExistingVpcEndpointId { get; init; }

    /// <summary>Its VPC.</summary>
    public string? Vpc { get; init; }

    /// <summary>The service, resource configuration or service network.</summary>
    public string? Service { get; init; }

    /// <summary>Its type.</summary>
    public string? Type { get; init; }

    /// <summary>Where it is, or was.</summary>
    public required string Region { get; init; }

    /// <summary>Planned (-WhatIf), Yes (AWS accepted the request of this call), No (it was being deleted before), or Unknown (it is
    /// going or gone, but the answer was lost or
    /// somebody else may have deleted it).</summary>
    public required string Removed { get; init; }

    /// <summary>Its state when it was last looked at; deleted where it is not listed any more.</summary>
    public string? State { get; init; }

    /// <summary>What used it, or felt its removal.</summary>
    public required EndpointUse[] Uses { get; init; }

    /// <summary>What could use it and was not looked at.</summary>
    public required string[] NotLookedAt { get; init; }

    /// <summary>Its network interfaces that were still there when they were last looked at; null where they were not looked at.</summary>
    public string[]? RemainingInterfaces { get; init; }

    /// <summary>From the command's first look to its last, in seconds.</summary>
    public double ElapsedSeconds { get; init; }

    /// <summary>The removal as a line of a log.</summary>
    public override string ToString() => $"{ExistingVpcEndpointId} ({Type}, {Service}) in {Vpc}: {State} (removed: {Removed})";

    /// <summary>The same line for people; refused to a cmdlet that would take it for an id.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) => NotAnId.Text(this, formatProvider, "A removal");

    /// <summary>The plan of a removal.</summary>
    /// <param name="endpoint">The endpoint as it is.</param>
    /// <param name="region">Where it is.</param>
    /// <param name="uses">What uses it.</param>
    public static EndpointRemoval Plan(EndpointConfig endpoint, string region, EndpointUses uses)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(uses);
        return new EndpointRemoval
        {
            ExistingVpcEndpointId = endpoint.VpcEndpointId.ToString(),
            Vpc = endpoint.VpcId.KnownOrDefault,
            Service = endpoint.ServiceName.KnownOrDefault ?? endpoint.ResourceConfigurationArn.KnownOrDefault
                ?? endpoint.ServiceNetworkArn.KnownOrDefault,
            Type = endpoint.VpcEndpointType.KnownOrDefault,
            Region = region,
            Removed = Editing.ChangeOutcomes.Planned,
            State = endpoint.State.KnownOrDefault is { } state ? EndpointStates.AsInApi(state) : null,
            Uses = [.. uses.Find()],
            NotLookedAt = uses.NotLookedAt,
        };
    }

    /// <summary>The same removal, with what the command knows of it in the end.</summary>
    /// <param name="removed">Yes, No or Unknown.</param>
    /// <param name="state">The state that was seen last.</param>
    /// <param name="remaining">The interfaces that were still there; null where they were not looked at.</param>
    /// <param name="elapsed">Since the command began to look.</param>
    public EndpointRemoval Finished(string removed, string? state, IReadOnlyList<string>? remaining, TimeSpan elapsed) => new()
    {
        ExistingVpcEndpointId = ExistingVpcEndpointId,
        Vpc = Vpc,
        Service = Service,
        Type = Type,
        Region = Region,
        Removed = removed,
        State = state,
        Uses = Uses,
        NotLookedAt = NotLookedAt,
        RemainingInterfaces = remaining is null ? null : [.. remaining],
        ElapsedSeconds = Math.Round(elapsed.TotalSeconds, 1),
    };
}
