using VpcEndpointTools.Isolation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Creation;

/// <summary>The endpoints of a VPC as AWS listed them, in AWS's words and as configurations.</summary>
/// <param name="content">The list.</param>
/// <param name="region">Where.</param>
/// <param name="interfaces">The network interfaces that tell designated addresses; null where none are wanted or known.</param>
internal sealed class EndpointList(InputNode content, string region, NetworkSnapshot? interfaces = null)
{
    private NetworkSnapshot Snapshot => field ??= ModuleServices.Reader.Read(content, $"EC2 {region}").Snapshot ?? new NetworkSnapshot();

    /// <summary>The endpoint of that id, or null.</summary>
    public SafeVpcEndpoint? Find(string id) => (content.Member("VpcEndpoints")?.Items ?? [])
        .Where(item => item.Member("VpcEndpointId")?.Text == id).Select(item => new SafeVpcEndpoint(item, region)).FirstOrDefault();

    /// <summary>The endpoint of that id as a configuration, or null.</summary>
    public EndpointConfig? Config(string id) => Snapshot.VpcEndpoints?.FirstOrDefault(endpoint => endpoint.VpcEndpointId.Is(id));

    /// <summary>The living endpoints with the request's target.</summary>
    public IReadOnlyList<EndpointConfig> Of(EndpointConfig request) => ExistingEndpoints.Of(request, Snapshot);

    /// <summary>The broken endpoints of the same request.</summary>
    public IReadOnlyList<EndpointConfig> BrokenOf(EndpointConfig request) =>
        [.. ExistingEndpoints.Broken(request, Snapshot).Where(endpoint => ExistingEndpoints.IsOfRequest(request, endpoint))];

    /// <summary>A broken endpoint of the same request that was not there before, or null.</summary>
    public SafeVpcEndpoint? NewlyBroken(EndpointConfig request, NetworkSnapshot before) =>
        before.VpcEndpoints is not { } old ? null
        : BrokenOf(request).FirstOrDefault(broken => !old.Any(one => one.VpcEndpointId == broken.VpcEndpointId)) is { } newly
            ? Find(newly.VpcEndpointId.Known) : null;

    /// <summary>The living endpoint that is as the request wants it, or null.</summary>
    public SafeVpcEndpoint? Same(EndpointConfig request) =>
        Of(request).FirstOrDefault(endpoint => Differences(request, endpoint).Count == 0) is { } same
            ? Find(same.VpcEndpointId.Known) : null;

    /// <summary>What an endpoint of the list has otherwise than the request wants it.</summary>
    public IReadOnlyList<EndpointDifference> Differences(EndpointConfig request, EndpointConfig existing) =>
        ExistingEndpoints.Differences(request, existing, interfaces);

    /// <summary>The error that an endpoint of the list has other settings than the request wants.</summary>
    public System.Management.Automation.ErrorRecord OtherSettings(EndpointConfig request, EndpointConfig existing, object target) =>
        Errors.OtherSettings(request, existing, interfaces, target);
}
