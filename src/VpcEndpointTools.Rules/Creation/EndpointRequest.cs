using VpcEndpointTools.Model;
using VpcEndpointTools.Model.Members;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Creation;

/// <summary>A configuration as a create-vpc-endpoint request, in AWS's words. What it does not state, or is not known, is not in
/// it.</summary>
internal static class EndpointRequest
{
    /// <summary>The request.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="onlySettings">True without what makes no other endpoint of it: the tags.</param>
    public static BuiltNode Of(EndpointConfig config, bool onlySettings = false)
    {
        BuiltNode request = BuiltNode.OfObject();
        foreach (EndpointMember member in EndpointMembers.InRequest)
        {
            if ((onlySettings && !member.IsSetting) || member.Write(config) is not { } value)
            {
                continue;
            }

            if (member.Group is null)
            {
                request.With(member.RequestMember, value);
            }
            else
            {
                BuiltNode group = request.Member(member.Group) as BuiltNode ?? BuiltNode.OfObject();
                request.With(member.Group, group.With(member.Name, value));
            }
        }

        return request;
    }
}
