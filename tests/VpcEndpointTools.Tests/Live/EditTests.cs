using System.Management.Automation;
using System.Text.Json.Nodes;
using VpcEndpointTools.Emulator;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Live;

/// <summary>Edit-SafeVpcEndpoint: the endpoint is tested as it would be, changed once, awaited and verified.</summary>
public sealed class EditTests : ChangeTestBase
{
    private const string Perimeter = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}}]}""";

    [Fact]
    public void SubnetIsAddedOnceAndVerified()
    {
        string id = Made("ssm", with: request => request["SubnetIds"] = new JsonArray(A));
        string kept = Ids(id, "NetworkInterfaceIds").Single();
        (Region.StaleDescribes, Region.PendingAfterChangeDescribes) = (2, 2);
        dynamic edit = Run($"Edit-SafeVpcEndpoint @aws {id} -AddSubnetId {B}").Single;
        Assert.Equal((id, "Yes", "available"), ((string)edit.ExistingVpcEndpointId, (string)edit.Changed, (string)edit.State));
        Assert.Equal("Passed", edit.TestResult.Outcome);
        Assert.Equal([A, B], (string[])edit.Endpoint.SubnetIds);
        Assert.Equal(1, Calls("ModifyVpcEndpoint"));
        Assert.Contains(kept, Ids(id, "NetworkInterfaceIds"));
        Assert.Equal(2, Region.Resources("NetworkInterfaces").Count);
    }

    [Theory]
    [InlineData("ssm", "Interface", "-PrivateDnsEnabled $false", "PrivateDnsEnabled", "false")]
    [InlineData("ssm", "Interface", "-PolicyDocument $p1", "PolicyDocument", "o-a1b2c3d4e5")]
    [InlineData("ssm", "Interface", "-RemoveSubnetId $p0", "SubnetIds", "0000000000000000\"]")]
    [InlineData("s3", "Gateway", "-RemoveRouteTableId $p2 -AllowInconclusive", "RouteTableIds", "[]")]
    [InlineData("s3", "Gateway", "-PolicyDocument $p1", "PolicyDocument", "o-a1b2c3d4e5")]
    public void EachPartIsChanged(string service, string type, string parameters, string member, string then)
    {
        string id = Made(service, type);
        dynamic edit = Run($"Edit-SafeVpcEndpoint @aws {id} {parameters}", B, Perimeter, Table).Single;
        Assert.Equal("Yes", edit.Changed);
        Assert.Contains(then, Found(id)![member]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("No", Run($"Edit-SafeVpcEndpoint @aws {id} {parameters}", B, Perimeter, Table).Single.Changed);
        Assert.Equal(1, Calls("ModifyVpcEndpoint"));
    }

    [Fact]
    public void PolicyIsReset()
    {
        string id = Made("ssm", with: request => request["PolicyDocument"] = Perimeter);
        Assert.Equal("Yes", Run($"Edit-SafeVpcEndpoint @aws {id} -ResetPolicy $true").Single.Changed);
        Assert.DoesNotContain("o-a1b2c3d4e5", (string)Found(id)!["PolicyDocument"]!, StringComparison.Ordinal);
        Assert.Equal("No", Run($"Edit-SafeVpcEndpoint @aws {id} -ResetPolicy $true").Single.Changed);
    }

    [Fact]
    public void WhatWouldFailIsNeverSent()
    {
        string id = Made("ssm", with: request => request["SubnetIds"] = new JsonArray(A));
        Region.Load(new JsonObject { ["Subnets"] = new JsonArray(new JsonObject { ["SubnetId"] = "subnet-0aaaaaaaaaaaaaaaa",
            ["VpcId"] = Vpc, ["CidrBlock"] = "10.0.9.0/24", ["AvailabilityZone"] = "eu-west-1a", ["AvailabilityZoneId"] = "az1",
            ["AvailableIpAddressCount"] = 200, ["OwnerId"] = Ec2Server.AccountId }) });
        Run($"Edit-SafeVpcEndpoint @aws {id} -AddSubnetId subnet-0aaaaaaaaaaaaaaaa").OnlyError("VPCE-N001");
        Run($"Edit-SafeVpcEndpoint @aws {id} -AddSubnetId subnet-0ffffffffffffffff").OnlyError("VPCE-N015");
        Run($"Edit-SafeVpcEndpoint @aws {id} -PolicyDocument '{{}}'").OnlyError("VPCE-P004");
        Assert.Contains("VPCE-S011",
            Run($"Edit-SafeVpcEndpoint @aws {id} -RemoveSubnetId {A}").Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Equal(0, Calls("ModifyVpcEndpoint"));
    }

    [Fact]
    public void PrivateDnsThatAnotherHasIsFoundFirst()
    {
        Made("ssm");
        string second = Made("ssm", with: request => request["PrivateDnsEnabled"] = false);
        Run($"Edit-SafeVpcEndpoint @aws {second} -PrivateDnsEnabled $true").OnlyError("VPCE-D002");
        Assert.Equal(0, Calls("ModifyVpcEndpoint"));
    }

    [Fact]
    public void SubnetThatIsFullIsNoErrorForWhoIsInItAlready()
    {
        string id = Made("ssm");
        Region.Resources("Subnets")[0]!["AvailableIpAddressCount"] = 0;
        Assert.Equal("Yes", Run($"Edit-SafeVpcEndpoint @aws {id} -PolicyDocument '{Perimeter}'").Single.Changed);
        string other = Made("kms", with: request => request["SubnetIds"] = new JsonArray(B));
        Run($"Edit-SafeVpcEndpoint @aws {other} -AddSubnetId {A}").OnlyError("VPCE-N007");
    }

    [Fact]
    public void ErrorThatTheEndpointHasAlreadyIsAWarning()
    {
        string id = Made("ssm");
        Region.Resources("SecurityGroups")[0]!["IpPermissions"] = new JsonArray();
        SessionAnswer answer = Run($"Edit-SafeVpcEndpoint @aws {id} -PolicyDocument '{Perimeter}'");
        Assert.Equal("Yes", answer.Single.Changed);
        Assert.Contains(answer.Warnings, warning => warning.Contains("VPCE-P001", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Gateway", "-AddSubnetId subnet-00000000000000000", "AddSubnetId")]
    [InlineData("Interface", "-AddRouteTableId rtb-00000000000000000", "AddRouteTableId")]
    [InlineData("Gateway", "-PrivateDnsEnabled $true", "PrivateDnsEnabled")]
    [InlineData("Interface", "-DnsOptions_PrivateDnsPreference ALL_DOMAINS", "DnsOptions_PrivateDnsPreference")]
    public void WhatTheTypeCannotChangeIsSaidSo(string type, string parameters, string named)
    {
        string id = Made(type == "Gateway" ? "s3" : "ssm", type);
        Assert.Contains(named, Run($"Edit-SafeVpcEndpoint @aws {id} {parameters}").OnlyError("ChangeNotSupported").Exception.Message,
            StringComparison.Ordinal);
        Assert.Equal(0, Calls("ModifyVpcEndpoint"));
    }

    [Fact]
    public void ContradictionsAndNothingAreErrors()
    {
        string id = Made("ssm");
        Run($"Edit-SafeVpcEndpoint @aws {id}").OnlyError("NoChange");
        Run($"Edit-SafeVpcEndpoint @aws {id} -AddSubnetId {A} -RemoveSubnetId {A}").OnlyError("ContradictoryChange");
        Run($"Edit-SafeVpcEndpoint @aws {id} -PolicyDocument '{Perimeter}' -ResetPolicy $true").OnlyError("ContradictoryChange");
        Run($"@{{ VpcEndpointId = '{id}'; AddSubnet = '{A}' }} | Edit-SafeVpcEndpoint @aws").OnlyError("UnknownChange");
        Run("Edit-SafeVpcEndpoint @aws vpce-0ffffffffffffffff -PrivateDnsEnabled $false").OnlyError("VpcEndpointNotFound");
        Assert.DoesNotContain(Server.Calls, call => call.IsMutating);
    }

    [Fact]
    public void RecommendationIsCarriedOut()
    {
        string id = Made("ssm", with: request => request["SubnetIds"] = new JsonArray(A));
        Region.Load(new JsonObject { ["NetworkInterfaces"] = new JsonArray(new JsonObject { ["NetworkInterfaceId"] = "eni-1",
            ["VpcId"] = Vpc, ["SubnetId"] = B, ["InterfaceType"] = "interface" }) });
        dynamic edit = Run("Get-EndpointRecommendation -VpcId $p0 @aws -Action Modify -WarningAction Ignore | Edit-SafeVpcEndpoint @aws",
            Vpc).Single;
        Assert.Equal((id, "Yes"), ((string)edit.ExistingVpcEndpointId, (string)edit.Changed));
        Assert.Equal([A, B], Ids(id, "SubnetIds"));
    }

    [Fact]
    public void EndpointOfThePipeIsOnlyNamedByItsObject()
    {
        string id = Made("ssm");
        PSObject foreign = PSObject.AsPSObject(new Amazon.EC2.Model.VpcEndpoint { VpcEndpointId = id, State = new("Available"),
            PrivateDnsEnabled = false, PolicyDocument = "{}" });
        dynamic edit = Run($"$p0 | Edit-SafeVpcEndpoint @aws -RemoveSubnetId {B}", foreign).Single;
        Assert.Equal([$"remove {B}"], (string[])edit.Changes);
        Run("$p0 | Edit-SafeVpcEndpoint @aws", foreign).OnlyError("NoChange");
    }

    [Theory]
    [InlineData("-WhatIf", "")]
    [InlineData("", "$WhatIfPreference = $true; ")]
    public void PlanSendsNothingAndHasTheVerdict(string parameter, string before)
    {
        string id = Made("ssm");
        dynamic plan = Run($"{before}Edit-SafeVpcEndpoint @aws {id} -RemoveSubnetId {B} {parameter}").Single;
        Assert.Equal("Planned", plan.Changed);
        Assert.Contains((IEnumerable<dynamic>)plan.TestResult.Findings, finding => (string)finding.RuleId == "VPCE-H001");
        Assert.DoesNotContain(Server.Calls, call => call.IsMutating);
    }

    [Fact]
    public void RequesterManagedAndDeadOnesAreNotChanged()
    {
        string id = Made("ssm");
        Found(id)!["RequesterManaged"] = true;
        Run($"Edit-SafeVpcEndpoint @aws {id} -RemoveSubnetId {B}").OnlyError("RequesterManagedEndpoint");
        Found(id)!["RequesterManaged"] = false;
        Region.Reject(id);
        Run($"Edit-SafeVpcEndpoint @aws {id} -RemoveSubnetId {B}").OnlyError("EndpointNotAvailable");
        Assert.Equal(0, Calls("ModifyVpcEndpoint"));
    }

    [Fact]
    public void NameOfADeletedEndpointIsWaitedFor()
    {
        string old = Made("ssm");
        string id = Made("ssm", with: request => request["PrivateDnsEnabled"] = false);
        Region.ZonesOutliveRequests = 2;
        Assert.Equal("Yes", Run($"Remove-SafeVpcEndpoint @aws {old} {Approved}").Single.Removed);
        SessionAnswer answer = Run($"Edit-SafeVpcEndpoint @aws {id} -PrivateDnsEnabled $true");
        Assert.Equal("Yes", answer.Single.Changed);
        Assert.Single(answer.Warnings, warning => warning.Contains("ConflictingDomainExists", StringComparison.Ordinal));
        Assert.Equal(3, Calls("ModifyVpcEndpoint"));
    }

    [Fact]
    public void NameThatStaysTakenEndsInTime()
    {
        string old = Made("ssm");
        string id = Made("ssm", with: request => request["PrivateDnsEnabled"] = false);
        Region.ZonesOutliveRequests = int.MaxValue;
        Assert.Equal("Yes", Run($"Remove-SafeVpcEndpoint @aws {old} {Approved}").Single.Removed);
        SessionAnswer answer = Run($"Edit-SafeVpcEndpoint @aws {id} -PrivateDnsEnabled $true -TimeoutSeconds 10");
        Assert.Contains("ConflictingDomainExists", answer.OnlyError("WaitTimedOut").Exception.Message, StringComparison.Ordinal);
        Assert.Empty(answer.Output);
        Run($"Edit-SafeVpcEndpoint @aws {id} -PrivateDnsEnabled $true -NoWait").OnlyError("ConflictingDomainExists");
    }

    [Fact]
    public void ChangeThatIsNeverShownIsNotCalledSeen()
    {
        string id = Made("ssm");
        Region.StaleDescribes = int.MaxValue;
        SessionAnswer answer = Run($"Edit-SafeVpcEndpoint @aws {id} -RemoveSubnetId {B} -TimeoutSeconds 10");
        Assert.Contains("does not show the change", answer.OnlyError("WaitTimedOut").Exception.Message, StringComparison.Ordinal);
        Assert.Equal("Yes", ((dynamic)Assert.Single(answer.Output)).Changed);
    }

    [Fact]
    public void DeletedBySomebodyElseMeanwhile()
    {
        string id = Made("ssm");
        Region.PendingAfterChangeDescribes = 3;
        Server.Faults.Before("DescribeVpcEndpoints", 4, _ => Region.Remove(id));
        Run($"Edit-SafeVpcEndpoint @aws {id} -RemoveSubnetId {B}").OnlyError("EndpointVanished");
    }

    [Fact]
    public void RefusalIsToldInAwssWords()
    {
        string id = Made("ssm");
        Server.Faults.Deny("ModifyVpcEndpoint");
        Assert.Contains("not changed",
            Run($"Edit-SafeVpcEndpoint @aws {id} -RemoveSubnetId {B}").OnlyError("AccessDenied").Exception.Message,
            StringComparison.Ordinal);
    }
}
