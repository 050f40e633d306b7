// Classes with the names and shapes of AWS.Tools' copy of the SDK: a session has them in the default load context, the module never does.
#pragma warning disable CA1711, MA0048, SA1402
namespace Amazon.Runtime
{
    /// <summary>The base of the SDK's constants.</summary>
    public abstract class ConstantClass(string value)
    {
        public string Value { get; } = value;

        public override string ToString() => Value;
    }
}

namespace Amazon.EC2
{
    public sealed class VpcEndpointType(string value) : Runtime.ConstantClass(value);

    public sealed class State(string value) : Runtime.ConstantClass(value);

    public sealed class IpAddressType(string value) : Runtime.ConstantClass(value);

    public sealed class DnsRecordIpType(string value) : Runtime.ConstantClass(value);
}

namespace Amazon.EC2.Model
{
    public sealed class TagSpecification
    {
        public string? ResourceType { get; set; }
    }

    public sealed class SecurityGroupIdentifier
    {
        public string? GroupId { get; set; }

        public string? GroupName { get; set; }
    }

    /// <summary>Lists that AWS did not answer are null, as in version 4 of the SDK.</summary>
    public sealed class VpcEndpoint
    {
        public string? VpcEndpointId { get; set; }

        public VpcEndpointType? VpcEndpointType { get; set; }

        public State? State { get; set; }

        public string? VpcId { get; set; }

        public string? ServiceName { get; set; }

        public IList<string>? SubnetIds { get; set; }

        public IList<string>? RouteTableIds { get; set; }

        public IList<SecurityGroupIdentifier>? Groups { get; set; }

        public bool? PrivateDnsEnabled { get; set; }

        public string? PolicyDocument { get; set; }
    }
}
