using VpcEndpointTools.Catalog;

namespace VpcEndpointTools.Completion;

/// <summary>Completes the short names of the shipped service catalogue.</summary>
public sealed class ServiceNameCompleter : NameCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Name, string Tooltip)> Names =>
        ServiceCatalog.Shipped.Entries.Select(entry => (entry.ShortName, $"{entry.Title}: {string.Join(", ", entry.EndpointTypes)}"));
}
