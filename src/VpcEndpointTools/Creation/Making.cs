using System.Diagnostics;
using VpcEndpointTools.Aws;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Isolation;
using VpcEndpointTools.Live;
using VpcEndpointTools.Model;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Creation;

/// <summary>The part of a creation that changes something: dry run, create once, wait.</summary>
internal sealed class Making(AwsPump pump, AwsConnection connection, string region, CreationOptions options, ICreationVoice voice, CancellationToken stop)
{
    private static readonly TimeSpan LastLook = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestAbsence = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private string? _id;
    private bool _asked;
    private bool _sent;

    /// <summary>How many endpoints of the same request may be gone before it is given up.</summary>
    public required int MostGenerations { get; init; }

    /// <summary>Creates the endpoint and writes it.</summary>
    /// <param name="request">The request, complete and approved.</param>
    /// <param name="before">What was there before.</param>
    /// <param name="target">What the user gave.</param>
    /// <param name="watch">Since the command began to look.</param>
    /// <param name="verify">Looks at the endpoint when it is there.</param>
    public void Make(EndpointConfig request, NetworkSnapshot before, object target, Stopwatch watch, Func<SafeVpcEndpoint, EndpointConfig, ConfigTestResult?> verify)
    {
        try
        {
            if (Create(request, before, target) is not { } made)
            {
                return;
            }

            _id = made.Endpoint.VpcEndpointId;
            SafeVpcEndpoint? now = Await(made.Endpoint, target, made.Created);
            if (now is not null)
            {
                voice.Write(now.Finished(made.Created, watch.Elapsed, options.NoWait ? null : verify(now, request)));
            }
        }
        catch (Exception exception) when (Stopping.Is(exception))
        {
            TellWhatThereIs(request, before);
            throw;
        }
    }

    private (SafeVpcEndpoint Endpoint, bool Created)? Create(EndpointConfig request, NetworkSnapshot before, object target)
    {
        try
        {
            // A server that does not heed DryRun creates now.
            _asked = true;
            if (pump.Run(() => ModuleServices.Endpoints.DryRunAsync(connection, region, request, pump, stop)) is { } unasked)
            {
                voice.Warn($"This server does not heed DryRun: it created {unasked.Member("VpcEndpointId")?.Text} when it was only asked whether it would.");
                return (new SafeVpcEndpoint(unasked, region), true);
            }

            for (int generation = 0; generation < MostGenerations; generation++)
            {
                string token = CreationToken.Of(request, region, generation);
                _sent = true;
                SafeVpcEndpoint made = new(pump.Run(() => ModuleServices.Endpoints.CreateAsync(connection, region, request, token, pump, stop)), region);
                _id = made.VpcEndpointId;

                // One that AWS does not list yet is not gone: what was just made may take a moment to be seen.
                SafeVpcEndpoint now = EndpointStates.IsGone(made.State) ? made : FindIfAllowed(made) ?? made;
                bool isOld = before.VpcEndpoints?.Any(endpoint => endpoint.VpcEndpointId.Is(made.VpcEndpointId)) == true;
                if (isOld ? !EndpointStates.IsDead(now.State) : !EndpointStates.IsGone(now.State))
                {
                    return (now, !isOld);
                }

                // EC2 remembers tokens: the answer is an endpoint of the same request that is gone, or broken since then.
                _id = null;
                voice.Say($"{made.VpcEndpointId} was made by the same request before and is {now.State}; the next token makes a new one.");
            }

            voice.Fail(Errors.TooManyGenerations(request, MostGenerations, target));
        }
        catch (AwsException exception)
        {
            return Recover(exception, request, target);
        }

        return null;
    }

    // Another process may have been faster, or the answer may be lost: what is there tells.
    private (SafeVpcEndpoint Endpoint, bool Created)? Recover(AwsException exception, EndpointConfig request, object target)
    {
        try
        {
            if (Same(pump.Run(() => ModuleServices.Endpoints.ListAsync(connection, region, request.VpcId.Known, pump, stop)), request) is { } there)
            {
                voice.Say($"{exception.Message} But {there.VpcEndpointId} is there, as it is wanted.");
                return (there, _sent && !exception.IsRefusal);
            }
        }
        catch (AwsException)
        {
            // It cannot be looked for: what was answered must do.
        }

        // A creation that was not refused may still come, even if it is not listed yet.
        voice.Fail(Errors.NotCreated(exception, mayExist: _sent && !exception.IsRefusal, target));
        return null;
    }

