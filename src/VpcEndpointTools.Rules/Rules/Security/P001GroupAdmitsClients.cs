using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Reachability;
using VpcEndpointTools.Security;

namespace VpcEndpointTools.Rules.Security;

/// <summary>The endpoint's security groups let its clients in.</summary>
public sealed class P001GroupAdmitsClients : Rule
{
    /// <summary>Declares the rule.</summary>
    public P001GroupAdmitsClients()
        : base(new RuleInfo
        {
            Id = RuleIds.P001,
            Title = "Security groups that let no client in, or too few",
            Severity = Severity.Error,
            EndpointTypes = TypeCapabilities.Where(type => type.HasSecurityGroups),
            Needs = RuleNeeds.SecurityGroups | RuleNeeds.Catalog | RuleNeeds.Vpcs | RuleNeeds.Subnets | RuleNeeds.PrefixLists | RuleNeeds.Clients | RuleNeeds.VpcPeeringConnections,
            Remediation = "Add an inbound rule for the service's port (TCP 443 for most) from the clients: the VPC's ranges, their security group, or their networks.",
            Source = RuleSources.CreateInterface,
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        (List<SecurityGroup> groups, MissingInput? missing) = EndpointGroups.Of(context);
        TrafficPorts ports = TrafficPorts.Of(context.Type.Known, context.Service);
        Truth admits = missing is null ? Truth.No : Truth.Unknown;
        foreach (SecurityGroup group in groups)
        {
            admits = admits.Or(GroupReach.AdmitsAnyone(group.IpPermissions, ports));
        }

        if (admits == Truth.No)
        {
            return RuleOutcome.Fail(
                $"No inbound rule of {string.Join(", ", groups.Select(group => group.GroupId))} admits {ports} from anyone, so nobody reaches the endpoint. "
                + $"Add one for {(ports.AreKnown ? ports : "the service's port")} from the clients.",
                "SecurityGroupIds");
        }

        if (admits == Truth.Unknown)
        {
            return RuleOutcome.NotEvaluated(missing ?? MissingInput.Undecidable($"the inbound rules of {string.Join(", ", groups.Select(group => group.GroupId))}"));
        }

        // Which port is asked for depends on a service that is not known.
        if (context.Config.ServiceName.IsUnknown)
        {
            return RuleOutcome.Unknown("ServiceName", context.Config.ServiceName);
        }

        return new ClientCoverage(context, groups, ports, missing).Test();
    }
}
