namespace VpcEndpointTools.Completion;

/// <summary>Completes address types.</summary>
public sealed class IpAddressTypeCompleter : NameCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Name, string Tooltip)> Names =>
        [("ipv4", "IPv4 addresses"), ("ipv6", "IPv6 addresses, in subnets that have only these"), ("dualstack", "both, in subnets that have both")];
}
