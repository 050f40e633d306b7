using System.Diagnostics;
using System.Management.Automation;
using VpcEndpointTools.Aws;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Isolation;
using VpcEndpointTools.Live;
using VpcEndpointTools.Model;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Creation;

/// <summary>What the user wants of a creation.</summary>
internal sealed record CreationOptions(bool AllowInconclusive, bool NoWait, TimeSpan Timeout, bool RemoveOnFailure);

/// <summary>Creates one endpoint: looks, asks, creates once, waits, verifies. Says the truth about what there is at every end.</summary>
internal sealed class SafeCreation(
    AwsPump pump, AwsConnection connection, string region, RuleEvaluator evaluator, CreationOptions options, ICreationVoice voice, CancellationToken stop)
{
    private const int MostGenerations = 100;

    private readonly List<EndpointConfig> _promised = [];

    /// <summary>Does it all for one request.</summary>
    /// <param name="given">The request, with its full name.</param>
    /// <param name="completion">Completes it.</param>
    /// <param name="target">What the user gave.</param>
    public void Run(EndpointConfig given, RequestCompletion completion, object target)
    {
        Stopwatch watch = Stopwatch.StartNew();
        if (Prepare(given, completion, target, watch) is not { } prepared)
        {
            return;
        }

        (EndpointConfig request, NetworkSnapshot snapshot, ConfigTestResult preflight) = prepared;
        if (!voice.Approve(EndpointPlan.Of(request, region, preflight)))
        {
            // So that two plans of one pipe that would collide are told.
            _promised.Add(request with { State = "available", VpcEndpointId = "vpce-planned" });
            return;
        }

        new Making(pump, connection, region, options, voice, stop) { MostGenerations = MostGenerations }.Make(request, snapshot, target, watch, Verify);
    }

    // All that only looks.
    private (EndpointConfig Request, NetworkSnapshot Snapshot, ConfigTestResult Preflight)? Prepare(
        EndpointConfig given, RequestCompletion completion, object target, Stopwatch watch)
    {
        try
        {
            if (Look(given.VpcId, target) is not { } snapshot)
            {
                return null;
            }

            if (completion.Complete(given, snapshot, target, out ErrorRecord? error) is not { } request)
            {
                voice.Fail(error!);
                return null;
            }

            return IsThere(request, snapshot, target, watch) || !Preflight(request, snapshot, target, out ConfigTestResult preflight) ? null : (request, snapshot, preflight);
        }
        catch (Exception exception) when (Stopping.Is(exception))
        {
            voice.LastWords(Stopping.NothingDone);
            throw;
        }
    }

    private NetworkSnapshot? Look(Value<string> vpcId, object target)
    {
        SnapshotRequest asked = new(region) { VpcIds = vpcId.IsKnown ? [vpcId.Known] : [], WithoutVpcs = !vpcId.IsKnown };
        RegionAnswer answer = new LiveSnapshots(pump, connection, stop).Read([() => Task.FromResult<SnapshotRequest?>(asked)], [region])[0];
        if (answer.Problem is { } problem)
        {
            voice.Fail(Errors.Aws(problem, target));
            return null;
        }

        NetworkSnapshot snapshot = answer.Document.Snapshot!;
        return snapshot with { VpcEndpoints = snapshot.VpcEndpoints is null ? null : [.. snapshot.VpcEndpoints, .. _promised] };
    }

    private bool IsThere(EndpointConfig request, NetworkSnapshot snapshot, object target, Stopwatch watch)
    {
        IReadOnlyList<EndpointConfig> existing = [.. ExistingEndpoints.Of(request, snapshot).Except(_promised)];
        if (existing.FirstOrDefault(endpoint => ExistingEndpoints.Differences(request, endpoint).Count == 0) is { } same)
        {
            voice.Say($"{same.VpcEndpointId} is there already, as it is wanted.");
            InputNode node = pump.Run(() => ModuleServices.Endpoints.ListAsync(connection, region, request.VpcId.Known, pump, stop))
                .Member("VpcEndpoints")!.Items.First(item => item.Member("VpcEndpointId")?.Text == same.VpcEndpointId.Known);
            voice.Write(new SafeVpcEndpoint(node, region).Finished(created: false, watch.Elapsed, evaluator.Evaluate(same, snapshot, region)));
            return true;
        }

        if (existing.Count > 0)
        {
            voice.Fail(Errors.OtherSettings(request, existing[0], target));
        }

        return existing.Count > 0;
    }

    private bool Preflight(EndpointConfig request, NetworkSnapshot snapshot, object target, out ConfigTestResult result)
    {
        result = evaluator.Evaluate(request, snapshot, region);
        foreach (Finding finding in result.Findings)
        {
            if (finding.Severity == nameof(Severity.Error))
            {
                voice.Fail(Errors.Preflight(finding, target));
            }
            else if (finding.Severity == nameof(Severity.Warning))
            {
                voice.Warn($"{finding.RuleId}: {finding.Message} {finding.Remediation}");
            }
        }

        if (result.Outcome == TestOutcomes.Inconclusive && !options.AllowInconclusive)
        {
            voice.Fail(Errors.Inconclusive(result, target));
        }

        return result.Outcome == TestOutcomes.Passed || (result.Outcome == TestOutcomes.Inconclusive && options.AllowInconclusive);
    }

    // The endpoint as it is now, with what surrounds it.
    private ConfigTestResult? Verify(SafeVpcEndpoint made, EndpointConfig request)
    {
        if (Look(made.VpcId, made.VpcEndpointId) is not { } snapshot
            || snapshot.VpcEndpoints?.FirstOrDefault(endpoint => endpoint.VpcEndpointId.Is(made.VpcEndpointId)) is not { } endpoint)
        {
            voice.Warn($"{made.VpcEndpointId} was created, but could not be verified.");
            return null;
        }

        foreach (Value<string> table in request.RouteTableIds.Where(id => snapshot.RouteTables is not null
            && snapshot.Index.RouteTable(id.Known)?.Routes?.Any(route => route.GatewayId.Is(made.VpcEndpointId)) != true))
        {
            voice.Warn($"{made.VpcEndpointId}: {table} has no route to it.");
        }

        if (!request.SubnetIds.IsAbsent && endpoint.NetworkInterfaceIds.Count < endpoint.SubnetIds.Count)
        {
            voice.Warn($"{made.VpcEndpointId}: {endpoint.NetworkInterfaceIds.Count} network interfaces in {endpoint.SubnetIds.Count} subnets.");
        }

        if (request.PrivateDnsEnabled.Is(true) && !endpoint.PrivateDnsEnabled.Is(true))
        {
            voice.Warn($"{made.VpcEndpointId}: private DNS is not on.");
        }

        return evaluator.Evaluate(endpoint, snapshot, region);
    }
}
