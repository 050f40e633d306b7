using System.Text.Json.Nodes;
using VpcEndpointTools.Catalog;
using VpcEndpointTools.Model;
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

    private static IEnumerable<EndpointConfig> SameTarget(EndpointConfig request, NetworkSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(snapshot);
        return (snapshot.VpcEndpoints ?? []).Where(endpoint => !endpoint.RequesterManaged.Is(true)
            && endpoint.VpcId == request.VpcId
            && Same(endpoint.VpcEndpointType, request.VpcEndpointType)
            && Same(endpoint.ServiceName, request.ServiceName)
            && Same(endpoint.ResourceConfigurationArn, request.ResourceConfigurationArn)
            && Same(endpoint.ServiceNetworkArn, request.ServiceNetworkArn));
    }

    /// <summary>What the endpoint has otherwise. Only what the request states is compared, and not its tags.</summary>
    public static IReadOnlyList<EndpointDifference> Differences(EndpointConfig request, EndpointConfig existing)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(existing);
        List<EndpointDifference> differences = [];
        Compare(differences, "SubnetIds", request.SubnetIds, existing.SubnetIds);
        Compare(differences, "SecurityGroupIds", request.SecurityGroupIds, existing.SecurityGroupIds);
        Compare(differences, "RouteTableIds", request.RouteTableIds, existing.RouteTableIds);
        Compare(differences, "IpAddressType", request.IpAddressType, existing.IpAddressType);
        Compare(differences, "DnsRecordIpType", request.DnsOptions.DnsRecordIpType, existing.DnsOptions.DnsRecordIpType);
        if (request.PrivateDnsEnabled.IsKnown && request.PrivateDnsEnabled.Known != existing.PrivateDnsEnabled.Is(true))
        {
            differences.Add(new("PrivateDnsEnabled", request.PrivateDnsEnabled.ToString(), existing.PrivateDnsEnabled.ToString()));
        }

        Value<bool> inbound = request.DnsOptions.PrivateDnsOnlyForInboundResolverEndpoint;
        if (inbound.IsKnown && inbound != existing.DnsOptions.PrivateDnsOnlyForInboundResolverEndpoint)
        {
            differences.Add(new("PrivateDnsOnlyForInboundResolverEndpoint", inbound.ToString(), existing.DnsOptions.PrivateDnsOnlyForInboundResolverEndpoint.ToString()));
        }

        if (request.PolicyDocument.IsKnown && !SameJson(request.PolicyDocument.Known, existing.PolicyDocument.KnownOrDefault))
        {
            differences.Add(new("PolicyDocument", "the given one", existing.PolicyDocument.IsAbsent ? "AWS's default" : "another"));
        }

        return differences;
    }

    /// <summary>The call of AWS.Tools that would align an endpoint with the request; null where a difference cannot be changed.</summary>
    public static string? Alignment(EndpointConfig request, EndpointConfig existing)
    {
        List<string> parts = [$"Edit-EC2VpcEndpoint -VpcEndpointId {existing.VpcEndpointId}"];
        IReadOnlyList<EndpointDifference> differences = Differences(request, existing);
        foreach (EndpointDifference difference in differences)
        {
            switch (difference.Property)
            {
                case "SubnetIds":
                    AddAndRemove(parts, "SubnetId", request.SubnetIds, existing.SubnetIds);
                    break;
                case "SecurityGroupIds":
                    AddAndRemove(parts, "SecurityGroupId", request.SecurityGroupIds, existing.SecurityGroupIds);
                    break;
                case "RouteTableIds":
                    AddAndRemove(parts, "RouteTableId", request.RouteTableIds, existing.RouteTableIds);
                    break;
                case "PrivateDnsEnabled":
                    parts.Add($"-PrivateDnsEnabled ${difference.Wanted.ToLowerInvariant()}");
                    break;
                case "PolicyDocument":
                    parts.Add("-PolicyDocument $policy");
                    break;
                case "IpAddressType":
                    parts.Add($"-IpAddressType {difference.Wanted}");
                    break;
                case "DnsRecordIpType":
                    parts.Add($"-DnsOptions_DnsRecordIpType {difference.Wanted}");
                    break;
                default:
                    parts.Add($"-DnsOptions_{difference.Property} ${difference.Wanted.ToLowerInvariant()}");
                    break;
            }
        }

        return differences.Any(difference => IsFixed(difference.Property, request, existing)) ? null : string.Join(' ', parts);
    }

    // Only what a source says cannot be changed (types.tsv, ChangeLater). All DNS options are one property of the request.
    private static bool IsFixed(string property, EndpointConfig request, EndpointConfig existing)
    {
        if (TypeCapabilities.Of(request.VpcEndpointType) is not { } type)
        {
            return false;
        }

        bool isDnsOption = property != nameof(EndpointConfig.PrivateDnsEnabled) && property.Contains("Dns", StringComparison.Ordinal);
        bool onlyAdds = property == nameof(EndpointConfig.SubnetIds) && existing.SubnetIds.All(request.SubnetIds.Contains);
        return (onlyAdds ? type.CanAdd(property) : type.CanChange(isDnsOption ? nameof(EndpointConfig.DnsOptions) : property)) == Truth.No;
    }

    private static void AddAndRemove(List<string> parts, string name, ValueList<Value<string>> wanted, ValueList<Value<string>> existing)
    {
        string[] add = [.. wanted.Except(existing).Select(id => id.ToString())];
        string[] remove = [.. existing.Except(wanted).Select(id => id.ToString())];
        if (add.Length > 0)
        {
            parts.Add($"-Add{name} {string.Join(", ", add)}");
        }

        if (remove.Length > 0)
        {
            parts.Add($"-Remove{name} {string.Join(", ", remove)}");
        }
    }

    private static void Compare(List<EndpointDifference> differences, string property, ValueList<Value<string>> wanted, ValueList<Value<string>> existing)
    {
        if (!wanted.IsAbsent && !wanted.ToHashSet().SetEquals(existing))
        {
            differences.Add(new(property, wanted.ToString(), existing.ToString()));
        }
    }

    private static void Compare(List<EndpointDifference> differences, string property, Value<string> wanted, Value<string> existing)
    {
        if (wanted.IsKnown && !Same(wanted, existing))
        {
            differences.Add(new(property, wanted.ToString(), existing.ToString()));
        }
    }

    private static bool Same(Value<string> left, Value<string> right) => string.Equals(left.KnownOrDefault, right.KnownOrDefault, StringComparison.OrdinalIgnoreCase);

    private static bool SameJson(string wanted, string? existing)
    {
        try
        {
            return existing is not null && JsonNode.DeepEquals(JsonNode.Parse(wanted), JsonNode.Parse(existing));
        }
        catch (System.Text.Json.JsonException)
        {
            return wanted == existing;
        }
    }
}
