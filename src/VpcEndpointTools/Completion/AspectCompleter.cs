using VpcEndpointTools.Catalog;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Completion;

/// <summary>Completes the aspects in which endpoint types are compared.</summary>
public sealed class AspectCompleter : NameCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Name, string Tooltip)> Names =>
        TypeComparison.Aspects.Select(aspect => (aspect.Name, $"{EndpointTypes.Interface}: {aspect.Facts[EndpointTypes.Interface]}"));
}
