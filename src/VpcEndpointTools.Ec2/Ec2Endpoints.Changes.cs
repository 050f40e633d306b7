using System.Net;
using Amazon.EC2.Model;
using VpcEndpointTools.Editing;
using VpcEndpointTools.Live;

namespace VpcEndpointTools.Ec2;

/// <summary>Changes and removes endpoints through AWS's SDK.</summary>
public sealed partial class Ec2Endpoints : IAwsChanges
{
    private const string Delete = "DeleteVpcEndpoints";

    /// <inheritdoc/>
    public async Task ModifyAsync(AwsConnection connection, string region, string endpointId, EndpointChange change, IAwsMonitor monitor,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        ModifyVpcEndpointRequest asked = Request(endpointId, change);
        await RecordedAsync(() => CallAsync(
            connection, region, "ModifyVpcEndpoint", $" {endpointId}: {change}", (client, stop) =>
                client.ModifyVpcEndpointAsync(asked, stop), monitor, cancellationToken)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(AwsConnection connection, string region, string endpointId, IAwsMonitor monitor,
        CancellationToken cancellationToken)
    {
        DeleteVpcEndpointsRequest asked = new() { VpcEndpointIds = [endpointId] };
        (DeleteVpcEndpointsResponse answer, CallTrace trace) = await RecordedAsync(() => CallAsync(
            connection, region, Delete, $" {endpointId}", (client, stop) => client.DeleteVpcEndpointsAsync(asked, stop), monitor,
                cancellationToken)).ConfigureAwait(false);
        if (answer.Unsuccessful is [{ Error: var error }, ..])
        {
            throw new AwsException(error?.Code is { } code ? AwsErrorId.OfAws(code) : AwsErrorId.Unsuccessful,
                $"ec2:{Delete} in {region}: "
                + $"{error?.Message ?? $"AWS lists {endpointId} as not deleted and does not say why."}") { IsRefusal = true,
                Trace = trace };
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> InterfacesLeftAsync(
        AwsConnection connection, string region, IReadOnlyList<string> interfaceIds, IAwsMonitor monitor,
            CancellationToken cancellationToken)
    {
        // By filter: asked by id, one that is gone would cost the answer about the others.
        DescribeNetworkInterfacesResponse answer = await CallAsync(
            connection,
            region,
            "DescribeNetworkInterfaces",
            $" network-interface-id={string.Join(',', interfaceIds)}",
            (client, stop) => client.DescribeNetworkInterfacesAsync(
                new DescribeNetworkInterfacesRequest { Filters = RegionReading.Of("network-interface-id", interfaceIds) }, stop),
            monitor,
            cancellationToken).ConfigureAwait(false);
        return answer.HttpStatusCode == HttpStatusCode.OK ? [.. (answer.NetworkInterfaces ?? []).Select(item => item.NetworkInterfaceId)]
            : interfaceIds;
    }

    // An earlier attempt of a call that is refused in the end may have been carried out.
    private static async Task<(T Answer, CallTrace Trace)> RecordedAsync<T>(Func<Task<T>> call)
    {
        CallRecorder recorder = CallRecorder.Start();
        try
        {
            return (await call().ConfigureAwait(false), recorder.Trace);
        }
        catch (AwsException exception) when (exception.Trace is null)
        {
            throw exception.With(recorder.Trace);
        }
    }

    private static ModifyVpcEndpointRequest Request(string endpointId, EndpointChange change)
    {
        ModifyVpcEndpointRequest request = new()
        {
            VpcEndpointId = endpointId,
            AddSubnetIds = List(change.AddSubnetIds),
            RemoveSubnetIds = List(change.RemoveSubnetIds),
            AddSecurityGroupIds = List(change.AddSecurityGroupIds),
            RemoveSecurityGroupIds = List(change.RemoveSecurityGroupIds),
            AddRouteTableIds = List(change.AddRouteTableIds),
            RemoveRouteTableIds = List(change.RemoveRouteTableIds),
            PolicyDocument = change.PolicyDocument,
            ResetPolicy = change.ResetPolicy ? true : null,
            PrivateDnsEnabled = change.PrivateDnsEnabled,
            IpAddressType = change.IpAddressType,
        };
        if (change is not { DnsRecordIpType: null, PrivateDnsOnlyForInboundResolverEndpoint: null, PrivateDnsPreference: null,
            PrivateDnsSpecifiedDomains: null })
        {
            request.DnsOptions = new DnsOptionsSpecification
            {
                DnsRecordIpType = change.DnsRecordIpType,
                PrivateDnsOnlyForInboundResolverEndpoint = change.PrivateDnsOnlyForInboundResolverEndpoint,
                PrivateDnsPreference = change.PrivateDnsPreference,
                PrivateDnsSpecifiedDomains = change.PrivateDnsSpecifiedDomains is null ? null : [.. change.PrivateDnsSpecifiedDomains],
            };
        }

        return request;
    }

    // An empty list would be sent as an empty parameter.
    private static List<string>? List(IReadOnlyList<string> ids) => ids.Count == 0 ? null : [.. ids];
}
