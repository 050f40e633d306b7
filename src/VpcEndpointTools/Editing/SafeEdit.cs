using VpcEndpointTools.Changes;
using VpcEndpointTools.Creation;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Isolation;
using VpcEndpointTools.Live;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Editing;

/// <summary>What the user wants of an edit.</summary>
internal sealed record EditOptions(bool AllowInconclusive, bool NoWait);

/// <summary>Changes one endpoint: looks, tests what it would be, asks, changes once, waits, verifies. Says the truth about what there is
/// at every end.</summary>
internal sealed class SafeEdit(ChangeSite site, string id, EndpointChange asked, object target, RuleEvaluator evaluator,
    EditOptions options, IVoice voice)
{
    private EndpointEdit? _plan;
    private Modification? _modification;

    /// <summary>Does it all.</summary>
    public void Run()
    {
        try
        {
            if (Look() is not ({ } before, { } snapshot) || Change(before, snapshot) is not { } change)
            {
                return;
            }

            _modification = new Modification(site, before, change, voice, target);
            if (!site.Deadline.WithoutCounting(() => Approve(_plan!)) || !_modification.Send(waitForName: !options.NoWait))
            {
                return;
            }

            Finish();
        }
        catch (Exception exception) when (Stopping.Is(exception))
        {
            string known = _modification?.WhatIsKnown() ?? $"{id} was not changed: nothing was sent.";
            if (!site.Deadline.HasCancelled)
            {
                voice.LastWords($"Stopped: {known}");
                throw;
            }

            voice.Fail(Errors.TimeOver($"{id}: {Errors.Seconds(site.Deadline.Limit)} are over. {known} -TimeoutSeconds waits longer.",
                target));
            if (_modification is { IsSent: true })
            {
                Write(_modification.Changed ?? ChangeOutcomes.Unknown, null);
            }
        }
    }

    /// <summary>The endpoint as it is, tested with what surrounds it.</summary>
    internal static ConfigTestResult? Verify(ChangeSite site, ShownEndpoint shown, EndpointChange change, RuleEvaluator evaluator,
        IVoice voice)
    {
        NetworkSnapshot snapshot = site.Read(new SnapshotRequest(site.Region) { VpcIds = [shown.View.VpcId] });
        if (snapshot.VpcEndpoints?.FirstOrDefault(endpoint => endpoint.VpcEndpointId.Is(shown.View.VpcEndpointId)) is not { } endpoint)
        {
            voice.Warn($"{shown.View.VpcEndpointId} was changed, but could not be verified.");
            return null;
        }

        foreach (string table in change.AddRouteTableIds.Where(table => snapshot.RouteTables is not null
            && snapshot.Index.RouteTable(table)?.Routes?.Any(route => route.GatewayId == endpoint.VpcEndpointId) != true))
        {
            voice.Warn($"{endpoint.VpcEndpointId}: {table} has no route to it.");
        }

        if (change.AddSubnetIds.Count > 0 && endpoint.NetworkInterfaceIds.Count < endpoint.SubnetIds.Count)
        {
            voice.Warn($"{endpoint.VpcEndpointId}: {endpoint.NetworkInterfaceIds.Count} network interfaces in {endpoint.SubnetIds.Count} "
                + $"subnets.");
        }

        return evaluator.Evaluate(endpoint, snapshot, site.Region);
    }

    private bool Approve(EndpointEdit plan)
    {
        string action = $"Edit {plan.ExistingVpcEndpointId} ({plan.Type}, {plan.Service}) in {plan.Vpc}, {plan.Region}: {plan.Message}";
        return voice.Ask($"{action}.", $"{action}?", plan);
    }

    private (EndpointConfig? Before, NetworkSnapshot? Snapshot) Look()
    {
        IReadOnlyDictionary<string,
            string> vpcs = site.Run(stop =>
            ModuleServices.Aws.FindEndpointVpcsAsync(site.Connection, site.Region, [id], site.Monitor, stop));
        if (!vpcs.TryGetValue(id, out string? vpc))
        {
            voice.Fail(Errors.NotInAws(id, [site.Region], target));
            return default;
        }

        NetworkSnapshot snapshot = site.Read(new SnapshotRequest(site.Region) { VpcIds = [vpc] });
        EndpointConfig? before = snapshot.VpcEndpoints?.FirstOrDefault(endpoint => endpoint.VpcEndpointId.Is(id));
        if (before is null)
        {
            voice.Fail(snapshot.VpcEndpoints is null ? Errors.EndpointNotSeen(id, site.Region, target)
                : Errors.NotInAws(id, [site.Region], target));
        }

        return (before, snapshot);
    }

    // What is needed of it, or null where it cannot or need not be.
    private EndpointChange? Change(EndpointConfig before, NetworkSnapshot snapshot)
    {
        if (before.RequesterManaged.Is(true))
        {
            voice.Fail(Errors.RequesterManaged(before, "changed", target));
            return null;
        }

        if (!before.HoldsItsPlace)
        {
            voice.Fail(Errors.EndpointNotLiving(before, target));
            return null;
        }

        if (ChangePreflight.NotChangeable(before, asked) is { Count: > 0 } fixedParts)
        {
            voice.Fail(Errors.NotChangeable(before, fixedParts, ChangePreflight.Changeable(before), target));
            return null;
        }

        EndpointChange change = asked.Needed(before);
        _plan = EndpointEdit.Of(before, change, site.Region, ChangeOutcomes.Planned);
        if (change.IsEmpty)
        {
            voice.Say($"{id} is as it is wanted already; nothing is sent.");
            ShownEndpoint? shown = site.Find(id, before.VpcId.Known);
            voice.Write(_plan.Finished(ChangeOutcomes.No, shown?.View, evaluator.Evaluate(before, snapshot, site.Region),
                site.Deadline.Elapsed));
            return null;
        }

        return Preflight(before, change, snapshot) ? change : null;
    }

    private bool Preflight(EndpointConfig before, EndpointChange change, NetworkSnapshot snapshot)
    {
        ChangePreflight preflight = ChangePreflight.Of(before, change, snapshot, evaluator, site.Region);
        foreach (Finding finding in preflight.Errors)
        {
            voice.Fail(Errors.ChangePreflight(id, finding, target));
        }

        string[] excused = [.. preflight.Excused.Select(error => error.ToString())];
        foreach (string error in excused)
        {
            voice.Warn($"{id}: the settings excuse an error. {error}");
        }

        foreach (Finding finding in preflight.Warnings)
        {
            voice.Warn($"{id}, {finding.RuleId}: {finding.Message} {finding.Remediation}");
        }

        if (preflight.IsInconclusive && !options.AllowInconclusive)
        {
            voice.Fail(Errors.ChangeInconclusive(id, preflight.Result, target));
            return false;
        }

        _plan = _plan!.Finished(ChangeOutcomes.Planned, null, preflight.Result, site.Deadline.Elapsed).Excusing(excused);
        return preflight.Errors.Count == 0;
    }

    private void Finish()
    {
        ConfigTestResult? result = null;
        try
        {
            if (!options.NoWait)
            {
                if (!_modification!.Await())
                {
                    return;
                }

                result = Verify(site, _modification.Last!, asked, evaluator, voice);
            }
        }
        catch (AwsException exception)
        {
            voice.Warn($"{id}: the change was {(_modification!.Changed == ChangeOutcomes.Yes ? "accepted" : "sent")}; it cannot be "
                + $"watched: {exception.Message}");
        }

        voice.Waited();
        Write(_modification!.Changed!, result);
    }

    private void Write(string changed, ConfigTestResult? result) =>
        voice.Write(_plan!.Finished(changed, _modification!.Last?.View, result, site.Deadline.Elapsed));
}
