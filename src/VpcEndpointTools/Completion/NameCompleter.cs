using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace VpcEndpointTools.Completion;

/// <summary>Completes one of a list of names; the tooltip says what it means.</summary>
public abstract class NameCompleter : IArgumentCompleter
{
    /// <summary>The names, each with its tooltip.</summary>
    protected abstract IEnumerable<(string Name, string Tooltip)> Names { get; }

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) => Complete(wordToComplete, Names);

    /// <summary>What is typed so far, without the quotes around it.</summary>
    internal static string Word(string? wordToComplete) => wordToComplete?.Trim('\'', '"') ?? string.Empty;

    /// <summary>Those of the names that begin as the word does.</summary>
    internal static IEnumerable<CompletionResult> Complete(string? wordToComplete, IEnumerable<(string Name, string Tooltip)> names)
    {
        string word = Word(wordToComplete);
        return names
            .Where(entry => entry.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Select(entry => new CompletionResult(Quoted(entry.Name), entry.Name, CompletionResultType.ParameterValue, entry.Tooltip));
    }

    private static string Quoted(string name) =>
        name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_') ? name : $"'{name}'";
}
