using System.Text.Json;

namespace VpcEndpointTools.Readers.Json;

/// <summary>Keeps the texts of a file, so that what it says a thousand times (member names, ids, services) is in memory once.</summary>
/// <remarks>A table of fixed size: a newcomer takes the place of an older text, and no file can make it grow.</remarks>
internal sealed class TextPool
{
    private const int Size = 1 << 13;
    private readonly string?[] _texts = new string?[Size];

    /// <summary>The text of the reader's token. Throws <see cref="InvalidOperationException"/> where it is not valid UTF-8.</summary>
    public string Get(ref Utf8JsonReader reader)
    {
        HashCode hash = default;
        hash.AddBytes(reader.ValueSpan);
        ref string? place = ref _texts[hash.ToHashCode() & (Size - 1)];
        if (place is null || !reader.ValueTextEquals(place))
        {
            place = reader.GetString()!;
        }

        return place;
    }
}
