using System.Text.Json.Nodes;
using VpcEndpointTools.Tests.Engine;
using VpcEndpointTools.Tests.Integration;

namespace VpcEndpointTools.Tests.Live;

/// <summary>An endpoint from creation to removal, against a server that nobody here wrote.</summary>
public sealed class ChangeScenarioTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    [MotoFact]
    public void CreatedChangedAndRemovedOnMoto()
    {
        using MotoServer moto = new();
        string vpc = moto.Ec2Text("Vpc.VpcId", "create-vpc", "--cidr-block", "10.0.0.0/16");
        moto.Ec2("modify-vpc-attribute", "--vpc-id", vpc, "--enable-dns-hostnames");
        string a = moto.Ec2Text("Subnet.SubnetId", "create-subnet", "--vpc-id", vpc, "--cidr-block", "10.0.1.0/24",
            "--availability-zone", "eu-west-1a");
        string b = moto.Ec2Text("Subnet.SubnetId", "create-subnet", "--vpc-id", vpc, "--cidr-block", "10.0.3.0/24",
            "--availability-zone", "eu-west-1b");
        string group = moto.Ec2Text("GroupId", "create-security-group", "--group-name", "endpoints", "--description", "endpoints",
            "--vpc-id", vpc);
        moto.Ec2("authorize-security-group-ingress", "--group-id", group, "--protocol", "tcp", "--port", "443", "--cidr", "10.0.0.0/16");
        string live = $"-AccessKey testing -SecretKey testing -Region {MotoServer.Region} -EndpointUrl {moto.Url} -Confirm:$false";
        dynamic created = Assert.Single(session.Run($"New-SafeVpcEndpoint {vpc} ssm -SubnetId {a} -SecurityGroupId {group} "
            + $"-PrivateDnsEnabled $true {live}").Output);
        string id = created.VpcEndpointId;

        dynamic edit = session.Run($"Edit-SafeVpcEndpoint {id} -AddSubnetId {b} {live}").Single;
        Assert.Equal(("Yes", "available"), ((string)edit.Changed, (string)edit.State));
        Assert.Equal(2,
            JsonNode.Parse(moto.Ec2("describe-vpc-endpoints", "--vpc-endpoint-ids", id))!["VpcEndpoints"]![0]!["SubnetIds"]!.AsArray()
            .Count);
        Assert.Equal("No", session.Run($"Edit-SafeVpcEndpoint {id} -AddSubnetId {b} {live}").Single.Changed);

        dynamic removed = session.Run($"Remove-SafeVpcEndpoint {id} -TimeoutSeconds 60 {live}").Single;
        Assert.Equal(("Yes", "deleted"), ((string)removed.Removed, (string)removed.State));
        Assert.DoesNotContain(
            JsonNode.Parse(moto.Ec2("describe-vpc-endpoints"))!["VpcEndpoints"]!.AsArray(), endpoint =>
                (string?)endpoint!["VpcEndpointId"] == id && (string?)endpoint["State"] != "deleted");
    }
}
