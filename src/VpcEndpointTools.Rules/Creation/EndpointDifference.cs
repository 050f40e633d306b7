using VpcEndpointTools.Catalog;
using VpcEndpointTools.Model;
using VpcEndpointTools.Model.Members;
using VpcEndpointTools.Reachability;

namespace VpcEndpointTools.Creation;

/// <summary>A setting that an existing endpoint has otherwise than it was asked for.</summary>
/// <param name="Property">The property, in AWS's words.</param>
/// <param name="Wanted">What was asked for.</param>
/// <param name="Existing">What the endpoint has.</param>
public sealed record EndpointDifference(string Property, string Wanted, string Existing)
{
    /// <summary>The difference as a person would say it.</summary>
    public override string ToString() => $"{Property} is {(Existing.Length == 0 ? "not set" : Existing)}, not {Wanted}";
}

/// <summary>Compares a request with the endpoints that are there.</summary>
public static class ExistingEndpoints
{
    /// <summary>The living endpoints of the request's VPC with the same type and target.</summary>
    public static IReadOnlyList<EndpointConfig> Of(EndpointConfig request, NetworkSnapshot snapshot) =>
        [.. SameTarget(request, snapshot).Where(endpoint => endpoint.HoldsItsPlace)];

    /// <summary>The endpoints with the same VPC, type and target that failed, were rejected or expired: of no use, and still there.</summary>
    public static IReadOnlyList<EndpointConfig> Broken(EndpointConfig request, NetworkSnapshot snapshot) =>
        [.. SameTarget(request, snapshot).Where(endpoint => EndpointStates.IsBroken(endpoint.State.KnownOrDefault))];

    /// <summary>True where a broken endpoint is of the same request. What it has lost by failing is no difference.</summary>
    public static bool IsOfRequest(EndpointConfig request, EndpointConfig broken) =>
        Differences(request, broken).All(difference => difference.Existing.Length == 0);

    /// <summary>What the endpoint has otherwise. Only what the request states is compared, and not its tags. What is not known is no
    /// difference.</summary>
    /// <param name="request">The request.</param>
    /// <param name="existing">The endpoint, as AWS shows it.</param>
    /// <param name="snapshot">What surrounds it: its network interfaces tell its addresses. Null where that was not read.</param>
    public static IReadOnlyList<EndpointDifference> Differences(
        EndpointConfig request, EndpointConfig existing, NetworkSnapshot? snapshot = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(existing);
        return [.. Compare(request, existing, snapshot).Select(pair => pair.Difference)];
    }

    /// <summary>The call of AWS.Tools that would align an endpoint with the request; null where a difference cannot be changed.</summary>
    /// <param name="request">The request.</param>
    /// <param name="existing">The endpoint, as AWS shows it.</param>
    /// <param name="snapshot">What surrounds it; null where that was not read.</param>
    public static string? Alignment(EndpointConfig request, EndpointConfig existing, NetworkSnapshot? snapshot = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(existing);
        List<EndpointMember> members = [.. Compare(request, existing, snapshot).Select(pair => pair.Member)];
        return members.TrueForAll(member => CanAlign(member, request, existing))
            ? string.Join(' ', members.SelectMany(member => member.Align(request, existing))
                .Prepend($"Edit-EC2VpcEndpoint -VpcEndpointId {existing.VpcEndpointId}"))
            : null;
    }

    // Where no source says what a type allows, AWS is asked.
    private static bool CanAlign(EndpointMember member, EndpointConfig request, EndpointConfig existing) =>
        member.ChangesWith is { } property && TypeCapabilities.Of(request.VpcEndpointType) is var type
        && (type is null || (member == EndpointMembers.SubnetIds && existing.SubnetIds.All(request.SubnetIds.Contains)
            ? type.CanAdd(property)
            : type.CanChange(property)) != Truth.No);

    private static IEnumerable<(EndpointMember Member, EndpointDifference Difference)> Compare(
        EndpointConfig request, EndpointConfig existing, NetworkSnapshot? snapshot)
    {
        EndpointPair pair = new(request, existing, snapshot);
        foreach (EndpointMember member in EndpointMembers.InRequest)
        {
            if (member.Compare(pair) is { } difference)
            {
                yield return (member, new EndpointDifference(member.Name, difference.Wanted, difference.Existing));
            }
        }
    }

    private static IEnumerable<EndpointConfig> SameTarget(EndpointConfig request, NetworkSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(snapshot);
        return (snapshot.VpcEndpoints ?? []).Where(endpoint => !endpoint.RequesterManaged.Is(true)
            && EndpointMembers.InRequest.All(member => !member.IsTarget || member.IsSame(endpoint, request)));
    }
}
