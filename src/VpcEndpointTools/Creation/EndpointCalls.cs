using System.Globalization;
using VpcEndpointTools.Aws;
using VpcEndpointTools.Isolation;
using VpcEndpointTools.Live;
using VpcEndpointTools.Model;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Creation;

/// <summary>The calls of one creation, none of which outlasts its time. Each throws <see cref="AwsException"/> where it is not done.</summary>
internal sealed class EndpointCalls(AwsPump pump, AwsConnection connection, string region, Deadline deadline)
{
    private static readonly TimeSpan LastLook = TimeSpan.FromSeconds(3);

    public string Region => region;

    public Deadline Deadline => deadline;

    /// <summary>The endpoints of the VPC; for a request with designated addresses with the network interfaces that tell them.</summary>
    public EndpointList List(string vpcId, EndpointConfig? request = null) => new(
        Run(stop => ModuleServices.Endpoints.ListAsync(connection, region, vpcId, pump, stop), "DescribeVpcEndpoints"),
        region,
        request is null ? null : Interfaces(request));

    /// <summary>The network interfaces of a request's designated subnets, as a snapshot; null for a request without, and where they are not
    /// to be seen.</summary>
    public NetworkSnapshot? Interfaces(EndpointConfig request)
    {
        string[] subnets =
        [
            .. request.SubnetConfigurations.Select(one => one.SubnetId).Where(id => id.IsKnown).Select(id => id.Known).Distinct(StringComparer.Ordinal),
        ];
        if (subnets.Length == 0)
        {
            return null;
        }

        try
        {
            InputNode list = Run(
                stop => ModuleServices.Endpoints.ListInterfacesAsync(connection, region, subnets, pump, stop), "DescribeNetworkInterfaces");
            return ModuleServices.Reader.Read(list, $"EC2 {region}").Snapshot;
        }
        catch (AwsException)
        {
            // Then the addresses are not known, and no difference.
            return null;
        }
    }

    public CreationAnswer? DryRun(EndpointConfig request)
    {
        string token = CreationToken.OfDryRun(request, region);
        return Run(stop => ModuleServices.Endpoints.DryRunAsync(connection, region, request, token, pump, stop), "CreateVpcEndpoint");
    }

    /// <summary>Creates it. Ends a little before the time does, so that what came of a creation without an answer can still be looked for.</summary>
    public CreationAnswer Create(EndpointConfig request, string token)
    {
        TimeSpan left = deadline.Limit - deadline.Elapsed;
        using CancellationTokenSource early = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token);
        early.CancelAfter(left > TimeSpan.Zero ? left - TimeSpan.FromTicks(Math.Min(LastLook.Ticks, left.Ticks / 4)) : TimeSpan.Zero);
        try
        {
            return pump.Run(() => ModuleServices.Endpoints.CreateAsync(connection, region, request, token, pump, early.Token));
        }
        catch (OperationCanceledException) when (early.IsCancellationRequested
            && (deadline.HasCancelled || !deadline.Token.IsCancellationRequested))
        {
            throw OutOfTime("ec2:CreateVpcEndpoint");
        }
    }

    /// <summary>Deletes an endpoint; says what AWS says against it, or null.</summary>
    public string? Delete(string endpointId) =>
        Run(stop => ModuleServices.Endpoints.DeleteAsync(connection, region, endpointId, pump, stop), "DeleteVpcEndpoints");

    /// <summary>What surrounds an endpoint of the VPC.</summary>
    public RegionAnswer Surroundings(Value<string> vpcId)
    {
        SnapshotRequest asked = new(region) { VpcIds = vpcId.IsKnown ? [vpcId.Known] : [], WithoutVpcs = !vpcId.IsKnown };
        try
        {
            return new LiveSnapshots(pump, connection, deadline.Token).Read([() => Task.FromResult<SnapshotRequest?>(asked)], [region])[0];
        }
        catch (OperationCanceledException) when (deadline.HasCancelled)
        {
            return new RegionAnswer(region, null, OutOfTime("reading the VPC"));
        }
    }

    /// <summary>Keeps other processes of this machine from sending the request meanwhile.</summary>
    public RequestLock Lock(EndpointConfig request)
    {
        try
        {
            return RequestLock.Take(CreationToken.Of(request, region, 0), connection.EndpointUrl, deadline.Token);
        }
        catch (OperationCanceledException) when (deadline.HasCancelled)
        {
            throw OutOfTime("Another process of this machine that sends the same request");
        }
    }

    public void Wait(TimeSpan pause) => Run(
        async stop =>
        {
            await Task.Delay(Pause.Of(pause), stop).ConfigureAwait(false);
            return true;
        },
        null);

    /// <summary>A last short look, when the pipeline is being stopped and its calls are cancelled; null where it was not answered.</summary>
    public EndpointList? LookAfterStop(string vpcId)
    {
        using CancellationTokenSource patience = new(LastLook);
        try
        {
            Task<InputNode> list = Task.Run(
                () => ModuleServices.Endpoints.ListAsync(connection, region, vpcId, UnheardCalls.Instance, patience.Token), patience.Token);
            return new EndpointList(list.WaitAsync(patience.Token).GetAwaiter().GetResult(), region);
        }
        catch (Exception exception) when (exception is AwsException or OperationCanceledException)
        {
            return null;
        }
    }

    // A wait that the time ends has simply ended.
    private T Run<T>(Func<CancellationToken, Task<T>> call, string? action)
    {
        try
        {
            return pump.Run(() => call(deadline.Token));
        }
        catch (OperationCanceledException) when (deadline.HasCancelled)
        {
            return action is null ? default! : throw OutOfTime($"ec2:{action}");
        }
    }

    private AwsException OutOfTime(string what) => new(AwsErrorId.TimedOut, string.Create(
        CultureInfo.InvariantCulture,
        $"{what} in {region}: no answer within the {deadline.Limit.TotalSeconds:F0} seconds of -TimeoutSeconds. "
        + $"{pump.WaitedFor ?? "Give more time, or check the network."}"));
}
