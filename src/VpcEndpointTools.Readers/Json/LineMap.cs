using System.Text;

namespace VpcEndpointTools.Readers.Json;

/// <summary>Turns a byte's offset into line and column. Made at the first question: most files have nothing to complain of.</summary>
internal sealed class LineMap(byte[] content)
{
    private List<long>? _starts;

    /// <summary>Line and column from 1; the column counts characters, not bytes.</summary>
    public (int Line, int Column) Place(long offset)
    {
        _starts ??= FindStarts();
        int at = _starts.BinarySearch(offset);
        int line = at >= 0 ? at : ~at - 1;
        int start = (int)_starts[line];
        return (line + 1, Encoding.UTF8.GetCharCount(content, start, (int)offset - start) + 1);
    }

    private List<long> FindStarts()
    {
        List<long> starts = [0];
        for (int i = 0; i < content.Length; i++)
        {
            if (content[i] == '\n')
            {
                starts.Add(i + 1);
            }
        }

        return starts;
    }
}
