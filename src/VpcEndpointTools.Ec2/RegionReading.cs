using System.Globalization;
using System.IO.Enumeration;
using Amazon.EC2.Model;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Live;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Ec2;

/// <summary>Reads a snapshot of one Region: all calls at once that do not wait for each other, each page as large as it may be.</summary>
/// <remarks>Calls: one for the account where no endpoint tells it, one a page, and with the DNS attributes two a VPC. Never one an endpoint.</remarks>
internal sealed class RegionReading(PatientClient client, CallGate gate, SnapshotRequest request, IAwsMonitor monitor)
{
    // More VPCs than this in a filter, and the whole Region costs no more calls. EC2 takes 200 values.
    private const int MostVpcsInFilter = 200;

    private int _attributesDenied;

    /// <summary>The snapshot, in AWS's words.</summary>
    /// <param name="askAccount">Asks whose account it is; only where no endpoint tells it.</param>
    public async Task<InputNode> ReadAsync(Func<Task<string?>> askAccount)
    {
        (List<Filter>? filters, List<object>? vpcs) = await ScopeAsync().ConfigureAwait(false);
        List<SnapshotPart> parts = [.. SnapshotPart.Others.Where(part => request.Needs.HasFlag(part.Need) && !(request.WithoutVpcs && part.IsOfVpc))];
        Task<List<object>?>[] reads = [.. parts.Select(part => ReadPartAsync(part, part.IsOfVpc ? filters : null))];
        Task<List<DescribedVpc>?> vpcRead = request.WithoutVpcs ? Task.FromResult<List<DescribedVpc>?>(null) : ReadVpcsAsync(vpcs, filters);
        await Task.WhenAll([.. reads, vpcRead]).ConfigureAwait(false);

        Dictionary<string, object?> snapshot = new(StringComparer.Ordinal) { ["Region"] = request.Region };
        for (int i = 0; i < parts.Count; i++)
        {
            snapshot[parts[i].Member] = await reads[i].ConfigureAwait(false);
        }

        List<DescribedVpc>? read = await vpcRead.ConfigureAwait(false);
        snapshot["Vpcs"] = read?.ConvertAll(vpc => vpc.Node);
        string? owner = OwnerOf(snapshot.GetValueOrDefault("VpcEndpoints") as List<object>) ?? await askAccount().ConfigureAwait(false);
        snapshot["AccountId"] = owner;
        snapshot["Complete"] = Completeness(read, owner, filters is null);
        return new SdkNode(snapshot.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal));
    }

    /// <summary>All pages of a part. Throws what the SDK throws where the credentials may not see it.</summary>
    public Task<List<T>> ReadAllAsync<T>(SnapshotPart part, List<Filter>? filters) =>
        Pages.ReadAllAsync<T>(part.Action, request.Region, async (token, count) =>
    {
        string detail = string.Create(CultureInfo.InvariantCulture,
            $"{Describe(filters)}{(token is null ? string.Empty : $" from item {count}")}");
        return (await gate.CallAsync(part.Action, detail, stop => part.ReadAsync(client, filters, token, stop)).ConfigureAwait(false))!;
    });

    // Null where the credentials may not see it or the server fails at it, which is told once. Without VPCs and endpoints nothing is left
    // to look at.
    private async Task<List<object>?> ReadPartAsync(SnapshotPart part, List<Filter>? filters)
    {
        try
        {
            return await ReadAllAsync<object>(part, filters).ConfigureAwait(false);
        }
        catch (Exception exception) when (Problems.IsDenied(exception) || Problems.IsNotOffered(exception))
        {
            Unseen(part.Action, part.Member, exception);
            return null;
        }
        catch (AwsException exception) when (exception.IsOfCall && part != SnapshotPart.Vpcs && part != SnapshotPart.VpcEndpoints)
        {
            Unseen(part.Action, part.Member, exception);
            return null;
        }
    }

    /// <summary>The filter of some VPCs.</summary>
    public static List<Filter> Of(string name, IEnumerable<string> values) => [new() { Name = name, Values = [.. values] }];

    private static string Describe(List<Filter>? filters) =>
        filters is null ? string.Empty : $" {string.Join(' ', filters.Select(filter => $"{filter.Name}={string.Join(',', filter.Values)}"))}";

    // Which VPCs: null for the whole Region. Wildcards are matched here, because not every part could be asked by them.
    private async Task<(List<Filter>? Filters, List<object>? Vpcs)> ScopeAsync()
    {
        if (request.VpcIds.Count == 0 || request.VpcIds.Contains("*", StringComparer.Ordinal))
        {
            return (null, null);
        }

        if (!request.VpcIds.Any(id => id.AsSpan().ContainsAny('*', '?')))
        {
            return (request.VpcIds.Count > MostVpcsInFilter ? null : Of("vpc-id", request.VpcIds), null);
        }

        List<object> all = await ReadAllAsync<object>(SnapshotPart.Vpcs, filters: null).ConfigureAwait(false);
        List<object> wanted = [.. all.Where(item => request.VpcIds.Any(id => FileSystemName.MatchesSimpleExpression(id, ((Vpc)item).VpcId)))];
        return wanted.Count > MostVpcsInFilter ? (null, all) : (Of("vpc-id", wanted.Select(item => ((Vpc)item).VpcId).DefaultIfEmpty("vpc-none")), wanted);
    }

    private async Task<List<DescribedVpc>?> ReadVpcsAsync(List<object>? known, List<Filter>? filters)
    {
        List<object>? vpcs = known ?? await ReadPartAsync(SnapshotPart.Vpcs, filters).ConfigureAwait(false);
        return vpcs is null ? null
            : request.Needs.HasFlag(RuleNeeds.VpcDnsAttributes) ? [.. await Task.WhenAll(vpcs.Select(vpc => WithDnsAsync((Vpc)vpc))).ConfigureAwait(false)]
            : vpcs.ConvertAll(vpc => new DescribedVpc((Vpc)vpc, new SdkNode(vpc)));
    }

    private async Task<DescribedVpc> WithDnsAsync(Vpc vpc)
    {
        Task<DescribeVpcAttributeResponse?> support = AttributeAsync(vpc.VpcId, Amazon.EC2.VpcAttributeName.EnableDnsSupport);
        Task<DescribeVpcAttributeResponse?> hostnames = AttributeAsync(vpc.VpcId, Amazon.EC2.VpcAttributeName.EnableDnsHostnames);
        SdkNode node = new(vpc);
        Dictionary<string, object?> members = node.Names.ToDictionary(name => name, name => (object?)node.Member(name), StringComparer.Ordinal);
        if (await support.ConfigureAwait(false) is { EnableDnsSupport: { } isSupported })
        {
            members["EnableDnsSupport"] = isSupported;
        }

        if (await hostnames.ConfigureAwait(false) is { EnableDnsHostnames: { } hasNames })
        {
            members["EnableDnsHostnames"] = hasNames;
        }

        return new DescribedVpc(vpc, new SdkNode(members));
    }

    private async Task<DescribeVpcAttributeResponse?> AttributeAsync(string vpcId, Amazon.EC2.VpcAttributeName attribute)
    {
        const string Action = "DescribeVpcAttribute";
        try
        {
            return await gate.CallAsync(
                Action,
                $" {vpcId} {attribute}",
                stop => client.DescribeVpcAttributeAsync(new() { VpcId = vpcId, Attribute = attribute }, stop),
                isVain: () => Volatile.Read(ref _attributesDenied) > 0).ConfigureAwait(false);
        }
        catch (Exception exception) when (Problems.IsDenied(exception) || Problems.IsNotOffered(exception)
            || exception is AwsException { IsOfCall: true })
        {
            if (Interlocked.Increment(ref _attributesDenied) == 1)
            {
                Unseen(Action, "EnableDnsSupport and EnableDnsHostnames", exception);
            }

            return null;
        }
    }

    private void Unseen(string action, string what, Exception exception) => monitor.Unseen(Problems.IsDenied(exception)
        ? $"{request.Region}: these credentials may not call ec2:{action}, so {what} stay unknown and rules that need them are not evaluated. Grant ec2:{action}."
        : exception is AwsException failed ? $"{failed.Message} So {what} stay unknown and rules that need them are not evaluated."
        : $"{request.Region}: this endpoint does not offer {action}, so {what} stay unknown and rules that need them are not evaluated.");

    // A VPC that another account shares is seen in part only: its owner's route tables and groups are not listed.
    private static object? Completeness(List<DescribedVpc>? vpcs, string? owner, bool wholeRegion)
    {
        // Which VPCs are shared is not known then, so that of none all can be said to be listed.
        if (vpcs is null)
        {
            return null;
        }

        List<string> own = [.. vpcs.Select(item => item.Vpc).Where(vpc => owner is null || vpc.OwnerId is null || vpc.OwnerId == owner).Select(vpc => vpc.VpcId)];
        return wholeRegion && own.Count == vpcs.Count ? true : own;
    }

    private static string? OwnerOf(List<object>? endpoints) => endpoints?.Cast<VpcEndpoint>().FirstOrDefault(endpoint => endpoint.OwnerId is not null)?.OwnerId;

    /// <summary>A VPC together with what the node of it shows.</summary>
    private sealed record DescribedVpc(Vpc Vpc, SdkNode Node);
}
