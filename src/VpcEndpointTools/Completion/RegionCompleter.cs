using VpcEndpointTools.Catalog;

namespace VpcEndpointTools.Completion;

/// <summary>Completes Regions; the tooltip says where one is.</summary>
public sealed class RegionCompleter : NameCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Name, string Tooltip)> Names => AwsRegion.Shipped.Select(region => (region.Name, region.Title));
}
