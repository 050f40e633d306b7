using VpcEndpointTools.Aws;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Creation;

/// <summary>Tests an endpoint as it is in AWS, with what surrounds it then.</summary>
internal sealed class CreationVerification(EndpointCalls calls, RuleEvaluator evaluator, IVoice voice)
{
    /// <summary>The verdict, or null where it could not be looked at, which is a warning.</summary>
    public ConfigTestResult? Run(SafeVpcEndpoint made, EndpointConfig request)
    {
        RegionAnswer answer = calls.Surroundings(made.VpcId);
        if (answer.Problem is { } problem)
        {
            voice.Warn($"{made.VpcEndpointId} is there, but could not be verified: {problem.Message}");
            return null;
        }

        NetworkSnapshot snapshot = answer.Document.Snapshot!;
        if (snapshot.VpcEndpoints?.FirstOrDefault(endpoint => endpoint.VpcEndpointId.Is(made.VpcEndpointId)) is not { } endpoint)
        {
            voice.Warn($"{made.VpcEndpointId} could not be verified: AWS does not list it now.");
            return null;
        }

        foreach (Value<string> table in request.RouteTableIds.Where(id => snapshot.RouteTables is not null
            && snapshot.Index.RouteTable(id.Known)?.Routes?.Any(route => route.GatewayId.Is(made.VpcEndpointId)) != true))
        {
            voice.Warn($"{made.VpcEndpointId}: {table} has no route to it.");
        }

        if (!request.SubnetIds.IsAbsent && endpoint.NetworkInterfaceIds.Count < endpoint.SubnetIds.Count)
        {
            voice.Warn(
                $"{made.VpcEndpointId}: {endpoint.NetworkInterfaceIds.Count} network interfaces in {endpoint.SubnetIds.Count} subnets.");
        }

        if (request.PrivateDnsEnabled.Is(true) && !endpoint.PrivateDnsEnabled.Is(true))
        {
            voice.Warn($"{made.VpcEndpointId}: private DNS is not on.");
        }

        IReadOnlyList<EndpointConfig> all = ExistingEndpoints.Of(request, snapshot);
        foreach (EndpointConfig other in all.Where(other => !other.VpcEndpointId.Is(made.VpcEndpointId)))
        {
            voice.Warn(
                $"{other.VpcEndpointId} for the same target is in {made.VpcId} too, and was not listed before: somebody else created it.");
        }

        return evaluator.Evaluate(endpoint, snapshot, calls.Region);
    }
}
