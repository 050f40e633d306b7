using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Model.Members;

namespace VpcEndpointTools.Rules.Dns;

/// <summary>Clients on premises need somebody in the VPC who answers their DNS questions.</summary>
public sealed class D011InboundResolver : Rule
{
    /// <summary>Declares the rule.</summary>
    public D011InboundResolver()
        : base(new RuleInfo
        {
            Id = RuleIds.D011,
            Title = "Private DNS for clients on premises without an inbound resolver endpoint",
            Severity = Severity.Warning,
            EndpointTypes = [EndpointTypes.Interface],
            Needs = RuleNeeds.ResolverEndpoints | RuleNeeds.Clients,
            Remediation = "Make a Route 53 Resolver inbound endpoint in the VPC and forward the service's name to it, or let clients use the endpoint's own DNS names.",
            Source = RuleSources.Access,
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        if (!context.Declared.AccessFrom.HasFlag(ClientLocations.OnPremises) || config.PrivateDnsEnabled.IsAbsent || config.PrivateDnsEnabled.Is(false))
        {
            return RuleOutcome.NotApplicable;
        }

        if (context.Snapshot?.ResolverEndpoints is null || !config.VpcId.IsKnown)
        {
            return RuleOutcome.NotEvaluated(MissingInput.NotGiven("a snapshot with ResolverEndpoints"));
        }

        if (context.Snapshot.Index.ResolversIn(config.VpcId.Known).Any(Answers))
        {
            return RuleOutcome.Pass;
        }

        return !context.ListsAll(SnapshotMembers.ResolverEndpoints) ? RuleOutcome.NotEvaluated(context.NotComplete(SnapshotMembers.ResolverEndpoints))
            : config.PrivateDnsEnabled.IsUnknown ? RuleOutcome.Unknown("PrivateDnsEnabled", config.PrivateDnsEnabled)
            : RuleOutcome.Fail(
                $"Clients on premises are declared, but {config.VpcId} has no Route 53 Resolver inbound endpoint: they cannot resolve the private names.", "PrivateDnsEnabled");
    }

    private static bool Answers(ResolverEndpoint resolver) => resolver.Direction.IsKnown && string.Equals(resolver.Direction.Known, "INBOUND", StringComparison.OrdinalIgnoreCase)
        && (resolver.Status.IsAbsent || (resolver.Status.IsKnown && !resolver.Status.Known.StartsWith("DELET", StringComparison.OrdinalIgnoreCase)));
}
