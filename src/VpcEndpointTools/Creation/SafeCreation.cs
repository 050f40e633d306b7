using VpcEndpointTools.Aws;
using VpcEndpointTools.Changes;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Live;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Creation;

/// <summary>What the user wants of a creation.</summary>
/// <param name="AllowInconclusive">Go on where an error could not be excluded.</param>
/// <param name="NoWait">Do not wait until the endpoint is available.</param>
/// <param name="Timeout">For each request, from the first look to the last.</param>
/// <param name="RemoveOnFailure">Delete the endpoint that this command created, should it fail.</param>
/// <param name="ReplaceFailed">Delete failed endpoints of the same request first.</param>
internal sealed record CreationOptions(bool AllowInconclusive, bool NoWait, TimeSpan Timeout, bool RemoveOnFailure, bool ReplaceFailed)
{
    /// <summary>Create without private DNS, and turn it on when the endpoint is available and sound.</summary>
    public bool EnablesPrivateDnsAfterwards { get; init; }
}

/// <summary>Creates one endpoint: looks, asks, creates once, waits, verifies. Says the truth about what there is at every end.</summary>
internal sealed class SafeCreation(
    AwsPump pump, AwsConnection connection, string region, RuleEvaluator evaluator, CreationOptions options, IVoice voice,
    CancellationToken stop)
{
    private readonly List<EndpointConfig> _promised = [];
    private PrivateDnsStage? _stage;

    /// <summary>Does it all for one request.</summary>
    /// <param name="given">The request, with its full name.</param>
    /// <param name="completion">Completes it.</param>
    /// <param name="target">What the user gave.</param>
    public void Run(EndpointConfig given, RequestCompletion completion, object target)
    {
        using Deadline deadline = new(options.Timeout, stop);
        EndpointCalls calls = new(pump, connection, region, deadline);
        CreationProgress progress = new();
        PreparedCreation? prepared = null;
        _stage = null;
        try
        {
            prepared = new CreationPreparation(calls, evaluator, options, voice).Run(given, completion, _promised, target);
            if (prepared is null)
            {
                return;
            }

            if (prepared.Existing is { } existing)
            {
                Finish(calls, progress, prepared, new CreatedEndpoint(existing, CreationProof.WasThere), target);
            }
            else if (Approve(deadline, prepared) && Replace(calls, progress, prepared, target)
                && new EndpointCreator(calls, AfterDeletions(prepared), progress).Create(prepared.Request, prepared.Before, target) is { } made)
            {
                Finish(calls, progress, prepared, made, target);
            }
        }
        catch (Exception exception) when (Stopping.Is(exception))
        {
            string created = prepared is null || prepared.Existing is not null
                ? Stopping.NothingDone
                : progress.Describe(calls, prepared.Request, prepared.Before);
            voice.LastWords(_stage is null ? created : $"{created} {_stage.WhatIsKnown()}");
            throw;
        }
    }

    // What is replaced is asked for by itself: it is a deletion.
    private bool Approve(Deadline deadline, PreparedCreation prepared)
    {
        bool approved = deadline.WithoutCounting(() =>
            prepared.Replaced.Aggregate(true, (all, failed) => ApproveRemoval(failed) && all)
            & Approve(EndpointPlan.Of(prepared.Whole, region, prepared.Preflight!, prepared.Excused)));
        if (!approved)
        {
            // So that two plans of one pipe that would collide are told.
            _promised.Add(prepared.Whole with { State = "available", VpcEndpointId = "vpce-planned" });
        }

        return approved;
    }

    // The plan itself comes out under -WhatIf: told in the line above it too, it would be there twice.
    private bool Approve(EndpointPlan plan) => voice.Ask(
        $"Create the {plan.Type} endpoint of {plan.Service} in {plan.Vpc}, {plan.Region}.",
        $"Create in {plan.Vpc}, {plan.Region}: {plan.Message}?",
        plan);

    private bool ApproveRemoval(EndpointConfig failed)
    {
        string what = $"Delete {failed.VpcEndpointId} in {region}, which is {failed.State}";
        return voice.Ask($"{what}.", $"{what}, to create it anew?", caption: "New-SafeVpcEndpoint -ReplaceFailed");
    }

    private bool Replace(EndpointCalls calls, CreationProgress progress, PreparedCreation prepared, object target)
    {
        if (new FailedEndpointRemoval(calls, options).Replace(prepared.Replaced, progress) is not { } problem)
        {
            if (prepared.Replaced.Count > 0)
            {
                voice.Say($"AWS accepted the deletion of {Names(prepared.Replaced)}.");
            }

            return true;
        }

        voice.Fail(Errors.NotReplaced(problem, target));
        return false;
    }

    // Whatever the creation comes to, what was deleted for it is told with it.
    private IVoice AfterDeletions(PreparedCreation prepared) => prepared.Replaced.Count == 0 ? voice
        : new RelayedVoice(voice, error => voice.Fail(Errors.AfterDeletion(error, Names(prepared.Replaced))));

    private static string Names(IReadOnlyList<EndpointConfig> endpoints) =>
        string.Join(", ", endpoints.Select(endpoint => endpoint.VpcEndpointId.Known));

    private (SafeVpcEndpoint Endpoint, ConfigTestResult? Verdict) EnablePrivateDns(EndpointCalls calls, PreparedCreation prepared,
        SafeVpcEndpoint endpoint, ConfigTestResult? verdict, CreationProof proof, object target)
    {
        if (!options.EnablesPrivateDnsAfterwards || endpoint.PrivateDnsEnabled)
        {
            return (endpoint, verdict);
        }

        if (!EndpointStates.IsAvailable(endpoint.State))
        {
            voice.Warn($"{endpoint.VpcEndpointId} is {endpoint.State}: private DNS is not turned on yet. The same command again goes on.");
            return (endpoint, verdict);
        }

        _stage = new PrivateDnsStage(new ChangeSite(pump, connection, region, calls.Deadline), evaluator, options, voice, proof,
            target);
        (SafeVpcEndpoint? then, ConfigTestResult? now) = _stage.Run(endpoint, prepared.Whole);
        return (then ?? endpoint, now);
    }

    private void Finish(EndpointCalls calls, CreationProgress progress, PreparedCreation prepared, CreatedEndpoint created, object target)
    {
        EndpointConfig? known = prepared.Existing is { } existing
            ? prepared.Before.VpcEndpoints?.First(endpoint => endpoint.VpcEndpointId.Is(existing.VpcEndpointId))
            : null;
        WaitResult result = new EndpointWait(calls, options, voice, progress).Run(created.Endpoint, known, created.Proof, target);
        if (result.Endpoint is not { } endpoint)
        {
            return;
        }

        // A client token tells of an earlier endpoint of the same request, which may have been changed since.
        if (!created.Proof.IsYes && result.Config is { } config)
        {
            NetworkSnapshot? around = prepared.Existing is null ? calls.Interfaces(prepared.Request) : prepared.Before;
            if (ExistingEndpoints.Differences(prepared.Compared, config, around).Count > 0)
            {
                voice.Fail(Errors.OtherSettings(prepared.Compared, config, around, target));
                return;
            }
        }

        bool isUnchanged = known is not null && ReferenceEquals(result.Config, known);
        ConfigTestResult? verdict = isUnchanged ? evaluator.Evaluate(known!, prepared.Before, region)
            : result.IsToBeVerified ? new CreationVerification(calls, evaluator, voice).Run(endpoint, prepared.Request)
            : null;
        (endpoint, verdict) = EnablePrivateDns(calls, prepared, endpoint, verdict, created.Proof, target);
        voice.Write(endpoint.Finished(created.Proof.Created, calls.Deadline.Elapsed, verdict, prepared.Excused));
    }
}
