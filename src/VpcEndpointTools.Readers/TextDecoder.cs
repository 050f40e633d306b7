using System.Text;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers;

/// <summary>The bytes of a file as UTF-8. Windows PowerShell's '>' writes UTF-16, so that is taken too.</summary>
internal static class TextDecoder
{
    /// <summary>Above this a file is refused. A Region with 100,000 endpoints stays well below.</summary>
    private const long MaxBytes = 1L << 30;

    /// <summary>Throws <see cref="InputException"/> for a file that is empty, too large, or begins like no JSON; then little of it was read.</summary>
    public static byte[] ReadJson(Stream content, string source, string expected = AwsInput.Expected)
    {
        if (content.CanSeek && content.Length > MaxBytes)
        {
            throw new InputException(new InputProblem("InputTooLarge", $"{content.Length} bytes; at most {MaxBytes} are read.", source));
        }

        byte[] head = new byte[4096];
        int count = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        Encoding? encoding = WideEncoding(head.AsSpan(0, count));
        if (encoding is null)
        {
            CheckFirstCharacter(head.AsSpan(0, count), source, expected);
        }

        using MemoryStream whole = new(content.CanSeek ? (int)content.Length : count);
        whole.Write(head, 0, count);
        content.CopyTo(whole);
        byte[] bytes = whole.Length == whole.Capacity ? whole.GetBuffer() : whole.ToArray();
        if (encoding is not null)
        {
            byte[] converted = Encoding.Convert(encoding, Encoding.UTF8, bytes);
            CheckFirstCharacter(converted.AsSpan(0, Math.Min(converted.Length, head.Length)), source, expected);
            bytes = converted;
        }

        return bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
    }

    private static Encoding? WideEncoding(ReadOnlySpan<byte> head) =>
        head.StartsWith(Encoding.Unicode.Preamble) ? Encoding.Unicode
        : head.StartsWith(Encoding.BigEndianUnicode.Preamble) ? Encoding.BigEndianUnicode
        : null;

    private static void CheckFirstCharacter(ReadOnlySpan<byte> head, string source, string expected)
    {
        ReadOnlySpan<byte> text = head.StartsWith(Encoding.UTF8.Preamble) ? head[Encoding.UTF8.Preamble.Length..] : head;
        int line = 1;
        int column = 1;
        foreach (byte character in text)
        {
            switch (character)
            {
                case (byte)'{' or (byte)'[':
                    return;
                case (byte)'\n':
                    line++;
                    column = 1;
                    break;
                case (byte)' ' or (byte)'\t' or (byte)'\r':
                    column++;
                    break;
                default:
                    throw new InputException(new InputProblem(
                        "InvalidJson", $"not JSON: it does not begin with '{{' or '['. Expected {expected}", source, line, column));
            }
        }

        // 4096 bytes of white space are as empty as none.
        throw new InputException(new InputProblem("EmptyInput", $"the file is empty. Expected {expected}", source, line, column));
    }
}
