using VpcEndpointTools.Editing;
using VpcEndpointTools.Live;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Creation;

/// <summary>An endpoint that answers a creation, and whether this command created it.</summary>
internal sealed record CreatedEndpoint(SafeVpcEndpoint Endpoint, CreationProof Proof);

/// <summary>Sends the creation: a dry run, then the request with its client token, until there is one endpoint of it or it is told that there is
/// none.</summary>
internal sealed class EndpointCreator(EndpointCalls calls, IVoice voice, CreationProgress progress)
{
    private const int MostGenerations = 100;
    private const string Mismatch = "IdempotentParameterMismatch";

    // AWS's lists may lag for minutes; what was created longer ago and is not listed is gone.
    private static readonly TimeSpan LongestLag = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>The endpoint, or null where there is none, which has been told.</summary>
    /// <param name="request">The request: complete, canonical and approved.</param>
    /// <param name="before">What was there before.</param>
    /// <param name="target">What the user gave.</param>
    public CreatedEndpoint? Create(EndpointConfig request, NetworkSnapshot before, object target)
    {
        try
        {
            using RequestLock alone = calls.Lock(request);
            if (!alone.IsAlone && calls.List(request.VpcId.Known, request).Same(request) is { } others)
            {
                return Found(others, new CreationProof(CreationProof.No, "another process of this machine sent the same request"));
            }

            return DryRun(request, before, alone.IsAlone, target, out bool goesOn) is { } unasked ? unasked
                : goesOn ? Send(request, before, alone.IsAlone, target)
                : null;
        }
        catch (AwsException exception) when (!progress.HasSent)
        {
            voice.Fail(Errors.NotCreated(exception, target));
            return null;
        }
    }

    // What AWS refuses because of the endpoint itself (its routes, its private names, its addresses) it refuses in a dry run too, token or not.
    // Only a denial ends it: the request with its token tells the rest.
    private CreatedEndpoint? DryRun(EndpointConfig request, NetworkSnapshot before, bool isAlone, object target, out bool goesOn)
    {
        goesOn = true;
        try
        {
            progress.HasSent = true;
            if (calls.DryRun(request) is not { } answer)
            {
                return null;
            }

            SafeVpcEndpoint made = new(answer.Endpoint, calls.Region);
            voice.Warn($"This server ignores DryRun: it created {made.VpcEndpointId} when it was only asked whether it would.");
            return Found(made, CreationProof.Of(answer, WasListed(made, before), isAlone));
        }
        catch (AwsException exception)
        {
            goesOn = exception.IsRefusal && !exception.MayHaveActed && exception.ErrorId != AwsErrorId.AccessDenied;
            SafeVpcEndpoint? there = LookFor(request, before, exception);
            if (there is not null)
            {
                return Found(there, exception);
            }

            if (!goesOn)
            {
                voice.Fail(exception.MayHaveActed ? Errors.DryRunNotAnswered(exception, target) : Errors.NotCreated(exception, target));
            }

            return null;
        }
    }

    private CreatedEndpoint? Send(EndpointConfig request, NetworkSnapshot before, bool isAlone, object target)
    {
        try
        {
            for (int generation = 0; generation < MostGenerations; generation++)
            {
                CreationAnswer answer = CreateOnce(request, CreationToken.Of(request, calls.Region, generation));
                SafeVpcEndpoint made = new(answer.Endpoint, calls.Region);
                if (!IsGone(made, answer))
                {
                    CreationProof proof = CreationProof.Of(answer, WasListed(made, before), isAlone);
                    voice.Say($"Created {proof.Created}, because {proof.Reason}.");
                    return Found(made, proof);
                }

                // EC2 remembers tokens: the answer is an endpoint of the same request that was deleted since.
                voice.Say($"{made.VpcEndpointId} was made by the same request before and is gone; the next client token makes a new one.");
            }

            voice.Fail(Errors.TooManyGenerations(request, MostGenerations, target));
            return null;
        }
        catch (AwsException exception) when (exception.Id == Mismatch)
        {
            return FindByToken(exception, request, target);
        }
        catch (AwsException exception)
        {
            return Recover(exception, request, before, target);
        }
    }

    // The hosted zone of the endpoint that was deleted to be replaced has the private DNS name for a while. What is refused creates nothing.
    private CreationAnswer CreateOnce(EndpointConfig request, string token)
    {
        bool isTold = false;
        for (TimeSpan pause = FirstPause; ; pause = pause * 1.5 < LongestPause ? pause * 1.5 : LongestPause)
        {
            try
            {
                return calls.Create(request, token);
            }
            catch (AwsException exception) when (progress.Replaced is not null && TakenPrivateName.Is(exception) && !exception.MayHaveActed)
            {
                if (!isTold)
                {
                    voice.Warn(TakenPrivateName.Warning($"{request.ServiceName} in {request.VpcId}", exception));
                    isTold = true;
                }

                voice.Waiting("the private DNS name", "taken", calls.Deadline.Elapsed / calls.Deadline.Limit);
                calls.Wait(pause);
                if (calls.Deadline.IsOver)
                {
                    throw;
                }
            }
        }
    }

