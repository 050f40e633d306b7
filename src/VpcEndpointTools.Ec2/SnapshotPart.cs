using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Amazon.EC2;
using Amazon.EC2.Model;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model.Members;

namespace VpcEndpointTools.Ec2;

/// <summary>A page of an answer.</summary>
internal sealed record Page(IEnumerable? Items, string? NextToken);

/// <summary>A member of a snapshot and the call that answers it: <see cref="SnapshotMember.Ec2"/> names it, and the SDK calls all
/// alike.</summary>
/// <param name="Member">The member's name.</param>
/// <param name="Need">What a rule declares that looks at it.</param>
/// <param name="Action">The call, as IAM names it.</param>
/// <param name="IsOfVpc">True where the filter vpc-id narrows it.</param>
/// <param name="ReadAsync">Reads a page.</param>
internal sealed record SnapshotPart(
    string Member, RuleNeeds Need, string Action, bool IsOfVpc, Func<PatientClient, List<Filter>?, string?, CancellationToken, Task<Page>> ReadAsync)
{
    private static readonly ConcurrentDictionary<SnapshotMember, SnapshotPart> Made = new();

    /// <summary>The VPCs, on which the completeness of the others hangs.</summary>
    public static SnapshotPart Vpcs => Of(SnapshotMembers.Vpcs);

    /// <summary>The endpoints.</summary>
    public static SnapshotPart VpcEndpoints => Of(SnapshotMembers.VpcEndpoints);

    /// <summary>The network interfaces.</summary>
    public static SnapshotPart NetworkInterfaces => Of(SnapshotMembers.NetworkInterfaces);

    /// <summary>The Region's endpoint services.</summary>
    public static SnapshotPart Services => Of(SnapshotMembers.ServiceDetails);

    /// <summary>All but the VPCs.</summary>
    public static IReadOnlyList<SnapshotPart> Others =>
        [.. SnapshotMembers.All.Where(member => member.Ec2 is not null && member != SnapshotMembers.Vpcs).Select(Of)];

    private static SnapshotPart Of(SnapshotMember member) => Made.GetOrAdd(member, static made =>
        new SnapshotPart(made.Name, made.Need, made.Ec2!.Action, made.Ec2.IsOfVpc, Caller(made.Name, made.Ec2)));

    // The SDK makes all describe calls alike: {Action}Async takes a {Action}Request with MaxResults, NextToken and Filters, which
    // DescribeNatGateways alone calls Filter, and answers with the list and a NextToken.
    private static Func<PatientClient, List<Filter>?, string?, CancellationToken, Task<Page>> Caller(string member, DescribeCall call)
    {
        Type type = typeof(AmazonEC2Client).Assembly.GetType($"{typeof(Filter).Namespace}.{call.Action}Request", throwOnError: true)!;
        MethodInfo send = typeof(AmazonEC2Client).GetMethod(call.Action + "Async", [type, typeof(CancellationToken)])!;
        return (Func<PatientClient, List<Filter>?, string?, CancellationToken, Task<Page>>)typeof(SnapshotPart)
            .GetMethod(nameof(Typed), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type, send.ReturnType.GetGenericArguments()[0])
            .Invoke(null, [send, member, call.PageSize])!;
    }

    private static Func<PatientClient, List<Filter>?, string?, CancellationToken, Task<Page>> Typed<TRequest, TResponse>(
        MethodInfo send, string member, int pageSize)
        where TRequest : AmazonEC2Request, new()
    {
        Func<AmazonEC2Client, TRequest, CancellationToken, Task<TResponse>> ask =
            send.CreateDelegate<Func<AmazonEC2Client, TRequest, CancellationToken, Task<TResponse>>>();
        Action<TRequest, List<Filter>?>? setFilters =
            Setter<TRequest, List<Filter>?>(typeof(TRequest).GetProperty("Filters") is null ? "Filter" : "Filters");
        Action<TRequest, int?>? setPageSize = Setter<TRequest, int?>("MaxResults");
        Action<TRequest, string?>? setToken = Setter<TRequest, string?>("NextToken");
        Func<TResponse, IEnumerable?> items =
            typeof(TResponse).GetProperty(member)!.GetMethod!.CreateDelegate<Func<TResponse, IEnumerable?>>();
        Func<TResponse, string?>? nextToken =
            typeof(TResponse).GetProperty("NextToken")?.GetMethod!.CreateDelegate<Func<TResponse, string?>>();
        return async (client, filters, token, stop) =>
        {
            TRequest request = new();
            setFilters?.Invoke(request, filters);
            setPageSize?.Invoke(request, pageSize);
            setToken?.Invoke(request, token);
            TResponse answer = await ask(client, request, stop).ConfigureAwait(false);
            return new Page(items(answer), nextToken?.Invoke(answer));
        };
    }

    // Null where the call has no such parameter: some calls have no pages.
    private static Action<TRequest, TValue>? Setter<TRequest, TValue>(string property) =>
        typeof(TRequest).GetProperty(property)?.SetMethod!.CreateDelegate<Action<TRequest, TValue>>();
}
