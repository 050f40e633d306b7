using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace VpcEndpointTools.Emulator;

/// <summary>Which endpoints describes leave out of their answers: lists lag behind what was created, and may lose sight of it.</summary>
internal sealed class EndpointSight
{
    private readonly ConcurrentDictionary<string, byte> _hidden = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (DateTime Made, int Describes)> _new = new(StringComparer.Ordinal);

    /// <summary>All that were created, in order.</summary>
    public List<string> All { get; } = [];

    public void Hide(string id) => _hidden[id] = 0;

    public void Show(string id) => _hidden.TryRemove(id, out _);

    /// <summary>An endpoint was created now.</summary>
    public void Made(string id)
    {
        All.Add(id);
        _new[id] = (DateTime.UtcNow, 0);
    }

    /// <summary>A describe of endpoints begins.</summary>
    public void Describe()
    {
        foreach (string id in _new.Keys.ToList())
        {
            _new[id] = _new[id] with { Describes = _new[id].Describes + 1 };
        }
    }

    /// <summary>Whether the describe shows it.</summary>
    public bool Shows(Ec2Region region, JsonObject endpoint)
    {
        string id = (string)endpoint["VpcEndpointId"]!;
        return !_hidden.ContainsKey(id)
            && (!_new.TryGetValue(id, out (DateTime Made, int Describes) made)
                || (made.Describes > region.HiddenDescribes && DateTime.UtcNow - made.Made >= region.ListLag));
    }
}
