using System.IO.Enumeration;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Input;

/// <summary>Ids with the wildcards that EC2's own filters have: * and ?.</summary>
internal static class IdPattern
{
    /// <summary>True when the pattern means more than one id.</summary>
    public static bool IsPattern(string text) => text.AsSpan().ContainsAny('*', '?');

    /// <summary>True for an id of that form, whatever the case.</summary>
    public static bool Matches(string pattern, Value<string> id) => id.IsKnown && FileSystemName.MatchesSimpleExpression(pattern, id.Known);

    /// <summary>True unless it is an endpoint's.</summary>
    public static bool IsVpc(string id) => !id.StartsWith("vpce-", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for the endpoint of that id, or an endpoint in the VPC of that id.</summary>
    public static bool Means(string pattern, EndpointConfig endpoint) => Matches(pattern, IsVpc(pattern) ? endpoint.VpcId : endpoint.VpcEndpointId);
}
