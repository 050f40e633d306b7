using System.IO.Enumeration;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Governance;

/// <summary>Tags say whose an endpoint is.</summary>
public sealed class G001Tags : Rule
{
    /// <summary>Declares the rule.</summary>
    public G001Tags()
        : base(new RuleInfo
        {
            Id = RuleIds.G001,
            Title = "Endpoint without a tag that it should have",
            Severity = Severity.Warning,
            Needs = RuleNeeds.Settings,
            Remediation = "Give the tags in TagSpecifications with ResourceType vpc-endpoint, or with create-tags afterwards.",
            Source = RuleSources.CreateInterface,
            Checked = new DateOnly(2026, 11, 23),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        ValueList<Tag> tags = context.Config.Tags;
        if (tags.IsUnknown || tags.Any(tag => tag.Key.IsUnknown))
        {
            return RuleOutcome.Unknown("Tags", tags);
        }

        if (context.Declared.RequiredTags.Count == 0)
        {
            return tags.Any(tag => tag.Key.Is("Name"))
                ? RuleOutcome.Pass
                : RuleOutcome.Fail(new Violation("The endpoint has no Name tag: in a list it is only an id.", "Tags") { Severity = Severity.Information });
        }

        List<Violation> violations = [];
        MissingInput? missing = null;
        foreach ((string key, string? pattern) in context.Declared.RequiredTags)
        {
            Tag? tag = tags.FirstOrDefault(tag => tag.Key.Is(key));
            if (tag is null)
            {
                violations.Add(new Violation($"The tag {key} is required and missing.", "Tags"));
            }
            else if (pattern is not null && tag.Value.IsUnknown)
            {
                missing ??= MissingInput.ValueOf($"the tag {key}", tag.Value);
            }
            else if (pattern is not null && !FileSystemName.MatchesSimpleExpression(pattern, tag.Value.KnownOrDefault ?? string.Empty, ignoreCase: false))
            {
                violations.Add(new Violation($"The tag {key} is '{tag.Value}', but must be '{pattern}'.", "Tags"));
            }
        }

        return RuleOutcome.From(violations, missing);
    }
}
