using System.Management.Automation;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Isolation;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Input;

/// <summary>Reads what was given as -Baseline: a file with earlier results, or the results themselves.</summary>
internal static class BaselineArgument
{
    /// <summary>The baseline, or the error that ends the cmdlet: without it old findings would fail as if they were new.</summary>
    public static Baseline? Read(object argument, SessionState session, CancellationToken stop, out ErrorRecord? error)
    {
        object? value = argument is PSObject wrapper ? wrapper.BaseObject : argument;
        string? path = value switch
        {
            FileInfo file => file.FullName,
            string text => session.Path.GetUnresolvedProviderPathFromPSPath(text),
            _ => null,
        };
        error = null;
        try
        {
            BaselineDocument document = path is null ? ModuleServices.Reader.ReadBaseline(new PSObjectNode(argument), "-Baseline") : ReadFile(path, stop);
            error = document.Problem is { } problem ? Errors.Input(problem, argument) : null;
            return error is null ? new Baseline(document.Findings) : null;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            error = Errors.BaselineNotFound(path!);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            error = Errors.PathNotReadable(path!, exception);
        }

        return null;
    }

    private static BaselineDocument ReadFile(string path, CancellationToken stop)
    {
        using FileStream stream = File.OpenRead(path);
        return ModuleServices.Reader.ReadBaseline(stream, path, stop);
    }
}
