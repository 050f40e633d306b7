using VpcEndpointTools.Changes;
using VpcEndpointTools.Creation;
using VpcEndpointTools.Editing;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Isolation;
using VpcEndpointTools.Live;
using VpcEndpointTools.Model;
using VpcEndpointTools.Recommendation;

namespace VpcEndpointTools.Removal;

/// <summary>What the user wants of a removal.</summary>
internal sealed record RemovalOptions(bool AllowInUse, bool AllowInconclusive, bool NoWait, NetworkSnapshot? Snapshot,
    IReadOnlyList<TrafficVolume> Traffic);

/// <summary>Removes one endpoint: looks what uses it, asks, removes once, waits until it is gone. Says the truth about what there is at
/// every end.</summary>
internal sealed class SafeRemoval(ChangeSite site, string id, object target, RemovalOptions options, IVoice voice)
{
    private const string Gone = "deleted";

    private EndpointConfig? _endpoint;
    private EndpointRemoval? _plan;
    private string? _removed;
    private bool _isSent;
    private string? _state;
    private IReadOnlyList<string>? _interfaces;

    /// <summary>Does it all.</summary>
    public void Run()
    {
        try
        {
            if (!Look())
            {
                return;
            }

            if (EndpointStates.IsGone(_state))
            {
                voice.Say($"{id} is {_state} already; nothing is sent.");
                _removed = ChangeOutcomes.No;
            }
            else if (!IsAllowed() || !site.Deadline.WithoutCounting(() => Approve(_plan!)))
            {
                return;
            }
            else
            {
                Send();
            }

            if (_removed is not null)
            {
                AwaitEnd();
            }
        }
        catch (Exception exception) when (Stopping.Is(exception))
        {
            if (!site.Deadline.HasCancelled)
            {
                voice.LastWords(LastWords());
                throw;
            }

            voice.Fail(Errors.TimeOver(TimeOverWords(), target));
            if (_isSent || _removed is not null)
            {
                Write(_removed ?? ChangeOutcomes.Unknown);
            }
        }
    }

    private bool Approve(EndpointRemoval plan)
    {
        string action = $"Remove {plan.ExistingVpcEndpointId} ({plan.Type}, {plan.Service}) from {plan.Vpc}, {plan.Region}";
        return voice.Ask(
            $"{action}.", $"{action}? What could use it and was not looked at: {string.Join("; ", plan.NotLookedAt)}.", plan);
    }

    // All endpoints of the Region, because policies of any of them may name this one; the routes of its own VPC.
    private bool Look()
    {
        NetworkSnapshot region = site.Read(new SnapshotRequest(site.Region) { Needs = RuleNeeds.VpcEndpoints });
        if (region.VpcEndpoints is null)
        {
            voice.Fail(Errors.EndpointNotSeen(id, site.Region, target));
            return false;
        }

        _endpoint = region.VpcEndpoints.FirstOrDefault(endpoint => endpoint.VpcEndpointId.Is(id));
        if (_endpoint is null)
        {
            voice.Fail(Errors.NotInAws(id, [site.Region], target));
            return false;
        }

        _state = EndpointStates.AsInApi(_endpoint.State.KnownOrDefault ?? string.Empty);
        NetworkSnapshot vpc = EndpointStates.IsGone(_state) ? new()
            : site.Read(new SnapshotRequest(site.Region) { VpcIds = [_endpoint.VpcId.Known], Needs = RuleNeeds.RouteTables });
        EndpointUses uses = new(_endpoint)
        {
            Around = vpc with { VpcEndpoints = region.VpcEndpoints, Region = site.Region }, Given = options.Snapshot,
                Traffic = options.Traffic,
        };
        _plan = EndpointRemoval.Plan(_endpoint, site.Region, uses);
        return EndpointStates.IsGone(_state) || vpc.RouteTables is not null || options.AllowInconclusive
            || Fail(Errors.RemovalInconclusive(_endpoint, $"the route tables of {_endpoint.VpcId}", target));
    }

    private bool IsAllowed()
    {
        if (_endpoint!.RequesterManaged.Is(true))
        {
            return Fail(Errors.RequesterManaged(_endpoint, "removed", target));
        }

        List<EndpointUse> refused = [.. _plan!.Uses.Where(use => use.Weight == UseWeights.Refused)];
        if (refused.Count > 0)
        {
            return Fail(Errors.EndpointHasRoutes(_endpoint, refused, target));
        }

        List<EndpointUse> inUse = [.. _plan.Uses.Where(use => use.Weight == UseWeights.InUse)];
        if (inUse.Count > 0 && !options.AllowInUse)
        {
            return Fail(Errors.EndpointInUse(_endpoint, inUse, target));
        }

        // Before the question, and where nobody is asked.
        foreach (EndpointUse use in _plan.Uses)
        {
            voice.Warn($"{id}: {use.Message}");
        }

        return true;
    }

