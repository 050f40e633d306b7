using System.Management.Automation;
using VpcEndpointTools.Isolation;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Input;

/// <summary>Finds and reads the files that a cmdlet was given; what cannot be read is an error, the rest goes on.</summary>
internal sealed class InputFiles(SessionState session, IVoice voice, CancellationToken stop)
{
    /// <summary>What templates are read with.</summary>
    public ReadingOptions Options { get; init; } = ReadingOptions.None;

    /// <summary>What the files are to be, where they are not any input: the sentence that follows "Expected" in an error.</summary>
    public string? Expected { get; init; }

    /// <summary>The files that a path with wildcards means.</summary>
    public IEnumerable<string> Expand(string path)
    {
        // A name with brackets in it is a name first and a pattern second.
        if (!WildcardPattern.ContainsWildcardCharacters(path) || Exists(path))
        {
            return Literal(path);
        }

        try
        {
            List<string> files = [.. session.Path.GetResolvedProviderPathFromPSPath(path, out ProviderInfo provider)];
            if (!IsFileSystem(path, provider))
            {
                return [];
            }

            // A pattern means files; the folders that it also hits are nobody's input.
            files = [.. files.Where(file => !Directory.Exists(file)).Order(StringComparer.Ordinal)];
            if (files.Count == 0)
            {
                voice.Fail(Errors.PathNotMatched(path));
            }

            return files;
        }
        catch (Exception exception) when (exception is ItemNotFoundException or System.Management.Automation.DriveNotFoundException or ProviderNotFoundException or WildcardPatternException)
        {
            voice.Fail(Errors.PathNotMatched(path));
            return [];
        }
    }

    /// <summary>The file that a path without wildcards means.</summary>
    public IEnumerable<string> Literal(string path)
    {
        try
        {
            string file = session.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
            return IsFileSystem(path, provider) ? [file] : [];
        }
        catch (Exception exception) when (exception is System.Management.Automation.DriveNotFoundException or ProviderNotFoundException or NotSupportedException)
        {
            voice.Fail(Errors.PathNotReadable(path, exception));
            return [];
        }
    }

    /// <summary>A file's content; null where it cannot be opened.</summary>
    public InputDocument? Read(string file) => Open(file, stream => ModuleServices.Reader.Read(stream, file, stop, Options));

    /// <summary>What a reader makes of a file; null where it cannot be opened.</summary>
    public T? Open<T>(string file, Func<Stream, T> read)
        where T : class
    {
        if (Directory.Exists(file))
        {
            voice.Fail(Errors.PathIsFolder(file));
            return null;
        }

        try
        {
            using FileStream stream = File.OpenRead(file);
            return read(stream);
        }
        catch (Exception exception) when (exception is (FileNotFoundException or DirectoryNotFoundException) && !File.Exists(file))
        {
            voice.Fail(Errors.PathNotFound(file, Expected ?? ModuleServices.Reader.Expected));
        }
        catch (Exception exception) when (exception is (IOException and not FileNotFoundException) or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            voice.Fail(Errors.PathNotReadable(file, exception));
        }

        return null;
    }

    private bool Exists(string path)
    {
        try
        {
            return File.Exists(session.Path.GetUnresolvedProviderPathFromPSPath(path));
        }
        catch (Exception exception) when (exception is System.Management.Automation.DriveNotFoundException or ProviderNotFoundException or NotSupportedException)
        {
            return false;
        }
    }

    private bool IsFileSystem(string path, ProviderInfo provider)
    {
        if (provider.Name == "FileSystem")
        {
            return true;
        }

        voice.Fail(Errors.PathOfOtherProvider(path, provider.Name));
        return false;
    }
}
