using System.Text;

namespace VpcEndpointTools.Readers.Json;

/// <summary>Turns a byte's offset into line and column. Made at the first question: most files have nothing to complain of.</summary>
internal sealed class LineMap(byte[] content)
{
    private List<long>? _starts;

    /// <summary>The line, from 1.</summary>
    public int Line(long offset)
    {
        _starts ??= FindStarts();
        int at = _starts.BinarySearch(offset);
        return at >= 0 ? at + 1 : ~at;
    }

    /// <summary>The column from 1, in characters. It walks the line, and a whole file may be one line: ask only for what went wrong.</summary>
    public int Column(long offset)
    {
        int line = Line(offset);
        int start = (int)_starts![line - 1];
        return Encoding.UTF8.GetCharCount(content, start, (int)offset - start) + 1;
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
