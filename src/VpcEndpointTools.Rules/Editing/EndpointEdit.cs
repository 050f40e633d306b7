using System.Globalization;
using VpcEndpointTools.Creation;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Editing;

/// <summary>A change to an endpoint: planned, made, or found to be there. It has no VpcEndpointId of its own: Remove-EC2VpcEndpoint
/// would delete it from the pipe.</summary>
public sealed class EndpointEdit : IFormattable
{
    /// <summary>The endpoint.</summary>
    public required string ExistingVpcEndpointId { get; init; }

    /// <summary>Its VPC.</summary>
    public string? Vpc { get; init; }

    /// <summary>The service, resource configuration or service network.</summary>
    public string? Service { get; init; }

    /// <summary>Its type.</summary>
    public string? Type { get; init; }

    /// <summary>Where it is.</summary>
    public required string Region { get; init; }

    /// <summary>Planned (-WhatIf), Yes (AWS accepted the change of this call), No (nothing had to be changed), or Unknown (it is as
    /// wanted, but the answer was lost or somebody
    /// else may have changed it).</summary>
    public required string Changed { get; init; }

    /// <summary>What was to be changed, in words; empty where the endpoint had it all already.</summary>
    public required string[] Changes { get; init; }

    /// <summary>Its state when it was last looked at.</summary>
    public string? State { get; init; }

    /// <summary>The endpoint as AWS showed it last; null in a plan.</summary>
    public SafeVpcEndpoint? Endpoint { get; init; }

    /// <summary>The verdict on it: as it would be in a plan, else as it is now; null where it could not be looked at.</summary>
    public ConfigTestResult? TestResult { get; init; }

    /// <summary>Errors that would stop the change and that the settings excuse: the rule, the excuse, what is wrong.</summary>
    public string[] ExcusedErrors { get; init; } = [];

    /// <summary>From the command's first look to its last, in seconds.</summary>
    public double ElapsedSeconds { get; init; }

    /// <summary>The change in words, with the cost a month where it changes that.</summary>
    public required string Message { get; init; }

    /// <summary>The change as a line of a log.</summary>
    public override string ToString() => $"{ExistingVpcEndpointId} ({Type}, {Service}): {Message} (changed: {Changed})";

    /// <summary>The same line for people; refused to a cmdlet that would take it for an id.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) => NotAnId.Text(this, formatProvider, "An edit");

    /// <summary>The change of an endpoint.</summary>
    /// <param name="endpoint">The endpoint as it is.</param>
    /// <param name="change">The change.</param>
    /// <param name="region">Where it is.</param>
    /// <param name="changed">Planned, Yes, No or Unknown.</param>
    public static EndpointEdit Of(EndpointConfig endpoint, EndpointChange change, string region, string changed)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(change);
        string[] words = [.. change.Words()];
        return new EndpointEdit
        {
            ExistingVpcEndpointId = endpoint.VpcEndpointId.ToString(),
            Vpc = endpoint.VpcId.KnownOrDefault,
            Service = endpoint.ServiceName.KnownOrDefault ?? endpoint.ResourceConfigurationArn.KnownOrDefault
                ?? endpoint.ServiceNetworkArn.KnownOrDefault,
            Type = endpoint.VpcEndpointType.KnownOrDefault,
            Region = region,
            Changed = changed,
            Changes = words,
            State = endpoint.State.KnownOrDefault is { } state ? EndpointStates.AsInApi(state) : null,
            Message = words.Length == 0 ? "nothing to change" : string.Join(", ", words) + Cost(endpoint, change, region),
        };
    }

    /// <summary>The same change, with Errors that the settings excuse.</summary>
    internal EndpointEdit Excusing(string[] errors) => errors.Length == 0 ? this
        : With(Changed, Endpoint, TestResult, ElapsedSeconds, Message + PlanWords.Excused(errors), errors);

    /// <summary>The same change, with what the command knows of it in the end.</summary>
    /// <param name="changed">Yes, No or Unknown.</param>
    /// <param name="now">The endpoint as AWS showed it last.</param>
    /// <param name="result">The verdict on it.</param>
    /// <param name="elapsed">Since the command began to look.</param>
    public EndpointEdit Finished(string changed, SafeVpcEndpoint? now, ConfigTestResult? result, TimeSpan elapsed) =>
        With(changed, now, result, Math.Round(elapsed.TotalSeconds, 1), Message, ExcusedErrors);

    private static string Cost(EndpointConfig endpoint, EndpointChange change, string region)
    {
        int subnets = change.AddSubnetIds.Count - change.RemoveSubnetIds.Count;
        return subnets == 0 || !endpoint.VpcEndpointType.Is(EndpointTypes.Interface) ? string.Empty
            : Pricing.PriceList.Shipped.Find(region, "interface-hour") is { } price
            ? string.Create(CultureInfo.InvariantCulture,
                $" ({price.Amount * Pricing.CostModel.HoursPerMonth * subnets:+0.00;-0.00} USD a month, list price of "
                + $"{price.Date:yyyy-MM-dd})")
            : string.Create(CultureInfo.InvariantCulture,
                $" ({subnets:+0;-0} hourly charges; the price in {region} is not in this version's list)");
    }

    private EndpointEdit With(
        string changed, SafeVpcEndpoint? now, ConfigTestResult? result, double elapsed, string message, string[] excused) => new()
    {
        ExistingVpcEndpointId = ExistingVpcEndpointId,
        Vpc = Vpc,
        Service = Service,
        Type = Type,
        Region = Region,
        Changed = changed,
        Changes = Changes,
        State = now is null ? State : EndpointStates.AsInApi(now.State),
        Endpoint = now,
        TestResult = result,
        ExcusedErrors = excused,
        ElapsedSeconds = elapsed,
        Message = message,
    };
}

/// <summary>What is known of whether a call changed something. Strings, because an enum turns into a number in ConvertTo-Json.</summary>
public static class ChangeOutcomes
{
    /// <summary>Nothing was sent: a plan.</summary>
    public const string Planned = "Planned";

    /// <summary>AWS accepted the request of this call.</summary>
    public const string Yes = "Yes";

    /// <summary>This call changed nothing.</summary>
    public const string No = "No";

    /// <summary>It is so now, but whether by this call is not known.</summary>
    public const string Unknown = "Unknown";
}
