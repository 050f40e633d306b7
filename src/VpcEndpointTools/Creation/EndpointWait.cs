using VpcEndpointTools.Live;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Creation;

/// <summary>How a wait ended.</summary>
/// <param name="Endpoint">The endpoint as it was last seen; null where there is none to give, which has been told.</param>
/// <param name="Config">The same as AWS listed it; null where it was not listed.</param>
/// <param name="IsToBeVerified">True where it makes sense to test it as it is.</param>
internal sealed record WaitResult(SafeVpcEndpoint? Endpoint, EndpointConfig? Config, bool IsToBeVerified)
{
    public static WaitResult Nothing { get; } = new(null, null, false);
}

/// <summary>Waits until an endpoint is available, and tells where it ends otherwise.</summary>
internal sealed class EndpointWait(EndpointCalls calls, CreationOptions options, IVoice voice, CreationProgress progress)
{
    // AWS's lists may lose sight of an endpoint for a while; what is missing for longer is gone.
    internal static readonly TimeSpan LongestAbsence = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private SafeVpcEndpoint _now = null!;
    private EndpointConfig? _config;
    private CreationProof _proof = null!;
    private TimeSpan? _missingSince;

    /// <summary>Waits.</summary>
    /// <param name="endpoint">The endpoint, as it was last seen.</param>
    /// <param name="config">The same as AWS listed it, where it did.</param>
    /// <param name="proof">Whether this command created it.</param>
    /// <param name="target">What the user gave.</param>
    public WaitResult Run(SafeVpcEndpoint endpoint, EndpointConfig? config, CreationProof proof, object target)
    {
        (_now, _config, _proof, _missingSince) = (endpoint, config, proof, null);
        for (TimeSpan pause = TimeSpan.Zero; ; pause = Longer(pause))
        {
            if (Judge(target) is { } end)
            {
                return end;
            }

            if (calls.Deadline.IsOver)
            {
                voice.Fail(Errors.WaitTimedOut(_now, _proof, _config is not null, calls.Deadline.Limit, target));
                return new WaitResult(_now, _config, false);
            }

            voice.Waiting(_now.VpcEndpointId, _now.State, calls.Deadline.Elapsed / calls.Deadline.Limit);
            calls.Wait(pause);
            if (Look(target) is { } denied)
            {
                return denied;
            }
        }
    }

    private static TimeSpan Longer(TimeSpan pause) =>
        pause == TimeSpan.Zero ? FirstPause : pause * 1.5 < LongestPause ? pause * 1.5 : LongestPause;

    // The end, or null where there is still something to wait for.
    private WaitResult? Judge(object target)
    {
        if (EndpointStates.IsGone(_now.State))
        {
            progress.Endpoint = null;
            voice.Fail(Errors.EndpointDeleted(_now, target));
            return WaitResult.Nothing;
        }

        if (EndpointStates.IsBroken(_now.State))
        {
            voice.Fail(Errors.EndpointFailed(_now, _proof, new FailedEndpointRemoval(calls, options).After(_now, _proof), target));
            return WaitResult.Nothing;
        }

        if (EndpointStates.Waits(_now.State))
        {
            string? service = _now.ServiceName ?? _now.ResourceConfigurationArn ?? _now.ServiceNetworkArn;
            voice.Warn($"{_now.VpcEndpointId} waits for acceptance: the owner of {service} must accept it.");
            return new WaitResult(_now, _config, !options.NoWait);
        }

        bool isAvailable = EndpointStates.IsAvailable(_now.State);
        bool changesByItself = isAvailable || EndpointStates.IsPending(_now.State) || _proof.Created != CreationProof.No;
        if (!changesByItself || (options.NoWait && !isAvailable && !EndpointStates.IsPending(_now.State)))
        {
            voice.Warn($"{_now.VpcEndpointId} is {_now.State}, not available: it may carry no traffic.");
            return new WaitResult(_now, _config, !options.NoWait);
        }

        return options.NoWait || (isAvailable && _config is not null) ? new WaitResult(_now, _config, !options.NoWait) : null;
    }

    private WaitResult? Look(object target)
    {
        try
        {
            EndpointList list = calls.List(_now.VpcId);
            if (list.Find(_now.VpcEndpointId) is { } seen)
            {
                (_now, _config, _missingSince) = (seen, list.Config(seen.VpcEndpointId), null);
                progress.Endpoint = seen;
                return null;
            }
        }
        catch (AwsException exception) when (exception.IsRefusal)
        {
            voice.Warn($"{_now.VpcEndpointId} is there and was {_now.State} when last seen; it cannot be watched: {exception.Message}");
            return new WaitResult(_now, _config, false);
        }
        catch (AwsException exception)
        {
            voice.Say(exception.Message);
            return null;
        }

        _missingSince ??= calls.Deadline.Elapsed;
        if (calls.Deadline.Elapsed - _missingSince <= Pause.Of(LongestAbsence))
        {
            return null;
        }

        // Never listed, it may still come: the wait goes on, unless nothing but the listing is waited for.
        if (_config is not null)
        {
            voice.Fail(Errors.EndpointVanished(_now, target));
            return WaitResult.Nothing;
        }

        if (!EndpointStates.IsAvailable(_now.State))
        {
            return null;
        }

        voice.Warn($"{_now.VpcEndpointId} is {_now.State}, but AWS does not list it yet; it was not verified.");
        return new WaitResult(_now, null, false);
    }
}
