using VpcEndpointTools.Aws;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Creation;

/// <summary>What a creation knows before it changes anything.</summary>
/// <param name="Request">The request, complete and canonical.</param>
/// <param name="Before">What surrounds it.</param>
/// <param name="Preflight">The verdict on it; null where the endpoint is there already.</param>
/// <param name="Existing">The endpoint that is there already, as it is wanted.</param>
/// <param name="Replaced">Failed endpoints of the same request, to be deleted first.</param>
internal sealed record PreparedCreation(
    EndpointConfig Request,
    NetworkSnapshot Before,
    ConfigTestResult? Preflight,
    SafeVpcEndpoint? Existing,
    IReadOnlyList<EndpointConfig> Replaced)
{
    /// <summary>The request with what a second stage adds.</summary>
    public EndpointConfig Whole { get; init; } = Request;

    /// <summary>Errors of the request that the settings excuse.</summary>
    public string[] Excused { get; init; } = [];

    /// <summary>What an endpoint that is there must have: the first stage says nothing of private DNS where there is a second.</summary>
    public EndpointConfig Compared => ReferenceEquals(Whole, Request) ? Request : Request with { PrivateDnsEnabled = default };
}

/// <summary>The part of a creation that only looks: reads the VPC, completes the request, finds what is there, runs every rule.</summary>
internal sealed class CreationPreparation(EndpointCalls calls, RuleEvaluator evaluator, CreationOptions options, IVoice voice)
{
    /// <summary>All that is to be known, or null where the creation ends here, which has been told.</summary>
    /// <param name="given">The request, with its full name.</param>
    /// <param name="completion">Completes it.</param>
    /// <param name="promised">What the same pipe would create, under -WhatIf.</param>
    /// <param name="target">What the user gave.</param>
    public PreparedCreation? Run(EndpointConfig given, RequestCompletion completion, IReadOnlyList<EndpointConfig> promised, object target)
    {
        RegionAnswer answer = calls.Surroundings(given.VpcId);
        if (answer.Problem is { } problem)
        {
            voice.Fail(Errors.NotCreated(problem, target));
            return null;
        }

        NetworkSnapshot snapshot = answer.Document.Snapshot!;
        if (given.VpcId.IsKnown && snapshot.Vpcs?.Any(vpc => vpc.VpcId == given.VpcId) == false)
        {
            voice.Fail(Errors.NotInAws(given.VpcId.Known, [calls.Region], target));
            return null;
        }

        if (completion.Complete(given, snapshot, target) is not { } completed)
        {
            return null;
        }

        EndpointConfig whole = CanonicalRequest.Of(completed);
        EndpointConfig request = options.EnablesPrivateDnsAfterwards ? PrivateDnsStage.First(whole) : whole;
        if (request.VpcEndpointType.Is(EndpointTypes.Gateway) && request.RouteTableIds.IsAbsent)
        {
            voice.Fail(Errors.RouteTableNeeded(request, target));
            return null;
        }

        PreparedCreation empty = new(request, snapshot, null, null, []) { Whole = whole };
        if (FindExisting(empty.Compared, answer, snapshot, target, out SafeVpcEndpoint? existing))
        {
            return existing is null ? null : empty with { Existing = existing };
        }

        NetworkSnapshot withPromised = snapshot.VpcEndpoints is null ? snapshot : snapshot with { VpcEndpoints = [.. snapshot.VpcEndpoints, .. promised] };
        return FindFailed(request, snapshot, target) is { } failed
            && Preflight(whole, withPromised, target, out string[] excused) is { } preflight
            ? empty with { Preflight = preflight, Replaced = failed, Excused = excused }
            : null;
    }

    // True where there is one, as it is wanted or otherwise.
    private bool FindExisting(EndpointConfig request, RegionAnswer answer, NetworkSnapshot snapshot, object target, out SafeVpcEndpoint? there)
    {
        there = null;
        IReadOnlyList<EndpointConfig> existing = ExistingEndpoints.Of(request, snapshot);
        if (existing.FirstOrDefault(endpoint => ExistingEndpoints.Differences(request, endpoint, snapshot).Count == 0) is { } same)
        {
            // As it was read: a second look could find that it is gone since.
            there = new EndpointList(answer.Content!, calls.Region).Find(same.VpcEndpointId.Known)!;
            voice.Say($"{there.VpcEndpointId} is there already, as it is wanted.");
            return true;
        }

        if (existing.Count > 0)
        {
            voice.Fail(Errors.OtherSettings(request, existing[0], snapshot, target));
        }

        return existing.Count > 0;
    }

    // The failed endpoints to be replaced; null where they must be dealt with first. They are billed until they are deleted.
    private IReadOnlyList<EndpointConfig>? FindFailed(EndpointConfig request, NetworkSnapshot snapshot, object target)
    {
        IReadOnlyList<EndpointConfig> broken = ExistingEndpoints.Broken(request, snapshot);
        IReadOnlyList<EndpointConfig> same = [.. broken.Where(endpoint => ExistingEndpoints.IsOfRequest(request, endpoint))];
        foreach (EndpointConfig endpoint in broken.Except(same))
        {
            voice.Warn(
                $"{endpoint.VpcEndpointId} for the same target is {endpoint.State}, with other settings. It is billed until it is deleted.");
        }

        if (same.FirstOrDefault(endpoint => !options.ReplaceFailed || !EndpointStates.IsFailed(endpoint.State.KnownOrDefault)) is { } inTheWay)
        {
            voice.Fail(Errors.FailedEndpointExists(inTheWay, target));
            return null;
        }

        return same;
    }

    private ConfigTestResult? Preflight(EndpointConfig request, NetworkSnapshot snapshot, object target, out string[] excused)
    {
        ConfigTestResult result = evaluator.Evaluate(request, snapshot, calls.Region);
        IReadOnlyList<ExcusedError> errors = Excuses.Of(evaluator, request, snapshot, calls.Region);
        excused = [.. errors.Select(error => error.ToString())];
        foreach (string error in excused)
        {
            voice.Warn($"The settings excuse an error. {error}");
        }

        foreach (Finding finding in result.Findings)
        {
            if (finding.Severity == nameof(Severity.Error))
            {
                voice.Fail(Errors.Preflight(finding, target));
            }
            else if (finding.Severity == nameof(Severity.Warning) && !errors.Any(error => error.IsOf(finding)))
            {
                voice.Warn($"{finding.RuleId}: {finding.Message} {finding.Remediation}");
            }
        }

        if (result.Outcome == TestOutcomes.Inconclusive && !options.AllowInconclusive)
        {
            voice.Fail(Errors.Inconclusive(result, target));
        }

        bool goesOn = result.Outcome == TestOutcomes.Passed || (result.Outcome == TestOutcomes.Inconclusive && options.AllowInconclusive);
        return goesOn ? result : null;
    }
}
