using VpcEndpointTools.Isolation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Creation;

/// <summary>The endpoints of a VPC as AWS listed them, in AWS's words and as configurations.</summary>
internal sealed class EndpointList(InputNode content, string region)
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

    /// <summary>The living endpoint that is as the request wants it, or null.</summary>
    public SafeVpcEndpoint? Same(EndpointConfig request) =>
        Of(request).FirstOrDefault(endpoint => ExistingEndpoints.Differences(request, endpoint).Count == 0) is { } same
            ? Find(same.VpcEndpointId.Known)
            : null;
}
