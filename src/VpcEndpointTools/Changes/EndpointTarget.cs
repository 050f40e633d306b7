using System.Text.RegularExpressions;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Changes;

/// <summary>Which endpoints an object of the pipe means.</summary>
/// <param name="Ids">Their ids.</param>
/// <param name="Region">The Region that the object names.</param>
internal sealed partial record EndpointTarget(IReadOnlyList<string> Ids, string? Region)
{
    /// <summary>The endpoints; null where the object names none, which has been told.</summary>
    /// <param name="node">An id, or an object with VpcEndpointId.</param>
    /// <param name="action">The action of a recommendation that is meant for this cmdlet.</param>
    /// <param name="target">What the user gave.</param>
    /// <param name="voice">Who tells.</param>
    public static EndpointTarget? Read(InputNode node, string action, object target, IVoice voice)
    {
        if (node.Kind == InputKind.Text)
        {
            return Of([node.Text], null, target, voice);
        }

        if (node.Kind != InputKind.Object)
        {
            voice.Fail(Errors.NoEndpointGiven(target));
            return null;
        }

        // Only what was recommended for this is taken: a Keep names its endpoint too.
        string? recommended = Text(node, "Action");
        if (recommended is not null && !string.Equals(recommended, action, StringComparison.OrdinalIgnoreCase))
        {
            voice.Fail(Errors.OtherRecommendation(recommended, action, target));
            return null;
        }

        InputNode? ids = node.Member("VpcEndpointId") ?? node.Member("VpcEndpointIds")
            ?? (recommended is null ? null : node.Member("ExistingVpcEndpointId"));
        return Of(ids?.Kind == InputKind.List ? [.. ids.Items.Select(item => item.Text)] : ids is { Kind: InputKind.Text } ? [ids.Text]
            : [], Text(node, "Region"), target, voice);
    }

    private static EndpointTarget? Of(string[] ids, string? region, object target, IVoice voice)
    {
        string? wrong = ids.FirstOrDefault(id => !Form().IsMatch(id));
        if (ids.Length > 0 && wrong is null)
        {
            return new EndpointTarget(ids, region);
        }

        voice.Fail(wrong is null ? Errors.NoEndpointGiven(target) : Errors.InvalidEndpointId(wrong, target));
        return null;
    }

    private static string? Text(InputNode node, string name) => node.Member(name) is { Kind: InputKind.Text } member
        && member.Text.Length > 0 ? member.Text : null;

    [GeneratedRegex("^vpce-([0-9a-f]{8}|[0-9a-f]{17})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
