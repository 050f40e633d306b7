using System.Text.Json.Nodes;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Live;

/// <summary>New-SafeVpcEndpoint -EnablePrivateDns AfterAvailable: names resolve to the endpoint only when it is ready.</summary>
public sealed class TwoStageTests : ChangeTestBase
{
    private static readonly string Ssm = $"New-SafeVpcEndpoint @aws {Vpc} ssm -SubnetId {A}, {B} -SecurityGroupId {Group} "
        + $"-EnablePrivateDns AfterAvailable";

    private JsonObject Only => Assert.Single(Endpoints)!.AsObject();

    private bool IsOn => (bool?)Only["PrivateDnsEnabled"] == true;

    [Fact]
    public void CreatedWithoutThenTurnedOnAndTheSameAgainSendsNothing()
    {
        (Region.PendingDescribes, Region.PendingAfterChangeDescribes, Region.StaleDescribes) = (3, 2, 1);
        dynamic made = Run(Ssm).Single;
        Assert.True((bool)made.PrivateDnsEnabled);
        Assert.Equal("Passed", made.TestResult.Outcome);
        Assert.True(IsOn);
        Assert.All(Server.Calls.Where(call => call.Action == "CreateVpcEndpoint"), call =>
            Assert.Equal("false", call.Parameters["PrivateDnsEnabled"], ignoreCase: true));
        Assert.Equal("true", Assert.Single(Server.Calls, call => call.Action == "ModifyVpcEndpoint").Parameters["PrivateDnsEnabled"],
            ignoreCase: true);
        Server.ForgetCalls();
        Assert.Equal((string)made.VpcEndpointId, (string)Run(Ssm).Single.VpcEndpointId);
        Assert.DoesNotContain(Server.Calls, call => call.IsMutating);
    }

    [Fact]
    public void AcceptanceEndsItAndTheSameCommandGoesOn()
    {
        foreach (JsonNode? service in Region.Resources("ServiceDetails"))
        {
            service!["AcceptanceRequired"] = true;
        }

        SessionAnswer waiting = Run(Ssm);
        Assert.False((bool)waiting.Single.PrivateDnsEnabled);
        Assert.Contains(waiting.Warnings, warning => warning.Contains("private DNS is not turned on yet", StringComparison.Ordinal));
        Assert.Equal(0, Calls("ModifyVpcEndpoint"));
        Region.Accept((string)Only["VpcEndpointId"]!);
        Assert.True((bool)Run(Ssm).Single.PrivateDnsEnabled);
        Assert.True(IsOn);
    }

    [Fact]
    public void WholeRequestIsTestedBeforeAnythingIsSent()
    {
        Region.Resources("Vpcs")[0]!["EnableDnsHostnames"] = false;
        Run(Ssm).OnlyError("VPCE-D001");
        Assert.DoesNotContain(Server.Calls, call => call.IsMutating);
    }

    [Fact]
    public void ContradictionsEndIt()
    {
        Run($"{Ssm} -NoWait").OnlyError("ContradictoryParameters");
        Run($"{Ssm} -PrivateDnsEnabled $false").OnlyError("ContradictoryParameters");
        Assert.Empty(Server.Calls);
    }

    [Fact]
    public void PlanTellsOfPrivateDnsAndSendsNothing()
    {
        Assert.Contains("private DNS names", Run($"{Ssm} -WhatIf").Single.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Server.Calls, call => call.IsMutating);
    }

    [Fact]
    public void EndpointThatIsNotReadyGetsNoNames()
    {
        // Reads: preflight, verification of the creation, readiness.
        Server.Faults.Before("DescribeSecurityGroups", 3, _ => Shut());
        SessionAnswer answer = Run(Ssm);
        Assert.Contains("not turned on", answer.OnlyError("VPCE-P001").Exception.Message, StringComparison.Ordinal);
        Assert.False((bool)((dynamic)Assert.Single(answer.Output)).PrivateDnsEnabled);
        Assert.Equal(0, Calls("ModifyVpcEndpoint"));
        Assert.False(IsOn);
    }

    [Fact]
    public void WhatFailsAfterwardsIsTurnedOffAgain()
    {
        Server.Faults.Before("DescribeSecurityGroups", 4, _ => Shut());
        SessionAnswer answer = Run(Ssm);
        string message = answer.OnlyError("PrivateDnsReverted").Exception.Message;
        Assert.Contains("VPCE-P001", message, StringComparison.Ordinal);
        Assert.Contains("turned off again", message, StringComparison.Ordinal);
        Assert.False((bool)((dynamic)Assert.Single(answer.Output)).PrivateDnsEnabled);
        Assert.Equal(2, Calls("ModifyVpcEndpoint"));
        Assert.False(IsOn);
    }

    [Fact]
    public void NameOfAnOldZoneIsWaitedFor()
    {
        Region.ZonesOutliveRequests = 2;
        string old = Made("ssm");
        Run($"Remove-SafeVpcEndpoint @aws {old} {Approved}");
        SessionAnswer answer = Run(Ssm);
        Assert.True((bool)answer.Single.PrivateDnsEnabled);
        Assert.Single(answer.Warnings, warning => warning.Contains("ConflictingDomainExists", StringComparison.Ordinal));
    }

    [Fact]
    public void OldZoneThatStaysEndsInTimeWithTheEndpointTold()
    {
        Region.ZonesOutliveRequests = int.MaxValue;
        string old = Made("ssm");
        Run($"Remove-SafeVpcEndpoint @aws {old} {Approved}");
        SessionAnswer answer = Run($"{Ssm} -TimeoutSeconds 12");
        Assert.Contains("ConflictingDomainExists", answer.OnlyError("WaitTimedOut").Exception.Message, StringComparison.Ordinal);
        Assert.Equal((string)Only["VpcEndpointId"]!, (string)((dynamic)Assert.Single(answer.Output)).VpcEndpointId);
        Assert.False(IsOn);
    }

    [Fact]
    public void DeniedChangeLeavesTheEndpointWithoutNames()
    {
        Server.Faults.Deny("ModifyVpcEndpoint");
        SessionAnswer answer = Run(Ssm);
        answer.OnlyError("AccessDenied");
        Assert.False((bool)((dynamic)Assert.Single(answer.Output)).PrivateDnsEnabled);
        Server.Faults.Clear();
        Assert.True((bool)Run(Ssm).Single.PrivateDnsEnabled);
    }

    [Fact]
    public void InboundOnlyOptionComesWithTheNames()
    {
        Made("s3", "Gateway");
        dynamic made = Run($"New-SafeVpcEndpoint @aws {Vpc} s3 -VpcEndpointType Interface -SubnetId {A}, {B} -SecurityGroupId {Group} "
            + $"-EnablePrivateDns AfterAvailable -DnsOptions_PrivateDnsOnlyForInboundResolverEndpoint $true").Single;
        Assert.True((bool)made.PrivateDnsEnabled);
        Assert.DoesNotContain(Server.Calls, call => call.Action == "CreateVpcEndpoint"
            && call.Parameters.Keys.Any(key => key.StartsWith("DnsOptions", StringComparison.Ordinal)));
        Assert.Contains(Server.Calls, call => call.Action == "ModifyVpcEndpoint"
            && call.Parameters.ContainsKey("DnsOptions.PrivateDnsOnlyForInboundResolverEndpoint"));
    }

    private void Shut() => Region.Resources("SecurityGroups")[0]!["IpPermissions"] = new JsonArray();
}
