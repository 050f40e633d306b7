using VpcEndpointTools.Model;

namespace VpcEndpointTools.Completion;

/// <summary>Completes endpoint types.</summary>
public sealed class EndpointTypeCompleter : NameCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Name, string Tooltip)> Names =>
    [
        (EndpointTypes.Interface, "Leads to an AWS service or an endpoint service"),
        (EndpointTypes.Gateway, "A route to S3, DynamoDB or S3 Express"),
        (EndpointTypes.GatewayLoadBalancer, "Hands traffic to appliances"),
        (EndpointTypes.Resource, "Leads to one resource configuration"),
        (EndpointTypes.ServiceNetwork, "Leads to a VPC Lattice service network"),
        (EndpointTypes.Tunnel, "A GENEVE tunnel to a CIDR resource configuration"),
    ];
}
