using System.Globalization;
using System.Net;
using System.Net.Sockets;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.CloudFormation;

/// <summary>Fn::Cidr: so many ranges of a size out of a larger one.</summary>
internal static class CidrBlocks
{
    private const int MostBlocks = 256;

    /// <summary>The ranges (IPv4); null where an argument is not known or makes no sense.</summary>
    public static InputNode? Split(IReadOnlyList<InputNode> arguments, InputNode where)
    {
        if (arguments is not [{ Kind: InputKind.Text } block, { Kind: InputKind.Text } count, { Kind: InputKind.Text } bits]
            || !IPNetwork.TryParse(block.Text, out IPNetwork network) || network.BaseAddress.AddressFamily != AddressFamily.InterNetwork
            || !int.TryParse(count.Text, CultureInfo.InvariantCulture, out int number) || number is < 1 or > MostBlocks
            || !int.TryParse(bits.Text, CultureInfo.InvariantCulture, out int width) || width is < 1 or > 31 || 32 - width < network.PrefixLength)
        {
            return null;
        }

        byte[] bytes = network.BaseAddress.GetAddressBytes();
        uint first = ((uint)bytes[0] << 24) | ((uint)bytes[1] << 16) | ((uint)bytes[2] << 8) | bytes[3];
        return BuiltNode.OfList(
            Enumerable.Range(0, number).Select(i =>
            {
                uint address = first + ((uint)i << width);
                return BuiltNode.OfText(
                    string.Create(CultureInfo.InvariantCulture, $"{address >> 24}.{(address >> 16) & 255}.{(address >> 8) & 255}.{address & 255}/{32 - width}"), where);
            }),
            where);
    }
}
