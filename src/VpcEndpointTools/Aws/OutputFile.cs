using System.Management.Automation;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Aws;

/// <summary>Where answers of AWS are written: one file, or one a Region in a folder. Nobody ever finds half a file.</summary>
internal sealed class OutputFile
{
    private readonly string _given;
    private readonly string _path;
    private readonly bool _isFolder;
    private readonly bool _noClobber;
    private readonly IVoice _voice;

    /// <summary>Resolves the path; what cannot be written to ends the cmdlet.</summary>
    /// <param name="session">Where relative paths start.</param>
    /// <param name="path">What the user gave.</param>
    /// <param name="noClobber">True where a file must not be overwritten.</param>
    /// <param name="voice">Who tells.</param>
    public OutputFile(SessionState session, string path, bool noClobber, IVoice voice)
    {
        (_given, _noClobber, _voice) = (path, noClobber, voice);
        _path = session.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
        if (provider.Name != "FileSystem")
        {
            throw voice.End(Errors.PathOfOtherProvider(path, provider.Name));
        }

        _isFolder = Directory.Exists(_path);
        if (!_isFolder && !Directory.Exists(Path.GetDirectoryName(_path)))
        {
            throw voice.End(Errors.FolderNotFound(path));
        }
    }

    /// <summary>The file of a Region.</summary>
    public string For(string region) => _isFolder ? Path.Combine(_path, region + ".json") : _path;

    /// <summary>Ends the cmdlet where several Regions would overwrite each other, or a file is there that must stay.</summary>
    public void MustHoldSeveral(IReadOnlyList<string> regions)
    {
        if (regions.Count > 1 && !_isFolder)
        {
            throw _voice.End(Errors.OneFileForSeveralRegions(_given, regions));
        }

        if (_noClobber && regions.Select(For).FirstOrDefault(File.Exists) is { } there)
        {
            throw _voice.End(Errors.FileExists(there));
        }
    }

    /// <summary>Writes a Region's answer; null where it could not be, which has been told.</summary>
    public FileInfo? Write(RegionAnswer answer, IVoice voice) => Write(For(answer.Region), answer.Content!, voice);

    /// <summary>Writes a node as JSON.</summary>
    public static FileInfo? Write(string file, InputNode content, IVoice voice) =>
        Write(file, stream => InputNodeJson.Write(content, stream), voice);

    /// <summary>Writes a file.</summary>
    public static FileInfo? Write(string file, Action<Stream> content, IVoice voice)
    {
        string half = $"{file}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (FileStream stream = File.Create(half))
            {
                content(stream);
            }

            File.Move(half, file, overwrite: true);
            return new FileInfo(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            File.Delete(half);
            voice.Fail(Errors.PathNotWritable(file, exception));
            return null;
        }
    }
}
