using System.Management.Automation;
using System.Text.Json.Nodes;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Live;

/// <summary>Remove-SafeVpcEndpoint: what uses the endpoint is found first, it is removed once, and awaited to the last network
/// interface.</summary>
public sealed class RemovalTests : ChangeTestBase
{
    private const string Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"StringEquals":{"AWS:SourceVpce":["vpce-0ffffffffffffffff","ID"]}}}]}""";

    [Fact]
    public void EndpointAndItsInterfacesAreAwaited()
    {
        string id = Made("ssm");
        string other = Made("kms");
        (Region.DeletingDescribes, Region.InterfacesOutliveDescribes, Region.StaleDescribes) = (3, 2, 1);
        dynamic removed = Run($"Remove-SafeVpcEndpoint @aws {id} {Approved}").Single;
        Assert.Equal((id, "Yes", "deleted", Vpc, "Interface"),
            ((string)removed.ExistingVpcEndpointId, (string)removed.Removed, (string)removed.State, (string)removed.Vpc,
            (string)removed.Type));
        Assert.Empty((string[])removed.RemainingInterfaces);
        Assert.Equal(1, Calls("DeleteVpcEndpoints"));
        Assert.Equal([other], Endpoints.Select(endpoint => (string)endpoint!["VpcEndpointId"]!));
        Assert.Equal(2, Region.Resources("NetworkInterfaces").Count);
    }

    [Fact]
    public void PrivateDnsIsWarnedOf() =>
        Assert.Contains(Run($"Remove-SafeVpcEndpoint @aws {Made("ssm")} {Approved}").Warnings, warning =>
            warning.Contains("Private DNS is on", StringComparison.Ordinal));

    [Fact]
    public void GatewayWithoutAnotherWayIsInUse()
    {
        string id = Made("s3", "Gateway");
        SessionAnswer refused = Run($"Remove-SafeVpcEndpoint @aws {id} {Approved}");
        Assert.Contains(Table, refused.OnlyError("EndpointInUse").Exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, Calls("DeleteVpcEndpoints"));
        Assert.NotNull(Found(id));
        SessionAnswer forced = Run($"Remove-SafeVpcEndpoint @aws {id} {Approved} -AllowInUse");
        Assert.Equal("Yes", forced.Single.Removed);
        Assert.Contains(forced.Warnings, warning => warning.Contains("no default route", StringComparison.Ordinal));
        Assert.DoesNotContain(Region.Resources("RouteTables")[0]!["Routes"]!.AsArray(), route => (string?)route!["GatewayId"] == id);
    }

    [Fact]
    public void GatewayBesideANatGatewayIsWarnedOf()
    {
        string id = Made("dynamodb", "Gateway");
        Region.Resources("RouteTables")[0]!["Routes"]!.AsArray()
            .Add(new JsonObject { ["DestinationCidrBlock"] = "0.0.0.0/0", ["NatGatewayId"] = "nat-0aaaaaaaaaaaaaaaa",
            ["State"] = "active" });
        SessionAnswer answer = Run($"Remove-SafeVpcEndpoint @aws {id} {Approved}");
        Assert.Equal("Yes", answer.Single.Removed);
        Assert.Contains(answer.Warnings, warning => warning.Contains("nat-0aaaaaaaaaaaaaaaa", StringComparison.Ordinal));
    }

    [Fact]
    public void BlackholeIsNoOtherWay()
    {
        string id = Made("dynamodb", "Gateway");
        Region.Resources("RouteTables")[0]!["Routes"]!.AsArray()
            .Add(new JsonObject { ["DestinationCidrBlock"] = "0.0.0.0/0", ["NatGatewayId"] = "nat-0aaaaaaaaaaaaaaaa",
            ["State"] = "blackhole" });
        Run($"Remove-SafeVpcEndpoint @aws {id} {Approved}").OnlyError("EndpointInUse");
    }

    [Fact]
    public void RoutesToAGatewayLoadBalancerEndpointCannotBeForced()
    {
        Region.Load(new JsonObject { ["ServiceDetails"] = new JsonArray(new JsonObject { ["ServiceName"] = "com.amazonaws.eu-west-1.fw",
            ["ServiceType"] = new JsonArray(new JsonObject { ["ServiceType"] = "GatewayLoadBalancer" }) }) });
        string id = Made("fw", "GatewayLoadBalancer", request =>
        {
            request["SubnetIds"] = new JsonArray(A);
            request.Remove("SecurityGroupIds");
            request.Remove("PrivateDnsEnabled");
        });
        Region.Resources("RouteTables")[0]!["Routes"]!.AsArray()
            .Add(new JsonObject { ["DestinationCidrBlock"] = "0.0.0.0/0", ["GatewayId"] = id, ["State"] = "active" });
        SessionAnswer answer = Run($"Remove-SafeVpcEndpoint @aws {id} {Approved} -AllowInUse");
        Assert.Contains("0.0.0.0/0", answer.OnlyError("EndpointHasRoutes").Exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, Calls("DeleteVpcEndpoints"));
        Region.Resources("RouteTables")[0]!["Routes"]!.AsArray().RemoveAt(1);
        Assert.Equal("Yes", Run($"Remove-SafeVpcEndpoint @aws {id} {Approved}").Single.Removed);
    }

    [Fact]
    public void PolicyOfAnotherEndpointThatNamesItIsAUse()
    {
        string id = Made("ssm");
        string other = Made("kms", with: request => request["PolicyDocument"] = Policy.Replace("ID", id, StringComparison.Ordinal));
        Assert.Contains(other, Run($"Remove-SafeVpcEndpoint @aws {id} {Approved}").OnlyError("EndpointInUse").Exception.Message,
            StringComparison.Ordinal);
        Assert.Equal("Yes", Run($"Remove-SafeVpcEndpoint @aws {other} {Approved}").Single.Removed);
        Assert.Equal("Yes", Run($"Remove-SafeVpcEndpoint @aws {id} {Approved}").Single.Removed);
    }

    [Fact]
    public void InboundOnlyPrivateDnsNeedsTheGateway()
    {
        string gateway = Made("s3", "Gateway");
        string inbound = Made("s3", with: request =>
            request["DnsOptions"] = new JsonObject { ["PrivateDnsOnlyForInboundResolverEndpoint"] = true });
        dynamic plan = Run($"Remove-SafeVpcEndpoint @aws {gateway} -AllowInUse -WhatIf").Single;
        Assert.Contains(("InboundOnlyPrivateDns", inbound, "InUse"),
            ((IEnumerable<dynamic>)plan.Uses).Select(use => ((string)use.Kind, (string)use.UsedBy, (string)use.Weight)));
    }

    [Theory]
    [InlineData("AliasTarget = @{ DNSName = 'ID-abc.ssm.eu-west-1.vpce.amazonaws.com.'; HostedZoneId = 'Z1' }")]
    [InlineData("ResourceRecords = @(@{ Value = '*.ID-abc.ssm.eu-west-1.vpce.amazonaws.com' })")]
    public void RecordsOfAGivenHostedZoneAreUses(string record)
    {
        string id = Made("ssm");
        string snapshot = $"@{{ HostedZones = @(@{{ Name = 'corp.example.'; ResourceRecordSets = @(@{{ Name = 'ssm.corp.example.'; Type "
            + $"= 'A'; {record.Replace("ID", id, StringComparison.Ordinal)} }}) }}) }}";
        Assert.Contains("ssm.corp.example.",
            Run($"Remove-SafeVpcEndpoint @aws {id} {Approved} -Snapshot {snapshot}").OnlyError("EndpointInUse").Exception.Message,
            StringComparison.Ordinal);
        string other = snapshot.Replace(id, "vpce-0ffffffffffffffff", StringComparison.Ordinal);
        dynamic removed = Run($"Remove-SafeVpcEndpoint @aws {id} {Approved} -Snapshot {other}").Single;
        Assert.DoesNotContain((string[])removed.NotLookedAt, what => what.Contains("hosted zones", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ssm", "Endpoint", true)]
    [InlineData("com.amazonaws.eu-west-1.ssm", "Endpoint", true)]
    [InlineData("ssm", "Nat", false)]
    [InlineData("kms", "Endpoint", false)]
    public void MeasuredTrafficIsAUse(string service, string path, bool isUse)
    {
        string id = Made("ssm");
        SessionAnswer answer = Run($"Remove-SafeVpcEndpoint @aws {id} {Approved} -Traffic @([pscustomobject]@{{ VpcId = '{Vpc}'; "
            + $"ServiceName = '{service}'; Bytes = 5e9; Days = 7; Path = '{path}' }})");
        if (isUse)
        {
            answer.OnlyError("EndpointInUse");
            return;
        }

        Assert.Equal("Yes", answer.Single.Removed);
    }

    [Fact]
    public void RowThatIsNoTrafficEndsIt() =>
        Run($"Remove-SafeVpcEndpoint @aws {Made("ssm")} {Approved} -Traffic 'much'").OnlyError("InvalidTraffic");

    [Fact]
    public void RequesterManagedIsNeverSent()
    {
        string id = Made("ssm");
        Found(id)!["RequesterManaged"] = true;
        Run($"Remove-SafeVpcEndpoint @aws {id} {Approved} -AllowInUse -AllowInconclusive").OnlyError("RequesterManagedEndpoint");
        Assert.Equal(0, Calls("DeleteVpcEndpoints"));
    }

    [Theory]
    [InlineData("-WhatIf", "")]
    [InlineData("", "$WhatIfPreference = $true; ")]
    public void PlanSendsNothing(string parameter, string before)
    {
        string id = Made("ssm");
        PSObject plan = Run($"{before}Remove-SafeVpcEndpoint @aws {id} {parameter}").Single;
        Assert.Equal("Planned", plan.Properties["Removed"].Value);
        Assert.DoesNotContain(Server.Calls, call => call.IsMutating);
    }

    [Fact]
    public void ItAsksByDefaultAndNoSendsNothing()
    {
        string command = $"Remove-SafeVpcEndpoint {Made("ssm")} -AccessKey a -SecretKey b -Region {Home} -EndpointUrl {Server.Url}";
        AnsweringHost no = new("No");
        using ModuleSession refusing = new(no);
        Assert.Empty(refusing.Run(command).Output);
        Assert.Contains("not looked at", Assert.Single(no.Questions), StringComparison.Ordinal);
        Assert.DoesNotContain(Server.Calls, call => call.IsMutating);
        using ModuleSession agreeing = new(new AnsweringHost("Yes"));
        Assert.Equal("Yes", Assert.Single(agreeing.Run(command).Output).Properties["Removed"].Value);
    }

    [Fact]
    public void PipeTakesIdsEndpointsAndRecommendationsAndGoesOn()
    {
        string[] ids = [Made("ssm"), Made("kms"), Made("sqs"), Made("logs")];
        SessionAnswer answer = Run(
            "$p0[0], [pscustomobject]@{ VpcEndpointId = $p0[1]; State = 'available'; Region = 'eu-west-1' }, 'vpce-*', "
                + "'vpce-0ffffffffffffffff', "
            + "[pscustomobject]@{ Action = 'Keep'; ExistingVpcEndpointId = $p0[3] }, [pscustomobject]@{ Action = 'Modify'; VpcEndpointId "
                + "= $p0[3] }, @{ Name = 'none' }, "
            + "[pscustomobject]@{ Action = 'Remove'; VpcEndpointId = @($p0[2]) } | Remove-SafeVpcEndpoint @aws -Confirm:$false",
            (object)ids);
        Assert.Equal(ids.Take(3), answer.Each("ExistingVpcEndpointId"));
        Assert.Equal(
            ["InvalidVpcEndpointId", "VpcEndpointNotFound", "OtherRecommendation", "OtherRecommendation", "NoVpcEndpointId"],
            answer.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Equal([ids[3]], Endpoints.Select(endpoint => (string)endpoint!["VpcEndpointId"]!));
    }

    [Fact]
    public void RegionOfTheObjectIsTaken()
    {
        Server.Region("us-east-1").Load(EmulatedRegion.Account(1, 2, 1, "us-east-1"));
        string id = EmulatedRegion.Id("vpce", 0);
        dynamic removed = Session.Run(
            $"[pscustomobject]@{{ VpcEndpointId = '{id}'; Region = 'us-east-1' "
                + $"}} | Remove-SafeVpcEndpoint -AccessKey a -SecretKey b -EndpointUrl {Server.Url} -Confirm:$false").Single;
        Assert.Equal(("us-east-1", "Yes"), ((string)removed.Region, (string)removed.Removed));
    }

    [Fact]
    public void WithoutTheRoutesAUseCannotBeExcluded()
    {
        string id = Made("ssm");
        Server.Faults.Deny("DescribeRouteTables");
        Run($"Remove-SafeVpcEndpoint @aws {id} {Approved}").OnlyError("RemovalInconclusive");
        Assert.Equal("Yes", Run($"Remove-SafeVpcEndpoint @aws {id} {Approved} -AllowInconclusive").Single.Removed);
    }

    [Fact]
    public void SomebodyElsesDeletionIsNotOurs()
    {
        string id = Made("ssm");
        Region.DeletingDescribes = 4;
        Region.Act("DeleteVpcEndpoints", new JsonObject { ["VpcEndpointIds"] = new JsonArray(id) });
        dynamic removed = Run($"Remove-SafeVpcEndpoint @aws {id} {Approved}").Single;
        Assert.Equal(("No", "deleted"), ((string)removed.Removed, (string)removed.State));
        Assert.Equal(0, Calls("DeleteVpcEndpoints"));
    }

    [Fact]
    public void SomebodyElseWasFaster()
    {
        string id = Made("ssm");
        Server.Faults.Before("DeleteVpcEndpoints", 1, _ => Region.Remove(id));
        SessionAnswer answer = Run($"Remove-SafeVpcEndpoint @aws {id} {Approved}");
        Assert.Equal("Unknown", answer.Single.Removed);
        Assert.Contains(answer.Warnings, warning => warning.Contains("somebody else", StringComparison.Ordinal));
    }

    [Fact]
    public void WhatAwsRefusesIsToldInItsWords()
    {
        string id = Made("ssm");
        Server.Faults.Before("DeleteVpcEndpoints", 1, _ =>
            Region.Resources("RouteTables")[0]!["Routes"]!.AsArray()
            .Add(new JsonObject { ["DestinationCidrBlock"] = "10.9.0.0/16", ["GatewayId"] = id }));
        string message = Run($"Remove-SafeVpcEndpoint @aws {id} {Approved}").OnlyError("InvalidParameter").Exception.Message;
        Assert.Contains("not removed: ", message, StringComparison.Ordinal);
        Assert.Contains("must be removed from route table", message, StringComparison.Ordinal);
    }

    [Fact]
    public void TimeEndsTheWaitAndTellsWhatIsKnown()
    {
        string id = Made("ssm");
        Region.DeletingDescribes = int.MaxValue;
        SessionAnswer answer = Run($"Remove-SafeVpcEndpoint @aws {id} {Approved} -TimeoutSeconds 10");
        Assert.Contains("accepted the removal", Assert.Single(answer.Errors).Exception.Message, StringComparison.Ordinal);
        dynamic removed = Assert.Single(answer.Output);
        Assert.Equal(("Yes", "deleting"), ((string)removed.Removed, (string)removed.State));
    }

    [Fact]
    public void HangingRemovalEndsInTimeAndAdmitsThatItIsNotKnown()
    {
        string id = Made("ssm");
        Server.Faults.Hang("DeleteVpcEndpoints");
        SessionAnswer answer = Run($"Remove-SafeVpcEndpoint @aws {id} {Approved} -TimeoutSeconds 10");
        Assert.Contains("not known", answer.OnlyError("WaitTimedOut").Exception.Message, StringComparison.Ordinal);
        Assert.Equal("Unknown", ((dynamic)Assert.Single(answer.Output)).Removed);
    }

    [Fact]
    public void WithoutWaitingItsStateIsShown()
    {
        string id = Made("ssm");
        Region.DeletingDescribes = int.MaxValue;
        dynamic removed = Run($"Remove-SafeVpcEndpoint @aws {id} {Approved} -NoWait").Single;
        Assert.Equal(("Yes", "deleting"), ((string)removed.Removed, (string)removed.State));
        Assert.Null(removed.RemainingInterfaces);
    }

    [Fact]
    public void InterfacesThatMayNotBeSeenAreNotCalledGone()
    {
        string id = Made("ssm");
        Server.Faults.Deny("DescribeNetworkInterfaces");
        SessionAnswer answer = Run($"Remove-SafeVpcEndpoint @aws {id} {Approved}");
        Assert.Equal("deleted", answer.Single.State);
        Assert.Null(answer.Single.RemainingInterfaces);
        Assert.Contains(answer.Warnings, warning => warning.Contains("DescribeNetworkInterfaces", StringComparison.Ordinal));
    }
}
