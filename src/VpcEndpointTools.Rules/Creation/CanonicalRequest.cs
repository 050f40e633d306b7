using VpcEndpointTools.Model;
using VpcEndpointTools.Model.Members;

namespace VpcEndpointTools.Creation;

/// <summary>Puts a request into the one order in which it is shown, sent and hashed.</summary>
/// <remarks>EC2 compares the parameters of a repeated client token as they were sent: the same ids in another order are other ones.</remarks>
public static class CanonicalRequest
{
    /// <summary>The request with its ids, domains, addresses and tags in ordinal order.</summary>
    /// <param name="request">The request, complete.</param>
    public static EndpointConfig Of(EndpointConfig request)
    {
        ArgumentNullException.ThrowIfNull(request);
        EndpointConfig canonical = request with { };
        foreach (EndpointMember member in EndpointMembers.InRequest)
        {
            member.Sort(canonical);
        }

        return canonical;
    }
}
