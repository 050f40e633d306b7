using VpcEndpointTools.Model;
using VpcEndpointTools.Model.Members;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.CloudFormation;

/// <summary>Reads AWS::EC2::VPCEndpoint as a create-vpc-endpoint request.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html.</remarks>
internal static class EndpointResources
{
    public const string Type = "AWS::EC2::VPCEndpoint";

    private static IEnumerable<IGrouping<string, EndpointMember>> Grouped => EndpointMembers.InRequest
        .Where(member => member is { IsInCloudFormation: true, Group: not null })
        .GroupBy(member => member.Group!, StringComparer.Ordinal);

    /// <summary>The request.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="properties">Its properties.</param>
    /// <param name="deployment">What the template is deployed with.</param>
    /// <param name="macro">A macro that may add whatever is not there; null without one.</param>
    public static BuiltNode Read(InputNode resource, InputNode? properties, Deployment deployment, string? macro)
    {
        Properties given = new(properties, deployment);
        BuiltNode request = BuiltNode.OfObject(resource);
        foreach (EndpointMember member in EndpointMembers.InRequest.Where(member => member is { IsInCloudFormation: true, Group: null }))
        {
            InputNode? value = Value(member, given, resource);
            request.With(member.Name, value ?? (macro is null || !member.MayComeFromMacro
                ? null
                : BuiltNode.OfUnknown($"{member}, which the macro {macro} may add", resource)));
        }

        foreach (IGrouping<string, EndpointMember> group in Grouped)
        {
            request.With(group.Key, Group(group, given[group.Key]));
        }

        return request;
    }

    private static InputNode? Value(EndpointMember member, Properties given, InputNode resource)
    {
        if (member == EndpointMembers.PrivateDnsEnabled)
        {
            // What CloudFormation leaves out is off.
            bool canHaveNames = given[EndpointMembers.VpcEndpointType.Name] is { Kind: InputKind.Unknown } or { Text: "Interface" };
            return given.Flag(member.Name) ?? (canHaveNames ? BuiltNode.OfFlag(false, resource) : null);
        }

        InputNode? value = member is EndpointMember<Value<bool>> ? given.Flag(member.Name) : given[member.Name];
        return member == EndpointMembers.PolicyDocument ? Policy(value)
            : member == EndpointMembers.Tags ? (value is { Kind: InputKind.List } && !Intrinsics.HasUnknown(value) ? value : null)

            // CloudFormation takes one id for a list of one.
            : member.IsList && value is { Kind: InputKind.Text } ? BuiltNode.OfList([value], value)
            : value;
    }

    private static InputNode? Policy(InputNode? policy)
    {
        if (policy is null or { Kind: not (InputKind.Object or InputKind.List) })
        {
            return policy;
        }

        if (Intrinsics.HasUnknown(policy))
        {
            return BuiltNode.OfUnknown("PolicyDocument, in which something is known only at deploy time", policy);
        }

        return BuiltNode.OfText(NodeText.Json(policy), policy);
    }

    private static BuiltNode? Group(IEnumerable<EndpointMember> members, InputNode? options)
    {
        if (options is not { Kind: InputKind.Object })
        {
            return null;
        }

        BuiltNode made = BuiltNode.OfObject(options);
        foreach (EndpointMember member in members)
        {
            InputNode? value = options.Member(member.Name);
            made.With(member.Name, member is EndpointMember<Value<bool>> ? Flag(value) : value);
        }

        return made;
    }

    private static InputNode? Flag(InputNode? value) => value switch
    {
        { Kind: InputKind.Text } when Enum.TryParse(value.Text, ignoreCase: true, out OnlyInbound known) =>
            BuiltNode.OfFlag(known is OnlyInbound.True or OnlyInbound.OnlyInboundResolver, value),
        { Kind: InputKind.Unknown } => value,
        _ => null,
    };

    // CloudFormation has words of its own for a flag in DnsOptions.
    private enum OnlyInbound
    {
        False,
        True,
        AllResolvers,
        OnlyInboundResolver,
    }
}