    // A token may be answered as it was the first time, although the endpoint is gone.
    private bool IsGone(SafeVpcEndpoint made, CreationAnswer answer)
    {
        if (EndpointStates.IsGone(made.State))
        {
            return true;
        }

        if (answer.CreatedAt is not { } createdAt || createdAt > answer.Trace.FirstSent + answer.Trace.ClockDifference - LongestLag)
        {
            return false;
        }

        try
        {
            return calls.List(made.VpcId).Find(made.VpcEndpointId) is not { } now || EndpointStates.IsGone(now.State);
        }
        catch (AwsException exception)
        {
            voice.Say($"{made.VpcEndpointId} cannot be looked at: {exception.Message}");
            return false;
        }
    }

    // The token was used with other parameters, such as other tags: the endpoint is there, even if AWS does not list it yet. Another token would
    // make a second one.
    private CreatedEndpoint? FindByToken(AwsException exception, EndpointConfig request, object target)
    {
        voice.Say("AWS knows the client token of this request with other parameters, such as other tags: its endpoint is looked for.");
        CreationProof proof = CreationProof.Of(exception);
        for (TimeSpan pause = FirstPause; ; pause = pause * 1.5 < LongestPause ? pause * 1.5 : LongestPause)
        {
            try
            {
                EndpointList list = calls.List(request.VpcId.Known, request);
                if (list.Same(request) is { } same)
                {
                    return Found(same, proof);
                }

                if ((list.Of(request) is [{ } other, ..] ? list.OtherSettings(request, other, target)
                    : list.BrokenOf(request) is [{ } broken, ..] ? Errors.FailedEndpointExists(broken, target)
                    : null) is { } error)
                {
                    voice.Fail(error);
                    return null;
                }
            }
            catch (AwsException unlisted) when (!unlisted.IsRefusal)
            {
                voice.Say(unlisted.Message);
            }
            catch (AwsException denied)
            {
                voice.Fail(Errors.TokenInUse(request, $"the endpoints of the VPC cannot be listed: {denied.Message}", target));
                return null;
            }

            if (calls.Deadline.IsOver)
            {
                voice.Fail(Errors.TokenInUse(request, Errors.NotListedWithin(calls.Deadline.Limit), target));
                return null;
            }

            voice.Waiting("an endpoint of the same client token", "not listed yet", calls.Deadline.Elapsed / calls.Deadline.Limit);
            calls.Wait(pause);
        }
    }

    // Another process may have been faster, or the answer may be lost: what is there tells.
    private CreatedEndpoint? Recover(AwsException exception, EndpointConfig request, NetworkSnapshot before, object target)
    {
        if (LookFor(request, before, exception) is { } there)
        {
            return Found(there, exception);
        }

        // A creation that was not refused may still come, even if it is not listed yet.
        voice.Fail(exception.MayHaveActed ? Errors.CreationNotKnown(exception, target) : Errors.NotCreated(exception, target));
        return null;
    }

    // One that failed since counts where the creation may have made it: it is billed.
    private SafeVpcEndpoint? LookFor(EndpointConfig request, NetworkSnapshot before, AwsException failure)
    {
        try
        {
            EndpointList list = calls.List(request.VpcId.Known, request);
            if (list.Same(request) is { } same)
            {
                return same;
            }

            SafeVpcEndpoint? broken = list.NewlyBroken(request, before);
            if (broken is not null && !failure.MayHaveActed)
            {
                voice.Warn($"{broken.VpcEndpointId} for the same target, which somebody else created, is {broken.State}. It is billed until "
                    + "it is deleted.");
            }

            return failure.MayHaveActed ? broken : null;
        }
        catch (AwsException exception)
        {
            voice.Say($"The endpoints of {request.VpcId} cannot be listed: {exception.Message}");
            return null;
        }
    }

    private CreatedEndpoint Found(SafeVpcEndpoint endpoint, AwsException failure)
    {
        voice.Say($"{failure.Message} But {endpoint.VpcEndpointId} is there.");
        return Found(endpoint, CreationProof.Of(failure));
    }

    private CreatedEndpoint Found(SafeVpcEndpoint endpoint, CreationProof proof)
    {
        (progress.Endpoint, progress.Proof) = (endpoint, proof);
        return new CreatedEndpoint(endpoint, proof);
    }

    private static bool? WasListed(SafeVpcEndpoint made, NetworkSnapshot before) =>
        before.VpcEndpoints?.Any(endpoint => endpoint.VpcEndpointId.Is(made.VpcEndpointId));
}
