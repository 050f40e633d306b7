using System.Runtime.CompilerServices;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Model.Members;

namespace VpcEndpointTools.Tests;

/// <summary>An internet gateway, of which no rule knows anything.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Owner">Whose it is.</param>
internal sealed record InternetGateway(Value<string> Id, Value<string> Owner);

/// <summary>Rows that nobody has: this file is all that there is of them.</summary>
internal static class MadeUp
{
    /// <summary>The rows join before any test runs.</summary>
    [ModuleInitializer]
    internal static void Join() => RuntimeHelpers.RunClassConstructor(typeof(MadeUp).TypeHandle);

    /// <summary>A need that no rule has.</summary>
    public const RuleNeeds Need = (RuleNeeds)(1 << 29);

    /// <summary>A list of a VPC, to which templates contribute.</summary>
    public static SnapshotMember<InternetGateway> InternetGateways { get; } = SnapshotMembers.List.Add(
        new SnapshotMember<InternetGateway>("InternetGateways", Need)
        {
            Ec2 = new("DescribeInternetGateways", IsOfVpc: false),
            IsFromTemplate = true,
            ReadEntry = node => new InternetGateway(node.Required("InternetGatewayId"), node.Text("OwnerId")),
            IsClear = gateway => gateway.Id.IsKnown,
        });

    /// <summary>A list of the Region, which EC2 answers without pages and filters by VPC.</summary>
    public static SnapshotMember<Value<string>> Regions { get; } = SnapshotMembers.List.Add(
        new SnapshotMember<Value<string>>("Regions", RuleNeeds.None)
        {
            Ec2 = new("DescribeRegions", IsOfVpc: false),
            IsOfRegion = true,
            ReadEntry = node => node.Required("RegionName"),
        });

    /// <summary>A text of the endpoint itself.</summary>
    public static EndpointMember<Value<string>> Colour { get; } = EndpointMembers.List.Add(
        new EndpointMember<Value<string>>("Colour", TextKind.Instance)
        {
            IsInRequest = true,
            IsMark = true,
            IsCompared = true,
            ChangesWith = "DnsOptions",
            AwsToolsParameter = "Colour",
            Terraform = new("colour"),
            IsInCloudFormation = true,
        });

    /// <summary>A list in DnsOptions.</summary>
    public static EndpointMember<ValueList<Value<string>>> Zones { get; } = EndpointMembers.List.Add(
        new EndpointMember<ValueList<Value<string>>>("Zones", TextsKind.Domains, "DnsOptions")
        {
            IsInRequest = true,
            IsCompared = true,
            ChangesWith = "DnsOptions",
            AwsToolsParameter = "DnsOptions_Zone",
            Terraform = new("zones"),
            IsInCloudFormation = true,
        });
}
