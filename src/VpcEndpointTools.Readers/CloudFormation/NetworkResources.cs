using System.Globalization;
using System.Net;
using VpcEndpointTools.Model.Members;
using VpcEndpointTools.Readers.Templates;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.CloudFormation;

/// <summary>Reads VPCs, subnets, NAT gateways and what joins VPCs, as the describe answers show them.</summary>
internal sealed class NetworkResources(Template template, Deployment deployment, TemplateParts parts)
{
    /// <summary>Adds them all.</summary>
    public void Add()
    {
        foreach ((string name, InputNode resource, InputNode? node) in Certain("AWS::EC2::VPC"))
        {
            Properties vpc = new(node, deployment);
            parts.Add(SnapshotMembers.Vpcs, Id(resource, "VpcId", name)
                .With("CidrBlock", vpc["CidrBlock"])
                .With("CidrBlockAssociationSet", Ranges("CidrBlock", vpc["CidrBlock"], "VpcId", name))
                .With("Ipv6CidrBlockAssociationSet", Ranges("Ipv6CidrBlock", null, "VpcId", name))

                // The defaults of a VPC that is not the account's default one.
                .With("EnableDnsSupport", vpc.Flag("EnableDnsSupport") ?? BuiltNode.OfFlag(true, resource))
                .With("EnableDnsHostnames", vpc.Flag("EnableDnsHostnames") ?? BuiltNode.OfFlag(false, resource)));
        }

        foreach ((string name, InputNode resource, InputNode? node) in Certain("AWS::EC2::Subnet"))
        {
            Properties subnet = new(node, deployment);
            BuiltNode made = Id(resource, "SubnetId", name);
            foreach (string same in new[] { "VpcId", "CidrBlock", "AvailabilityZone", "AvailabilityZoneId" })
            {
                made.With(same, subnet[same]);
            }

            InputNode? ipv6 = subnet["Ipv6CidrBlock"] ?? (subnet["Ipv6NetmaskLength"] is null ? null : BuiltNode.OfUnknown($"${{{name}.Ipv6CidrBlocks}}", resource));
            made.With("AvailableIpAddressCount", BuiltNode.OfText(Free(subnet["CidrBlock"]), resource));
            parts.Add(SnapshotMembers.Subnets, made.With("Ipv6Native", subnet.Flag("Ipv6Native")).With("Ipv6CidrBlockAssociationSet", Ranges("Ipv6CidrBlock", ipv6, "SubnetId", name)));
        }

        foreach ((string name, InputNode resource, InputNode? node) in Certain("AWS::EC2::NatGateway"))
        {
            Properties nat = new(node, deployment);
            InputNode? subnet = nat["SubnetId"];
            parts.Add(SnapshotMembers.NatGateways, Id(resource, "NatGatewayId", name).With("SubnetId", subnet).With("VpcId", nat["VpcId"] ?? VpcOf(subnet))
                .With("ConnectivityType", nat["ConnectivityType"]).With("State", BuiltNode.OfText("available", resource)));
        }

        foreach (string type in new[] { "AWS::EC2::TransitGatewayAttachment", "AWS::EC2::TransitGatewayVpcAttachment" })
        {
            foreach ((string name, InputNode resource, InputNode? node) in Certain(type))
            {
                Properties attachment = new(node, deployment);
                parts.Add(SnapshotMembers.TransitGatewayVpcAttachments, Id(resource, "TransitGatewayAttachmentId", name).With("TransitGatewayId", attachment["TransitGatewayId"])
                    .With("VpcId", attachment["VpcId"]).With("State", BuiltNode.OfText("available", resource)));
            }
        }
    }

    /// <summary>The resources of a type that will be there: those under a condition only where it is known to hold.</summary>
    public IEnumerable<(string Name, InputNode Resource, InputNode? Properties)> Certain(string type) => template.Of(type)
        .Where(item => Template.ConditionOf(item.Resource) is not { } condition || deployment.Condition(condition) != false);

    /// <summary>An object with the id that stands for a resource's.</summary>
    public BuiltNode Id(InputNode resource, string member, string name) =>
        BuiltNode.OfObject(resource).With(member, deployment.Values.Resolve(BuiltNode.OfObject(resource).With("Ref", BuiltNode.OfText(name, resource))));

    // A new subnet has all its addresses but AWS's five; where its size is known only at deploy time, as many as most have.
    private static string Free(InputNode? range) =>
        (range is { Kind: InputKind.Text } && IPNetwork.TryParse(range.Text, out IPNetwork network) && network.PrefixLength is > 1 and < 30 ? (1L << (32 - network.PrefixLength)) - 5 : 251).ToString(CultureInfo.InvariantCulture);

    private BuiltNode? Ranges(string member, InputNode? own, string owner, string name)
    {
        List<InputNode> items = own is null ? [] : [BuiltNode.OfObject(own).With(member, own)];
        string type = owner == "VpcId" ? "AWS::EC2::VPCCidrBlock" : "AWS::EC2::SubnetCidrBlock";
        foreach ((string block, InputNode resource, InputNode? node) in Certain(type))
        {
            Properties properties = new(node, deployment);
            if (properties[owner] is { Kind: InputKind.Text } id && id.Text == Id(resource, owner, name).Member(owner)?.Text)
            {
                bool isAssigned = member == "Ipv6CidrBlock" && properties[member] is null && properties["CidrBlock"] is null;
                InputNode? range = properties[member] ?? (isAssigned ? BuiltNode.OfUnknown($"${{{block}}}", resource) : null);
                items.AddRange(range is null ? [] : [BuiltNode.OfObject(resource).With(member, range)]);
            }
        }

        return items.Count == 0 ? null : BuiltNode.OfList(items);
    }

    private InputNode? VpcOf(InputNode? subnet) => Certain("AWS::EC2::Subnet")
        .Where(item => subnet is { Kind: InputKind.Text } && Id(item.Resource, "SubnetId", item.Name).Member("SubnetId")?.Text == subnet.Text)
        .Select(item => new Properties(item.Properties, deployment)["VpcId"])
        .FirstOrDefault();
}
