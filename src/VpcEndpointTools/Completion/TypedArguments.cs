using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace VpcEndpointTools.Completion;

/// <summary>What is known of a command while it is typed: what stands on the line, and what $PSDefaultParameterValues adds.</summary>
internal sealed class TypedArguments(string command, CommandAst line, IDictionary bound)
{
    private EngineIntrinsics? Engine => field ??= Ask();

    /// <summary>The session, to look into; null outside of any.</summary>
    public SessionState? Session => Engine?.SessionState;

    /// <summary>The session's commands; null outside of any.</summary>
    public CommandInvocationIntrinsics? Commands => Engine?.InvokeCommand;

    /// <summary>The value of a parameter; null where there is none.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="aliases">Its other names.</param>
    /// <exception cref="PSInvalidOperationException">It stands on the line, and only running the line would tell its value.</exception>
    public object? Value(string name, params string[] aliases)
    {
        string[] names = [name, .. aliases];
        if (names.Select(one => bound[one]).FirstOrDefault(value => value is not null) is { } given)
        {
            return given is PSObject { BaseObject: { } inner } ? inner : given;
        }

        return line.CommandElements.OfType<CommandParameterAst>().Any(element => names.Contains(element.ParameterName, StringComparer.OrdinalIgnoreCase))
            ? throw new PSInvalidOperationException($"The value of -{name} is not known yet.")
            : Default(name);
    }

    /// <summary>The text of a parameter, the first of several.</summary>
    public string? Text(string name, params string[] aliases) => Value(name, aliases) switch
    {
        string { Length: > 0 } one => one,
        IEnumerable<object> several => several.FirstOrDefault()?.ToString(),
        _ => null,
    };

    /// <summary>The path in a parameter, as the file system knows it.</summary>
    public string? Path(string name) => Text(name) is { } path ? Session?.Path.GetUnresolvedProviderPathFromPSPath(path) ?? path : null;

    private static EngineIntrinsics? Ask()
    {
        if (Runspace.DefaultRunspace is null)
        {
            return null;
        }

        using PowerShell shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        return shell.AddScript("$ExecutionContext").Invoke<EngineIntrinsics>().FirstOrDefault();
    }

    private object? Default(string name)
    {
        if (Session?.PSVariable.GetValue("PSDefaultParameterValues") is not IDictionary defaults || defaults.Contains("Disabled"))
        {
            return null;
        }

        foreach (DictionaryEntry entry in defaults)
        {
            if (entry.Key.ToString()?.Split(':') is [string pattern, string parameter] && parameter.Equals(name, StringComparison.OrdinalIgnoreCase)
                && WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase).IsMatch(command))
            {
                return entry.Value is PSObject wrapped ? wrapped.BaseObject : entry.Value;
            }
        }

        return null;
    }
}
