using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Model.Members;

namespace VpcEndpointTools.Security;

/// <summary>The security groups that an endpoint has: the given ones, else the VPC's default group, which AWS attaches.</summary>
/// <remarks>Source: CreateVpcEndpoint, SecurityGroupIds.</remarks>
internal static class EndpointGroups
{
    /// <summary>The groups that are in the snapshot, and what keeps them from being all.</summary>
    public static (List<SecurityGroup> Groups, MissingInput? Missing) Of(RuleContext context)
    {
        ValueList<Value<string>> ids = context.Config.SecurityGroupIds;
        if (ids.IsAbsent)
        {
            // An answer of AWS's names the groups that an endpoint has; which one it was given when it was made, nobody knows today.
            return context.Config.IsExisting ? ([], MissingInput.NotGiven("the Groups of the endpoint")) : Default(context);
        }

        List<SecurityGroup> groups = new(ids.Count);
        MissingInput? missing = ids.IsUnknown ? MissingInput.ValueOf("SecurityGroupIds", ids) : null;
        foreach (Value<string> id in ids)
        {
            Lookup<SecurityGroup> found = context.SecurityGroup(id);
            if (found.Item is { } group)
            {
                groups.Add(group);
            }
            else
            {
                // Proven not there is VPCE-N015's finding.
                missing ??= found.Missing ?? MissingInput.Undecidable($"the rules of {id}");
            }
        }

        return (groups, missing);
    }

    private static (List<SecurityGroup> Groups, MissingInput? Missing) Default(RuleContext context)
    {
        if (context.Snapshot?.SecurityGroups is null || !context.Config.VpcId.IsKnown)
        {
            return ([], context.Snapshot?.SecurityGroups is null ? context.NoSnapshot(SnapshotMembers.SecurityGroups) : MissingInput.ValueOf("VpcId", context.Config.VpcId));
        }

        // A VPC has one; where something hides which, none is taken.
        return !context.Snapshot.Index.IsBlurred(SnapshotMembers.SecurityGroups)
            && context.Snapshot.Index.GroupsIn(context.Config.VpcId.Known).Where(group => group.IsDefault).ToList() is [{ } only]
                ? ([only], null)
                : ([], MissingInput.NotGiven($"the default security group of {context.Config.VpcId} in the snapshot"));
    }
}
