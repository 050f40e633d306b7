using Amazon.EC2;
using Amazon.EC2.Model;
using VpcEndpointTools.Live;
using VpcEndpointTools.Model;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Ec2;

/// <summary>Creates, watches and removes endpoints through AWS's SDK.</summary>
public sealed partial class Ec2Endpoints : IAwsEndpoints
{
    private const string Create = "CreateVpcEndpoint";

    /// <inheritdoc/>
    public async Task<CreationAnswer?> DryRunAsync(
        AwsConnection connection, string region, EndpointConfig request, string token, IAwsMonitor monitor, CancellationToken cancellationToken)
    {
        CreateVpcEndpointRequest asked = RequestWriter.Of(request);
        asked.DryRun = true;
        asked.ClientToken = token;
        CallRecorder recorder = CallRecorder.Start();
        try
        {
            CreateVpcEndpointResponse answer = await CallAsync(
                connection,
                region,
                Create,
                " DryRun",
                (client, stop) => client.CreateVpcEndpointAsync(asked, stop),
                monitor,
                cancellationToken,
                isRepeatable: false).ConfigureAwait(false);
            return answer.VpcEndpoint is null ? null : Answer(answer, recorder);
        }
        catch (AwsException exception) when (exception.InnerException is AmazonEC2Exception { ErrorCode: "DryRunOperation" })
        {
            return null;
        }
        catch (AwsException exception)
        {
            throw exception.With(recorder.Trace);
        }
    }

    /// <inheritdoc/>
    public async Task<CreationAnswer> CreateAsync(
        AwsConnection connection, string region, EndpointConfig request, string token, IAwsMonitor monitor, CancellationToken cancellationToken)
    {
        CreateVpcEndpointRequest asked = RequestWriter.Of(request);
        asked.ClientToken = token;
        CallRecorder recorder = CallRecorder.Start();
        try
        {
            CreateVpcEndpointResponse answer = await CallAsync(
                connection,
                region,
                Create,
                $" ClientToken {token}",
                (client, stop) => client.CreateVpcEndpointAsync(asked, stop),
                monitor,
                cancellationToken).ConfigureAwait(false);
            return answer.VpcEndpoint?.VpcEndpointId is { Length: > 0 }
                ? Answer(answer, recorder)
                : throw Problems.NotAnAnswer(Create, region, "no VpcEndpointId came")
                    .With(recorder.Trace with { Unsettled = recorder.Trace.Unsettled + 1 });
        }
        catch (AwsException exception) when (exception.Trace is null)
        {
            throw exception.With(recorder.Trace);
        }
    }

    /// <inheritdoc/>
    public Task<InputNode> ListAsync(
        AwsConnection connection, string region, string vpcId, IAwsMonitor monitor, CancellationToken cancellationToken) =>
        ListAsync(SnapshotPart.VpcEndpoints, connection, region, "vpc-id", [vpcId], monitor, cancellationToken);

    /// <inheritdoc/>
    public Task<InputNode> ListInterfacesAsync(
        AwsConnection connection,
        string region,
        IReadOnlyList<string> subnetIds,
        IAwsMonitor monitor,
        CancellationToken cancellationToken) =>
        ListAsync(SnapshotPart.NetworkInterfaces, connection, region, "subnet-id", subnetIds, monitor, cancellationToken);

    /// <inheritdoc/>
    public async Task<string?> DeleteAsync(AwsConnection connection, string region, string endpointId, IAwsMonitor monitor, CancellationToken cancellationToken)
    {
        DeleteVpcEndpointsResponse answer = await CallAsync(
            connection,
            region,
            "DeleteVpcEndpoints",
            $" {endpointId}",
            (client, stop) => client.DeleteVpcEndpointsAsync(new DeleteVpcEndpointsRequest { VpcEndpointIds = [endpointId] }, stop),
            monitor,
            cancellationToken).ConfigureAwait(false);
        return answer.Unsuccessful is [{ Error: { } error }, ..] ? $"{error.Code}: {error.Message}" : null;
    }

    private static async Task<InputNode> ListAsync(
        SnapshotPart part,
        AwsConnection connection,
        string region,
        string filter,
        IReadOnlyList<string> values,
        IAwsMonitor monitor,
        CancellationToken cancellationToken)
    {
        List<object> items = await Pages.ReadAllAsync<object>(part.Action, region, (token, _) => CallAsync(
            connection,
            region,
            part.Action,
            $" {filter}={string.Join(',', values)}",
            (client, stop) => part.ReadAsync(client, RegionReading.Of(filter, values), token, stop),
            monitor,
            cancellationToken)).ConfigureAwait(false);
        return new SdkNode(new Dictionary<string, object?>(StringComparer.Ordinal) { [part.Member] = items, ["Region"] = region });
    }

    private static CreationAnswer Answer(CreateVpcEndpointResponse answer, CallRecorder recorder) => new(
        new SdkNode(answer.VpcEndpoint),
        answer.VpcEndpoint.CreationTimestamp is { } time ? new DateTimeOffset(time.ToUniversalTime()) : null,
        recorder.Trace);

    private static async Task<T> CallAsync<T>(
        AwsConnection connection,
        string region,
        string action,
        string detail,
        Func<PatientClient, CancellationToken, Task<T>> call,
        IAwsMonitor monitor,
        CancellationToken cancellationToken,
        bool isRepeatable = true)
    {
        ClientFactory factory = await ClientFactory.OpenAsync(connection, region, cancellationToken).ConfigureAwait(false);
        using PatientClient client = isRepeatable ? factory.Ec2(region) : factory.Ec2WithoutRepetition(region);
        using CallGate gate = new(region, connection, monitor, cancellationToken);
        try
        {
            return (await gate.CallAsync(action, detail, stop => call(client, stop)).ConfigureAwait(false))!;
        }
        catch (Amazon.Runtime.AmazonServiceException exception)
        {
            throw Problems.Of(exception, action, region, connection);
        }
    }
}
