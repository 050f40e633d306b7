using System.Globalization;
using System.Management.Automation;
using VpcEndpointTools.Isolation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Input;

/// <summary>Tells what an object of the pipe is and reads it. By value, in code: a by-name binding on an AWS.Tools object would guess.</summary>
internal sealed class ConfigInputs(InputFiles files, IVoice voice, CancellationToken stop)
{
    private readonly JsonLines _json = new();
    private int _count;

    /// <summary>What the object holds, and what to name as the target of its errors.</summary>
    public IEnumerable<(InputDocument Document, object Target)> From(object? input)
    {
        object? value = input is PSObject wrapper ? wrapper.BaseObject : input;
        switch (value)
        {
            case null:
                voice.Fail(Errors.NullInput());
                return [];
            case object?[] items:
                // -InputObject @(...) is not unrolled as a pipe is.
                return items.SelectMany(From);
            case FileSystemInfo file:
                return FromFiles([file.FullName]);
            case EndpointConfig config:
                return [(new InputDocument { Configs = [config] }, input!)];
            case string text when _json.Accepts(text):
                return _json.Add(text) ? Rest() : [];
            case string id when id.StartsWith("vpce-", StringComparison.Ordinal) || id.StartsWith("vpc-", StringComparison.Ordinal):
                return [(new InputDocument { Ids = [id] }, id)];
            case string path:
                return FromFiles(files.Expand(path));
            default:
                return [(ModuleServices.Reader.Read(new PSObjectNode(input), NextName(), files.Options), input!)];
        }
    }

    /// <summary>Ids of endpoints or VPCs.</summary>
    public static IEnumerable<(InputDocument Document, object Target)> FromIds(IEnumerable<string> ids) =>
        ids.Select(id => (new InputDocument { Ids = [id] }, (object)id));

    /// <summary>What the files hold.</summary>
    public IEnumerable<(InputDocument Document, object Target)> FromFiles(IEnumerable<string> paths)
    {
        foreach (string path in paths)
        {
            if (files.Read(path) is { } document)
            {
                yield return (document, path);
            }
        }
    }

    /// <summary>The JSON that came line by line and has not been read yet.</summary>
    public IEnumerable<(InputDocument Document, object Target)> Rest()
    {
        if (!_json.HasText)
        {
            yield break;
        }

        string name = NextName();
        using MemoryStream text = _json.Take();
        yield return (ModuleServices.Reader.Read(text, name, stop, files.Options), name);
    }

    private string NextName() => string.Create(CultureInfo.InvariantCulture, $"pipeline[{_count++}]");
}
