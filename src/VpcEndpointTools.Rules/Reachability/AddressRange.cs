using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;

namespace VpcEndpointTools.Reachability;

/// <summary>An IPv4 or IPv6 range in CIDR notation. A value type: rules compare many of them, and none outlives its rule.</summary>
/// <remarks>System.Net.IPNetwork of .NET 8 refuses ranges with host bits set, which people write and AWS takes.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AddressRange
{
    private readonly UInt128 _first;

    private AddressRange(UInt128 address, int length, int width)
    {
        Length = length;
        Width = width;
        _first = address & Mask(length, width);
    }

    /// <summary>Bits of the prefix.</summary>
    public int Length { get; }

    /// <summary>32 for IPv4, 128 for IPv6.</summary>
    public int Width { get; }

    /// <summary>True for all addresses of its family (0.0.0.0/0, ::/0).</summary>
    public bool IsEverything => Length == 0;

    /// <summary>Reads a range; a single address is a range of one.</summary>
    public static bool TryParse(string? text, out AddressRange range)
    {
        range = default;
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        int slash = rest.IndexOf('/');
        ReadOnlySpan<char> plain = slash < 0 ? rest : rest[..slash];

        // .NET also reads 10.1 and 0x0A000001.
        if (!IPAddress.TryParse(plain, out IPAddress? address) || (!plain.Contains(':') && plain.Count('.') != 3))
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out int count);
        int width = count * 8;
        int length = width;
        if (slash >= 0 && (!int.TryParse(rest[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out length) || length > width))
        {
            return false;
        }

        UInt128 value = count == 4 ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt128BigEndian(bytes);
        range = new AddressRange(value, length, width);
        return true;
    }

    /// <summary>True when every address of the other range is in this one.</summary>
    public bool Contains(AddressRange other) => Width == other.Width && Length <= other.Length && (other._first & Mask(Length, Width)) == _first;

    /// <summary>True when the two have an address in common.</summary>
    public bool Overlaps(AddressRange other) => Contains(other) || other.Contains(this);

    /// <summary>The place of an address in the range, from 0; only for ranges of one address that lie in it.</summary>
    public UInt128 IndexOf(AddressRange address) => address._first - _first;

    /// <summary>How many addresses it has; the largest value for ::/0.</summary>
    public UInt128 Count => Width - Length >= 128 ? UInt128.MaxValue : UInt128.One << (Width - Length);

    private static UInt128 Mask(int length, int width) => length == 0 ? 0 : UInt128.MaxValue << (width - length);
}