    private SafeVpcEndpoint? Await(SafeVpcEndpoint made, object target, bool created)
    {
        Stopwatch waited = Stopwatch.StartNew();
        TimeSpan pause = TimeSpan.FromMilliseconds(200);
        SafeVpcEndpoint now = made;
        TimeSpan? unseen = null;
        while (!options.NoWait)
        {
            if (string.Equals(now.State, "available", StringComparison.OrdinalIgnoreCase))
            {
                break;
            }

            if (EndpointStates.Waits(now.State))
            {
                voice.Warn($"{now.VpcEndpointId} waits for acceptance: the owner of {now.ServiceName ?? now.ResourceConfigurationArn ?? now.ServiceNetworkArn} must accept it.");
                break;
            }

            if (EndpointStates.IsDead(now.State))
            {
                voice.Fail(Errors.EndpointFailed(now, Remove(now, created), target));
                return null;
            }

            if (waited.Elapsed > options.Timeout)
            {
                voice.Fail(Errors.WaitTimedOut(now, options.Timeout, target));
                break;
            }

            voice.Waiting(now.VpcEndpointId, now.State, waited.Elapsed / options.Timeout);
            pump.Run(async () =>
            {
                await Task.Delay(pause, stop).ConfigureAwait(false);
                return true;
            });
            pause = pause * 1.5 < LongestPause ? pause * 1.5 : LongestPause;
            try
            {
                SafeVpcEndpoint? seen = Find(now.VpcEndpointId, now.VpcId);
                unseen = seen is null ? unseen ?? waited.Elapsed : null;
                now = seen ?? now;
                if (waited.Elapsed - unseen > LongestAbsence)
                {
                    voice.Fail(Errors.EndpointVanished(now, target));
                    return null;
                }
            }
            catch (AwsException exception)
            {
                voice.Warn($"{now.VpcEndpointId} was created and was {now.State} when last seen; it cannot be watched: {exception.Message}");
                break;
            }
        }

        return now;
    }

    // Only what this call made, never another.
    private string Remove(SafeVpcEndpoint failed, bool created)
    {
        if (!options.RemoveOnFailure || !created)
        {
            return $"It is still there and is billed until it is deleted: Remove-EC2VpcEndpoint -VpcEndpointId {failed.VpcEndpointId}";
        }

        try
        {
            string? refusal = pump.Run(() => ModuleServices.Endpoints.DeleteAsync(connection, region, failed.VpcEndpointId, pump, stop));
            return refusal is null ? "It was deleted." : $"It could not be deleted: {refusal}";
        }
        catch (AwsException exception)
        {
            return $"It could not be deleted: {exception.Message}";
        }
    }

    // What was created is created, whether it may be looked at or not.
    private SafeVpcEndpoint? FindIfAllowed(SafeVpcEndpoint made)
    {
        try
        {
            return Find(made.VpcEndpointId, made.VpcId);
        }
        catch (AwsException exception)
        {
            voice.Say($"{made.VpcEndpointId} was created, but cannot be looked at: {exception.Message}");
            return null;
        }
    }

    private SafeVpcEndpoint? Find(string id, string vpcId) => pump.Run(() => ModuleServices.Endpoints.ListAsync(connection, region, vpcId, pump, stop))
        .Member("VpcEndpoints")!.Items.Where(item => item.Member("VpcEndpointId")?.Text == id).Select(item => new SafeVpcEndpoint(item, region)).FirstOrDefault();

    private SafeVpcEndpoint? Same(InputNode list, EndpointConfig request)
    {
        NetworkSnapshot now = ModuleServices.Reader.Read(list, $"EC2 {region}").Snapshot!;
        EndpointConfig? same = ExistingEndpoints.Of(request, now).FirstOrDefault(endpoint => ExistingEndpoints.Differences(request, endpoint).Count == 0);
        return same is null ? null : new SafeVpcEndpoint(list.Member("VpcEndpoints")!.Items.First(item => item.Member("VpcEndpointId")?.Text == same.VpcEndpointId.Known), region);
    }

    // Ctrl+C: the pipeline's streams are shut and its token is cancelled; a last short look tells what the user has to know.
    private void TellWhatThereIs(EndpointConfig request, NetworkSnapshot before)
    {
        if (_id is not null)
        {
            voice.LastWords($"Stopped: {_id} was created in {region} and is left there.");
            return;
        }

        if (!_asked)
        {
            voice.LastWords(Stopping.NothingDone);
            return;
        }

        using CancellationTokenSource patience = new(LastLook);
        try
        {
            InputNode list = Task.Run(() => ModuleServices.Endpoints.ListAsync(connection, region, request.VpcId.Known, Silence.Instance, patience.Token), patience.Token)
                .WaitAsync(patience.Token).GetAwaiter().GetResult();
            HashSet<string> old = [.. (before.VpcEndpoints ?? []).Select(endpoint => endpoint.VpcEndpointId.ToString())];
            SafeVpcEndpoint? made = Same(list, request);
            voice.LastWords(made is not null && !old.Contains(made.VpcEndpointId)
                ? $"Stopped: {made.VpcEndpointId} was created in {region} and is left there."
                : "Stopped while the creation was under way; no endpoint of this request is there now. The same command again finds it, should it still come.");
        }
        catch (Exception exception) when (exception is AwsException or OperationCanceledException)
        {
            voice.LastWords($"Stopped while the creation was under way; whether there is an endpoint in {request.VpcId} is not known. The same command again finds it, and makes no second one.");
        }
    }
}
