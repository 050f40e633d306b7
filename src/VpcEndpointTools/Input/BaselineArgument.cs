using System.Management.Automation;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Isolation;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Input;

/// <summary>Reads what was given as -Baseline: a file with earlier results, or the results themselves.</summary>
internal static class BaselineArgument
{
    /// <summary>The baseline. What is wrong with it ends the cmdlet: without it old findings would fail as if they were new.</summary>
    public static Baseline Read(object argument, SessionState session, IVoice voice, CancellationToken stop)
    {
        object? value = argument is PSObject wrapper ? wrapper.BaseObject : argument;
        string? path = value switch
        {
            FileInfo file => file.FullName,
            string text => session.Path.GetUnresolvedProviderPathFromPSPath(text),
            _ => null,
        };
        try
        {
            BaselineDocument document = path is null ? ModuleServices.Reader.ReadBaseline(new PSObjectNode(argument), "-Baseline") : ReadFile(path, stop);
            return document.Problem is { } problem ? throw voice.End(Errors.Input(problem, argument)) : new Baseline(document.Findings);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw voice.End(Errors.BaselineNotFound(path!));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw voice.End(Errors.PathNotReadable(path!, exception));
        }
    }

    private static BaselineDocument ReadFile(string path, CancellationToken stop)
    {
        using FileStream stream = File.OpenRead(path);
        return ModuleServices.Reader.ReadBaseline(stream, path, stop);
    }
}
