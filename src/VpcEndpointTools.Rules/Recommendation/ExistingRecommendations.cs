using System.Collections;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Recommendation;

/// <summary>An endpoint that is there and meets the need. Its id has a name of its own, which no cmdlet of AWS.Tools takes.</summary>
public sealed class KeepRecommendation : EndpointRecommendation
{
    internal KeepRecommendation(EndpointConfig endpoint)
    {
        Action = RecommendedActions.Keep;
        ExistingVpcEndpointId = endpoint.VpcEndpointId.KnownOrDefault;
        Vpc = endpoint.VpcId.KnownOrDefault;
        Type = endpoint.VpcEndpointType.KnownOrDefault;
        Service = Names.Of(endpoint);
    }

    /// <summary>The endpoint.</summary>
    public string? ExistingVpcEndpointId { get; }
}

/// <summary>A change to an endpoint.</summary>
/// <remarks>It has no VpcEndpointId: whatever Edit-EC2VpcEndpoint takes from the pipe by that name Remove-EC2VpcEndpoint takes as well, and deletes.
/// <see cref="EditParameters"/> is for splatting.</remarks>
public sealed class ModifyRecommendation : EndpointRecommendation
{
    internal ModifyRecommendation(EndpointConfig endpoint)
    {
        Action = RecommendedActions.Modify;
        ExistingVpcEndpointId = endpoint.VpcEndpointId.Known;
        Vpc = endpoint.VpcId.KnownOrDefault;
        Type = endpoint.VpcEndpointType.KnownOrDefault;
        Service = Names.Of(endpoint);
    }

    /// <summary>The endpoint.</summary>
    public string ExistingVpcEndpointId { get; }

    /// <summary>Subnets to add; null for none.</summary>
    public string[]? AddSubnetId { get; internal init; }

    /// <summary>Route tables to add; null for none.</summary>
    public string[]? AddRouteTableId { get; internal init; }

    /// <summary>Private DNS, where it is to change.</summary>
    public bool? PrivateDnsEnabled { get; internal init; }

    /// <summary>The parameters of Edit-EC2VpcEndpoint: $edit = $_.EditParameters; Edit-EC2VpcEndpoint @edit.</summary>
    public Hashtable EditParameters
    {
        get
        {
            Hashtable parameters = new(StringComparer.OrdinalIgnoreCase) { ["VpcEndpointId"] = ExistingVpcEndpointId };
            foreach ((string name, object? value) in new (string, object?)[] { (nameof(AddSubnetId), AddSubnetId), (nameof(AddRouteTableId), AddRouteTableId), (nameof(PrivateDnsEnabled), PrivateDnsEnabled), (nameof(Region), Region) })
            {
                if (value is not null)
                {
                    parameters[name] = value;
                }
            }

            return parameters;
        }
    }
}

/// <summary>An endpoint to delete. Its one id is a list, which Remove-EC2VpcEndpoint takes from the pipe and Edit-EC2VpcEndpoint does not.</summary>
public sealed class RemoveRecommendation : EndpointRecommendation
{
    internal RemoveRecommendation(EndpointConfig endpoint)
    {
        Action = RecommendedActions.Remove;
        VpcEndpointId = [endpoint.VpcEndpointId.Known];
        Vpc = endpoint.VpcId.KnownOrDefault;
        Type = endpoint.VpcEndpointType.KnownOrDefault;
        Service = Names.Of(endpoint);
    }

    /// <summary>The endpoint.</summary>
    public string[] VpcEndpointId { get; }
}

/// <summary>What an endpoint leads to.</summary>
internal static class Names
{
    public static string? Of(EndpointConfig endpoint) =>
        endpoint.ServiceName.KnownOrDefault ?? endpoint.ResourceConfigurationArn.KnownOrDefault ?? endpoint.ServiceNetworkArn.KnownOrDefault;
}
