using System.Text;

namespace VpcEndpointTools.Input;

/// <summary>Puts JSON together that comes down the pipe line by line, as native commands such as the AWS CLI write it.</summary>
internal sealed class JsonLines
{
    private readonly StringBuilder _text = new();

    /// <summary>True while a text has begun and not been taken.</summary>
    public bool HasText => _text.Length > 0;

    /// <summary>True when the line begins, or goes on with, JSON: it is no path then.</summary>
    public bool Accepts(string line)
    {
        ReadOnlySpan<char> start = line.AsSpan().TrimStart();
        return HasText || start.StartsWith("{") || start.StartsWith("[");
    }

    /// <summary>Adds a line. True when the text may be whole: it was given in one piece.</summary>
    public bool Add(string line)
    {
        bool first = !HasText;
        _text.AppendLine(line);
        ReadOnlySpan<char> end = line.AsSpan().Trim();
        return first && end.Length > 1 && (end.EndsWith("}") || end.EndsWith("]"));
    }

    /// <summary>The text so far; the next one begins anew.</summary>
    public MemoryStream Take()
    {
        MemoryStream stream = new(Encoding.UTF8.GetBytes(_text.ToString()));
        _text.Clear();
        return stream;
    }
}
