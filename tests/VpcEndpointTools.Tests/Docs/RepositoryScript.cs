using System.Management.Automation.Language;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Docs;

/// <summary>A call of a script of the repository, such as ./build.ps1: checked against what the script takes.</summary>
internal sealed record RepositoryScript(CommandAst Call, string Path)
{
    /// <summary>The call, where the command is one.</summary>
    public static RepositoryScript? Of(CommandAst command) =>
        command.GetCommandName() is { } name && name.StartsWith("./", StringComparison.Ordinal)
            && name.EndsWith(".ps1", StringComparison.Ordinal)
            ? new RepositoryScript(command, name[2..])
            : null;

    /// <summary>The block without its calls of scripts: those build and install.</summary>
    public static string Without(string code)
    {
        IEnumerable<CommandAst> calls = Parser.ParseInput(code, out _, out _)
            .FindAll(node => node is CommandAst command && Of(command) is not null, searchNestedScriptBlocks: true).Cast<CommandAst>();
        foreach (IScriptExtent extent in calls.Select(call => call.Parent.Extent).OrderByDescending(extent => extent.StartOffset))
        {
            code = code.Remove(extent.StartOffset, extent.EndOffset - extent.StartOffset);
        }

        return code;
    }

    /// <summary>Fails where the script is not there, or does not take what it is called with.</summary>
    public void Check(string place)
    {
        string file = System.IO.Path.Combine(Repository.Root, Path);
        Assert.True(File.Exists(file), $"{place}: {Path} is not in the repository.");
        IReadOnlyList<ParameterAst> declared = Parser.ParseFile(file, out _, out _).ParamBlock?.Parameters ?? [];
        for (int i = 1; i < Call.CommandElements.Count; i++)
        {
            if (Call.CommandElements[i] is not CommandParameterAst given)
            {
                continue;
            }

            ParameterAst? parameter = declared
                .FirstOrDefault(other => other.Name.VariablePath.UserPath.Equals(given.ParameterName, StringComparison.OrdinalIgnoreCase));
            Assert.True(parameter is not null, $"{place}: {Path} has no parameter -{given.ParameterName}.");
            string[] allowed = [.. parameter!.Attributes.OfType<AttributeAst>().Where(attribute => attribute.TypeName.Name == "ValidateSet")
                .SelectMany(attribute => attribute.PositionalArguments).OfType<StringConstantExpressionAst>().Select(value => value.Value)];
            if (allowed.Length > 0 && Call.CommandElements.ElementAtOrDefault(i + 1) is StringConstantExpressionAst value)
            {
                Assert.True(
                    allowed.Contains(value.Value, StringComparer.OrdinalIgnoreCase),
                    $"{place}: {Path} -{given.ParameterName} {value.Value}");
            }
        }
    }
}
