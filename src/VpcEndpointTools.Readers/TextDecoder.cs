using System.Text;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers;

/// <summary>The bytes of a file as UTF-8. Windows PowerShell's '>' writes UTF-16, so that is taken too.</summary>
internal static class TextDecoder
{
    /// <summary>Above this a file is refused. A Region with 100,000 endpoints stays well below.</summary>
    private const long MaxBytes = 1L << 30;

    // CloudFormation takes templates of 1 MB at most.
    private const long MaxOtherBytes = 4L << 20;
    private const int HeadLength = 4096;

    private static ReadOnlySpan<byte> ZipMark => "PK\u0003\u0004"u8;

    /// <summary>Throws <see cref="InputException"/> for a file that is empty, too large, or begins like no JSON; then little of it was read.</summary>
    public static byte[] ReadJson(Stream content, string source, string expected)
    {
        byte[] bytes = Read(content, source, expected, isOther: _ => false);
        return LooksLikeJson(bytes) ? bytes : throw NotJson(bytes, source, expected);
    }

    /// <summary>Throws <see cref="InputException"/> for a file that is too large.</summary>
    /// <param name="content">The file.</param>
    /// <param name="source">What to call it.</param>
    /// <param name="expected">What was expected, for problems.</param>
    /// <param name="isOther">Tells by the beginning of a large file that is no JSON whether it is something else that is read.</param>
    public static byte[] Read(Stream content, string source, string expected, Func<byte[], bool> isOther)
    {
        if (content.CanSeek && content.Length > MaxBytes)
        {
            throw new InputException(new InputProblem("InputTooLarge", $"{content.Length} bytes; at most {MaxBytes} are read.", source));
        }

        byte[] head = new byte[HeadLength];
        int count = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        Encoding? encoding = WideEncoding(head.AsSpan(0, count));
        if (encoding is null && !LooksLikeJson(head.AsSpan(0, count)) && content.CanSeek && content.Length > MaxOtherBytes)
        {
            string large = $"{content.Length} bytes and no JSON; of YAML at most {MaxOtherBytes} are read.";
            throw !isOther(head) ? NotJson(head, source, expected) : new InputException(new InputProblem("InputTooLarge", large, source));
        }

        using MemoryStream whole = new(content.CanSeek ? (int)content.Length : count);
        whole.Write(head, 0, count);
        content.CopyTo(whole);
        byte[] bytes = whole.Length == whole.Capacity ? whole.GetBuffer() : whole.ToArray();
        bytes = encoding is null ? bytes : Encoding.Convert(encoding, Encoding.UTF8, bytes);
        return bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
    }

    /// <summary>True where the first character is one that JSON can begin with here.</summary>
    public static bool LooksLikeJson(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> rest = text.StartsWith(Encoding.UTF8.Preamble) ? text[Encoding.UTF8.Preamble.Length..] : text;
        int first = rest.IndexOfAnyExcept(" \t\r\n"u8);
        return first >= 0 && rest[first] is (byte)'{' or (byte)'[';
    }

    /// <summary>Throws <see cref="InputException"/> for nothing but white space.</summary>
    public static void CheckNotEmpty(byte[] bytes, string source, string expected)
    {
        if (bytes.AsSpan(0, Math.Min(bytes.Length, HeadLength)).IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            throw NotJson(bytes, source, expected);
        }
    }

    /// <summary>What to say of a file that is something else.</summary>
    public static InputException NotJson(ReadOnlySpan<byte> text, string source, string expected)
    {
        if (text.StartsWith(ZipMark))
        {
            return new InputException(new InputProblem(
                "InvalidJson",
                "not JSON, but a ZIP archive, as 'terraform plan -out' writes it. Run 'terraform show -json' on it and give its output. "
                + $"Expected {expected}",
                source));
        }

        int line = 1;
        int column = 1;
        foreach (byte character in text[..Math.Min(text.Length, HeadLength)])
        {
            switch (character)
            {
                case (byte)'\n':
                    line++;
                    column = 1;
                    break;
                case (byte)' ' or (byte)'\t' or (byte)'\r':
                    column++;
                    break;
                default:
                    return new InputException(new InputProblem("InvalidJson", $"not JSON: it does not begin with '{{' or '['. Expected {expected}", source, line, column));
            }
        }

        // So much white space is as empty as none.
        return new InputException(new InputProblem("EmptyInput", $"the file is empty. Expected {expected}", source, line, column));
    }

    private static Encoding? WideEncoding(ReadOnlySpan<byte> head) =>
        head.StartsWith(Encoding.Unicode.Preamble) ? Encoding.Unicode
        : head.StartsWith(Encoding.BigEndianUnicode.Preamble) ? Encoding.BigEndianUnicode
        : null;
}