    private bool Fail(System.Management.Automation.ErrorRecord error)
    {
        voice.Fail(error);
        return false;
    }

    private void Send()
    {
        _isSent = true;
        try
        {
            site.Run(stop => ModuleServices.Changes.RemoveAsync(site.Connection, site.Region, id, site.Monitor, stop));
            _removed = ChangeOutcomes.Yes;
        }
        catch (AwsException exception)
        {
            Recover(exception);
        }
    }

    // An attempt before the last may have been carried out, and somebody else may have been faster: what is there tells.
    private void Recover(AwsException exception)
    {
        ShownEndpoint? now;
        try
        {
            now = site.Find(id, _endpoint!.VpcId.Known);
        }
        catch (AwsException look)
        {
            voice.Fail(Errors.RemovalNotKnown(id, exception, look, target));
            return;
        }

        _state = now?.State ?? Gone;
        if (EndpointStates.IsGone(_state) || exception.Id == "InvalidVpcEndpointId.NotFound")
        {
            voice.Warn($"{id}: {exception.Message} It is {(now is null ? "not listed any more" : _state)}: this request, or somebody "
                + $"else, removed it.");
            _removed = ChangeOutcomes.Unknown;
            return;
        }

        voice.Fail(Errors.NotRemoved(exception, now!, target));
    }

    private void AwaitEnd()
    {
        try
        {
            if (AwaitEndpoint() && _endpoint!.NetworkInterfaceIds.Count > 0)
            {
                AwaitInterfaces([.. _endpoint.NetworkInterfaceIds.Where(item => item.IsKnown).Select(item => item.Known)]);
            }
        }
        catch (AwsException exception)
        {
            voice.Warn($"{id} was {_state} when last seen; it cannot be watched any more: {exception.Message}");
        }

        voice.Waited();
        Write(_removed!);
    }

    // True when it is gone; false where that is not waited for.
    private bool AwaitEndpoint()
    {
        // Lists lose sight of an endpoint now and then: it is gone when it is missing twice.
        int missing = 0;
        while (_state != Gone || missing < 2)
        {
            ShownEndpoint? now = site.Find(id, _endpoint!.VpcId.Known);
            _state = now?.State ?? Gone;
            missing = now is null ? missing + 1 : _state == Gone ? 2 : 0;
            if (options.NoWait)
            {
                return false;
            }

            if (missing < 2)
            {
                voice.Waiting(id, _state, site.Deadline.Elapsed / site.Deadline.Limit);
                site.Pause();
            }
        }

        return true;
    }

    private void AwaitInterfaces(IReadOnlyList<string> ids)
    {
        while (true)
        {
            _interfaces = site.Run(stop =>
                ModuleServices.Changes.InterfacesLeftAsync(site.Connection, site.Region, ids, site.Monitor, stop));
            if (_interfaces.Count == 0)
            {
                return;
            }

            voice.Waiting(id, $"deleted; {_interfaces.Count} network interfaces are left", site.Deadline.Elapsed / site.Deadline.Limit);
            site.Pause();
        }
    }

    private void Write(string removed) => voice.Write(_plan!.Finished(removed, _state, _interfaces, site.Deadline.Elapsed));

    private string TimeOverWords() =>
        $"{id}: {Errors.Seconds(site.Deadline.Limit)} are over. {WhatIsKnown()} -TimeoutSeconds waits longer.";

    // Ctrl+C: the pipeline's streams are shut; a last short look tells what the user has to know.
    private string LastWords() => $"Stopped: {WhatIsKnown()}";

    private string WhatIsKnown()
    {
        if (!_isSent)
        {
            return _removed is null ? $"{id} was not removed: nothing was sent." : $"{id} was being deleted before; nothing was sent.";
        }

        bool looked = site.TryLastLook(id, _endpoint!.VpcId.Known, out ShownEndpoint? now);
        _state = looked ? now?.State ?? Gone : _state;
        string seen = looked ? now is null ? "it is not listed any more" : $"it is {_state}" : $"it was {_state} when last seen";
        string left = _interfaces is { Count: > 0 } ? $" Its network interfaces {string.Join(", ", _interfaces)} were still there."
            : string.Empty;
        return _removed switch
        {
            ChangeOutcomes.Yes => $"AWS accepted the removal of {id} in {site.Region}, and it goes on; {seen}.{left}",
            ChangeOutcomes.Unknown => $"{id} in {site.Region} is being removed, by this request or by somebody else; {seen}.{left}",
            _ => EndpointStates.IsGone(_state)
                ? $"{id} in {site.Region}: the removal was sent; {seen}.{left}"
                : $"{id} in {site.Region}: the removal was sent and not answered, so whether it takes effect is not known; {seen}.",
        };
    }
}
