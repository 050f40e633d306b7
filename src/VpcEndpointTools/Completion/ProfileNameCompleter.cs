using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace VpcEndpointTools.Completion;

/// <summary>Completes the names of profiles; the tooltip says the Region of one.</summary>
public sealed class ProfileNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            string? location = new TypedArguments(commandName, commandAst, fakeBoundParameters).Path("ProfileLocation");
            return NameCompleter.Complete(wordToComplete, [.. SharedProfiles.Read(location).Select(profile =>
                (profile.Key, profile.Value.Region ?? "no Region of its own"))]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or RuntimeException)
        {
            return [];
        }
    }
}
