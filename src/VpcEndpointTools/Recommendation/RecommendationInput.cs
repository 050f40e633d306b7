using System.Management.Automation;
using VpcEndpointTools.Input;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Recommendation;

/// <summary>Sorts what a recommendation is asked for: needs, VPCs, rows of traffic.</summary>
internal sealed class RecommendationInput(IVoice voice)
{
    private readonly List<string> _services = [];
    private readonly List<NeedTarget> _targets = [];
    private readonly List<string> _vpcs = [];
    private readonly List<TrafficVolume> _traffic = [];

    /// <summary>Services by short or full name.</summary>
    public IReadOnlyList<string> Services => _services;

    /// <summary>Other targets.</summary>
    public IReadOnlyList<NeedTarget> Targets => _targets;

    /// <summary>VPCs; wildcards are allowed.</summary>
    public IReadOnlyList<string> Vpcs => _vpcs;

    /// <summary>Measured traffic.</summary>
    public IReadOnlyList<TrafficVolume> Traffic => _traffic;

    /// <summary>True where a need was named.</summary>
    public bool HasNeeds => _services.Count + _targets.Count > 0;

    /// <summary>Services that were named by parameter.</summary>
    public void AddServices(IEnumerable<string>? names) => _services.AddRange(names ?? []);

    /// <summary>VPCs that were named by parameter.</summary>
    public void AddVpcs(IEnumerable<string>? ids) => _vpcs.AddRange(ids ?? []);

    /// <summary>Targets: text, or objects of VPC Lattice with their Arn and Type.</summary>
    public void AddTargets(IEnumerable<object>? targets)
    {
        foreach (object target in targets ?? [])
        {
            PSObjectNode node = new(target);
            string text = node.Kind == InputKind.Text ? node.Text : node.Member("Arn")?.Text ?? node.Member("ServiceName")?.Text ?? string.Empty;
            if (NeedTarget.Parse(text, node.Kind == InputKind.Object ? node.Member("Type")?.Text : null) is { } parsed)
            {
                _targets.Add(parsed);
            }
            else
            {
                voice.Fail(Errors.UnknownTarget(text.Length > 0 ? text : target.ToString() ?? string.Empty));
            }
        }
    }

    /// <summary>An object of the pipe.</summary>
    public void Add(PSObject? input)
    {
        PSObjectNode node = new(input);
        if (node.Kind == InputKind.Text && node.Text.Length > 0)
        {
            (node.Text.StartsWith("vpc-", StringComparison.Ordinal) ? _vpcs : _services).Add(node.Text);
        }
        else if (node.Kind == InputKind.Object && TrafficRow.Is(node))
        {
            if (TrafficRow.Read(node, input!, voice) is { } volume)
            {
                _traffic.Add(volume);
            }
        }
        else if (node.Kind == InputKind.Object && node.Member("VpcId") is { Kind: InputKind.Text } vpc)
        {
            _vpcs.Add(vpc.Text);
        }
        else
        {
            voice.Fail(Errors.NoInput(input));
        }
    }
}
