using System.Management.Automation;
using VpcEndpointTools.Completion;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Input;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Cmdlets;

/// <summary>The catalogue of rules as objects.</summary>
[Cmdlet(VerbsCommon.Get, "VpcEndpointRule")]
[OutputType(typeof(RuleView))]
public sealed class GetVpcEndpointRuleCommand : VpcEndpointCmdlet
{
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private NamePatterns _families = null!;
    private NamePatterns _severities = null!;
    private NamePatterns _types = null!;

    /// <summary>Ids of rules; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [Alias("RuleId")]
    [ArgumentCompleter(typeof(RuleIdCompleter))]
    public string[]? Id { get; set; }

    /// <summary>Only rules of these families; wildcards are allowed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RuleFamilyCompleter))]
    public string[]? Family { get; set; }

    /// <summary>Only rules of these severities; wildcards are allowed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SeverityCompleter))]
    public string[]? Severity { get; set; }

    /// <summary>Only rules that are about one of these endpoint types; wildcards are allowed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(EndpointTypeCompleter))]
    public string[]? EndpointType { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _families = NamePatterns.Read(Family, RuleFamilies.All, ErrorIds.UnknownRuleFamily, "family of rules", this);
        _severities = NamePatterns.Read(Severity, Enum.GetNames<Severity>(), ErrorIds.UnknownSeverity, "severity", this);
        _types = NamePatterns.Read(EndpointType, EndpointTypes.All, ErrorIds.UnknownEndpointType, "endpoint type", this);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        NamePatterns ids = NamePatterns.Read(
            Id, pattern => RuleCatalog.All.Any(rule => pattern.IsMatch(rule.Info.Id)), RuleSelection.UnknownRule, this);
        foreach (RuleInfo info in RuleCatalog.All.Select(rule => rule.Info))
        {
            // The findings of many endpoints name the same rule again and again.
            if (ids.Match(info.Id) && IsWanted(info) && _written.Add(info.Id))
            {
                WriteObject(new RuleView(info));
            }
        }
    }

    private bool IsWanted(RuleInfo info) =>
        _families.Match(info.Family) && _severities.Match(info.Severity.ToString()) && _types.Match(info.EndpointTypes);
}
