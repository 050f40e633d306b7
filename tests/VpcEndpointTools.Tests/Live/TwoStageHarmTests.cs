using System.Management.Automation;
using System.Text.Json.Nodes;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Live;

/// <summary>Private DNS of somebody else's endpoint, and of one that breaks: asked for by name, turned off only where it is one's own
/// change.</summary>
public sealed class TwoStageHarmTests : ChangeTestBase
{
    private static readonly string Parameters = $"{Vpc} ssm -SubnetId {A}, {B} -SecurityGroupId {Group} -EnablePrivateDns AfterAvailable";
    private static readonly string Ssm = $"New-SafeVpcEndpoint @aws {Parameters}";

    private bool IsOn => (bool?)Assert.Single(Endpoints)!["PrivateDnsEnabled"] == true;

    [Theory]
    [InlineData("-WhatIf", "")]
    [InlineData("", "$WhatIfPreference = $true; ")]
    public void PlanChangesNoEndpointThatIsThere(string parameter, string before)
    {
        string id = Made("ssm", with: request => request["PrivateDnsEnabled"] = false);
        dynamic found = Run($"{before}{Ssm} {parameter}").Single;
        Assert.Equal((id, false), ((string)found.VpcEndpointId, (bool)found.PrivateDnsEnabled));
        Assert.DoesNotContain(Server.Calls, call => call.IsMutating);
        Assert.False(IsOn);
    }

    [Fact]
    public void EndpointThatIsThereIsAskedForByName()
    {
        string id = Made("ssm", with: request => request["PrivateDnsEnabled"] = false);
        string command = $"New-SafeVpcEndpoint {Parameters} -AccessKey a -SecretKey b -Region {Home} -EndpointUrl {Server.Url} -Confirm";
        AnsweringHost no = new("No");
        using ModuleSession refusing = new(no);
        refusing.Run(command);
        Assert.Contains(id, Assert.Single(no.Questions), StringComparison.Ordinal);
        Assert.Contains("did not create", no.Questions[0], StringComparison.Ordinal);
        Assert.DoesNotContain(Server.Calls, call => call.IsMutating);
        using ModuleSession agreeing = new(new AnsweringHost("Yes"));
        SessionAnswer agreed = agreeing.Run(command);
        Assert.True((bool)agreed.Single.PrivateDnsEnabled);
        Assert.Contains(agreed.Warnings, warning => warning.Contains($"turned on for {id}, which this command did not create", StringComparison.Ordinal));
    }

    [Fact]
    public void EndpointThatBreaksIsToldOnceAndAsItIs()
    {
        Region.ChangesFailed = true;
        Region.StaleDescribes = 1;
        Server.Faults.Before("DescribeVpcEndpoints", 6, _ => Break());
        SessionAnswer answer = Run(Ssm);
        string message = answer.OnlyError("PrivateDnsReverted").Exception.Message;
        Assert.Contains("is failed", message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Private DNS was turned off again.", message, StringComparison.Ordinal);
        Assert.False(IsOn);
        dynamic told = Assert.Single(answer.Output);
        Assert.Equal("failed", (string)told.State, ignoreCase: true);
        Assert.False((bool)told.PrivateDnsEnabled);
        Assert.Equal(2, Calls("ModifyVpcEndpoint"));
    }

    [Fact]
    public void WhatSomebodyElseTurnedOnIsLeftOn()
    {
        Server.Faults.Fail("ModifyVpcEndpoint", 1, 400, "InvalidParameter", "Private DNS is already on");
        Server.Faults.Before("ModifyVpcEndpoint", 1, _ => Only()["PrivateDnsEnabled"] = true);
        Server.Faults.Before("DescribeSecurityGroups", 4, _ => Region.Resources("SecurityGroups")[0]!["IpPermissions"] = new JsonArray());
        SessionAnswer answer = Run(Ssm);
        Assert.Contains("somebody else turned private DNS on", answer.OnlyError("PrivateDnsNotReverted").Exception.Message,
            StringComparison.Ordinal);
        Assert.Contains(answer.Warnings, warning => warning.Contains("already on. But it is", StringComparison.Ordinal));
        Assert.Equal(1, Calls("ModifyVpcEndpoint"));
        Assert.True(IsOn);
    }

    [Fact]
    public void OldZoneIsKnownByEc2sWords()
    {
        Region.RefusesOldZonesAsEc2 = true;
        Region.ZonesOutliveRequests = 2;
        Run($"Remove-SafeVpcEndpoint @aws {Made("ssm")} {Approved}");
        SessionAnswer answer = Run(Ssm);
        Assert.True((bool)answer.Single.PrivateDnsEnabled);
        Assert.Single(answer.Warnings, warning => warning.Contains("name is taken (InvalidParameter)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(int.MaxValue, false)]
    public void ReplacedEndpointsNameIsWaitedForAndItsDeletionTold(int refusals, bool isMade)
    {
        Region.RefusesOldZonesAsEc2 = true;
        string failed = Made("ssm");
        Region.Fail(failed, "broken");
        Region.ZonesOutliveRequests = refusals;
        SessionAnswer answer = Run($"{Ssm.Replace("-EnablePrivateDns AfterAvailable", "-PrivateDnsEnabled $true", StringComparison.Ordinal)} "
            + $"-ReplaceFailed -TimeoutSeconds {(isMade ? 60 : 8)}");
        if (isMade)
        {
            Assert.True((bool)answer.Single.PrivateDnsEnabled);
            return;
        }

        // AWS's last refusal ends it, or the time in the midst of a call.
        ErrorRecord error = Assert.Single(answer.Errors);
        Assert.Matches("^(InvalidParameter|TimedOut),", error.FullyQualifiedErrorId);
        string message = error.Exception.Message;
        Assert.Contains($"AWS accepted the deletion of {failed}", message, StringComparison.Ordinal);
    }

    private JsonObject Only() => Endpoints.OfType<JsonObject>().Single();

    private void Break()
    {
        if (Calls("ModifyVpcEndpoint") > 0)
        {
            Region.Fail((string)Only()["VpcEndpointId"]!, "broken");
        }
    }
}
