using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using VpcEndpointTools.Evaluation;

namespace VpcEndpointTools.Completion;

/// <summary>Completes rule ids; the tooltip says what a rule is about.</summary>
public sealed class RuleIdCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        WildcardPattern pattern = WildcardPattern.Get(NameCompleter.Word(wordToComplete) + "*", WildcardOptions.IgnoreCase);
        return RuleCatalog.All
            .Where(rule => pattern.IsMatch(rule.Info.Id))
            .Select(rule => new CompletionResult(rule.Info.Id, rule.Info.Id, CompletionResultType.ParameterValue, rule.Info.Title));
    }
}
