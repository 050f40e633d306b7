using System.Management.Automation;
using System.Text.Json.Nodes;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Live;

/// <summary>New-SafeVpcEndpoint: created once, only if it will work.</summary>
public sealed class CreationTests : LiveTestBase
{
    private static readonly string Vpc = EmulatedRegion.Id("vpc", 0);
    private static readonly string A = EmulatedRegion.Id("subnet", 0);
    private static readonly string B = EmulatedRegion.Id("subnet", 1);
    private static readonly string Group = EmulatedRegion.Id("sg", 0);
    private static readonly string Table = EmulatedRegion.Id("rtb", 0);
    private static readonly string Ssm = $"New-SafeVpcEndpoint @aws {Vpc} ssm -SubnetId {A}, {B} -SecurityGroupId {Group} -PrivateDnsEnabled $true";
    private static readonly string S3 = $"New-SafeVpcEndpoint @aws {Vpc} s3 -VpcEndpointType Gateway -RouteTableId {Table}";

    public CreationTests() => Server.Region(Home).Load(EmulatedRegion.Account(1, 2, 0));

    private JsonArray Endpoints => Server.Region(Home).Resources("VpcEndpoints");

    [Fact]
    public void InterfaceIsCreatedOnceAndVerified()
    {
        dynamic made = Run(Ssm).Single;
        Assert.Equal("Unknown", (string)made.Created);
        Assert.Equal("available", (string)made.State, ignoreCase: true);
        Assert.Equal("com.amazonaws.eu-west-1.ssm", made.ServiceName);
        Assert.Equal("Interface", made.VpcEndpointType);
        Assert.Equal(2, ((IEnumerable<string>)made.NetworkInterfaceIds).Count());
        Assert.Equal(Group, ((IEnumerable<dynamic>)made.Groups).Single().GroupId);
        Assert.Equal("Passed", made.TestResult.Outcome);
        Assert.Equal([true, false], Server.Calls.Where(call => call.Action == "CreateVpcEndpoint").Select(call => call.IsDryRun));
        Assert.Single(Endpoints);
    }

    [Fact]
    public void GatewayIsCreatedWithItsRoutes()
    {
        dynamic made = Run(S3).Single;
        Assert.Equal("available", (string)made.State, ignoreCase: true);
        Assert.Contains(Server.Region(Home).Resources("RouteTables")[0]!["Routes"]!.AsArray(), route => (string?)route!["GatewayId"] == (string)made.VpcEndpointId);
    }

    [Theory]
    [InlineData("-ServiceName com.amazonaws.vpce.eu-west-1.vpce-svc-0a1b2c3d4e5f60718 -VpcEndpointType GatewayLoadBalancer -SubnetId {A}", "GatewayLoadBalancer")]
    [InlineData("-ResourceConfigurationArn arn:aws:vpc-lattice:eu-west-1:111122223333:resourceconfiguration/rcfg-0a1b2c3d4e5f60718 -VpcEndpointType Resource -SubnetId {A}, {B} -SecurityGroupId {G} -PrivateDnsEnabled $false", "Resource")]
    [InlineData("-ServiceNetworkArn arn:aws:vpc-lattice:eu-west-1:111122223333:servicenetwork/sn-0a1b2c3d4e5f60718 -SubnetId {A}, {B} -SecurityGroupId {G} -PrivateDnsEnabled $false", "ServiceNetwork")]
    public void OtherTypesAreCreated(string arguments, string type)
    {
        Server.Region(Home).Load(new JsonObject
        {
            ["ServiceDetails"] = new JsonArray(new JsonObject
            {
                ["ServiceName"] = "com.amazonaws.vpce.eu-west-1.vpce-svc-0a1b2c3d4e5f60718", ["ServiceType"] = new JsonArray(new JsonObject { ["ServiceType"] = "GatewayLoadBalancer" }), ["Owner"] = "999988887777",
            }),
        });
        dynamic made = Run($"New-SafeVpcEndpoint @aws {Vpc} {arguments.Replace("{A}", A, StringComparison.Ordinal).Replace("{B}", B, StringComparison.Ordinal).Replace("{G}", Group, StringComparison.Ordinal)}").Single;
        Assert.Equal(type, made.VpcEndpointType);
        Assert.Equal("available", (string)made.State, ignoreCase: true);
        Assert.Equal("Unknown", (string)made.Created);
    }

    [Fact]
    public void WhatFailsThePreflightIsNeverSent()
    {
        SessionAnswer answer = Run($"New-SafeVpcEndpoint @aws {Vpc} ssm -SubnetId {A}, {A} -RouteTableId {Table} -PrivateDnsEnabled $true");
        Assert.Empty(answer.Output);

        // A subnet named twice is one subnet.
        Assert.Equal(["VPCE-S007"], answer.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]).Order(StringComparer.Ordinal));
        Assert.Equal(0, Calls("CreateVpcEndpoint"));
    }

    [Fact]
    public void SameAgainIsTheSameEndpoint()
    {
        string id = Run(Ssm).Single.VpcEndpointId;
        for (int i = 0; i < 4; i++)
        {
            dynamic again = Run(Ssm).Single;
            Assert.Equal((id, "No"), ((string)again.VpcEndpointId, (string)again.Created));
        }

        Assert.Single(Endpoints);
    }

    [Fact]
    public void OtherSettingsAreToldWithTheCallThatAlignsThem()
    {
        string id = Run(S3).Single.VpcEndpointId;
        Server.Region(Home).Resources("RouteTables").Add(new JsonObject { ["RouteTableId"] = "rtb-0ffffffffffffffff", ["VpcId"] = Vpc, ["Routes"] = new JsonArray() });
        string message = Run(S3 + ", rtb-0ffffffffffffffff").OnlyError("EndpointExistsWithOtherSettings").Exception.Message;
        Assert.Contains($"Edit-EC2VpcEndpoint -VpcEndpointId {id} -AddRouteTableId rtb-0ffffffffffffffff", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-WhatIf")]
    [InlineData("", "$WhatIfPreference = $true; ")]
    public void WithoutApprovalNothingIsSent(string parameter, string before = "")
    {
        SessionAnswer answer = Run($"{before}{Ssm} {parameter}");
        Assert.DoesNotContain(Server.Calls, call => call.IsMutating);
        dynamic plan = answer.Single;
        Assert.Contains("ssm", plan.Message, StringComparison.Ordinal);
        Assert.Null(((PSObject)plan).Properties["VpcId"]);
    }

    [Fact]
    public void CreateDeleteCreateMakesANewOneEachTime()
    {
        HashSet<string> ids = [];
        for (int i = 0; i < 4; i++)
        {
            dynamic made = Run(Ssm).Single;
            Assert.Equal("Unknown", (string)made.Created);
            Assert.True(ids.Add((string)made.VpcEndpointId));
            Server.Region(Home).Act("DeleteVpcEndpoints", new JsonObject { ["VpcEndpointIds"] = new JsonArray((string)made.VpcEndpointId) });
            Server.Region(Home).Act("DescribeVpcEndpoints", []);
        }

        Assert.Empty(Endpoints);
    }

    [Fact]
    public void AcceptanceIsToldAndNotWaitedFor()
    {
        foreach (JsonNode? service in Server.Region(Home).Resources("ServiceDetails"))
        {
            service!["AcceptanceRequired"] = true;
        }

        SessionAnswer answer = Run(Ssm);
        Assert.Equal("pendingAcceptance", (string)answer.Single.State, ignoreCase: true);
        Assert.Contains(answer.Warnings, warning => warning.Contains("must accept", StringComparison.Ordinal));
    }

    [Fact]
    public void TimeoutIsToldWithTheId()
    {
        Server.Region(Home).PendingDescribes = int.MaxValue;
        SessionAnswer answer = Run(Ssm + " -TimeoutSeconds 12");
        Assert.Contains("vpce-", Assert.Single(answer.Errors).Exception.Message, StringComparison.Ordinal);
        Assert.Equal("pending", (string)((dynamic)Assert.Single(answer.Output)).State, ignoreCase: true);
        SessionAnswer unwaited = Run(Ssm.Replace("ssm", "kms", StringComparison.Ordinal) + " -NoWait");
        Assert.Equal("pending", (string)unwaited.Single.State, ignoreCase: true);
        Assert.Null(unwaited.Single.TestResult);
    }

    [Fact]
    public void PermissionIsAskedForBeforeAnythingChanges()
    {
        Server.Faults.Deny("CreateVpcEndpoint");
        Run(Ssm).OnlyError("AccessDenied");
        Assert.Equal([true], Server.Calls.Where(call => call.Action == "CreateVpcEndpoint").Select(call => call.IsDryRun));
    }

    [Fact]
    public void InconclusiveStopsUnlessAllowed()
    {
        Server.Faults.Deny("DescribeSubnets");
        SessionAnswer stopped = Run(Ssm);
        stopped.OnlyError("PreflightInconclusive");
        Assert.Equal(0, Calls("CreateVpcEndpoint"));
        Assert.Equal("Unknown", (string)Run(Ssm + " -AllowInconclusive").Single.Created);
    }

    [Fact]
    public void WhatMayNotBeLookedAtIsCreatedOnceAndToldAllTheSame()
    {
        Server.Faults.Deny("DescribeVpcEndpoints");
        Run(Ssm).OnlyError("PreflightInconclusive");
        SessionAnswer first = Run(Ssm + " -AllowInconclusive");
        SessionAnswer second = Run(Ssm + " -AllowInconclusive");
        string id = (string)Assert.Single(Endpoints)!["VpcEndpointId"]!;
        Assert.Equal([id], first.Each("VpcEndpointId"));

        // Only the client token knows the first one, which nobody here may see.
        Assert.Equal(id, Assert.Single(second.Output).Properties["VpcEndpointId"].Value);
        Assert.Equal("Unknown", Assert.Single(first.Output).Properties["Created"].Value);
        Assert.Contains(first.Warnings, warning => warning.Contains(id, StringComparison.Ordinal));
    }

    [Fact]
    public void LostForGoodIsToldAsNotKnown()
    {
        for (int i = 2; i < 20; i++)
        {
            Server.Faults.CutAfter("CreateVpcEndpoint", i);
        }

        for (int i = 2; i < 20; i++)
        {
            Server.Faults.Fail("DescribeVpcEndpoints", i, 500, "InternalError", "An internal error has occurred");
        }

        SessionAnswer answer = Run(Ssm);
        Assert.Contains("not known", Assert.Single(answer.Errors).Exception.Message, StringComparison.Ordinal);
        Server.Faults.Clear();
        Assert.Equal((string)Assert.Single(Endpoints)!["VpcEndpointId"]!, (string)Run(Ssm).Single.VpcEndpointId);
    }

    [Fact]
    public void TypeIsNeverLeftToChance()
    {
        Run($"New-SafeVpcEndpoint @aws {Vpc} s3 -RouteTableId {Table}").OnlyError("VpcEndpointTypeNeeded");
        Run($"New-SafeVpcEndpoint @aws {Vpc} nonsense").OnlyError("UnknownServiceName");
    }

    [Fact]
    public void ChoicesAreMadeOnRequestAndTold()
    {
        SessionAnswer answer = Run($"New-SafeVpcEndpoint @aws {Vpc} ssm -SubnetSelection OnePerZone -SecurityGroupId {Group} -PrivateDnsEnabled $true -PolicyTemplate OrganizationPerimeter -OrganizationId o-abcdefghij -Tag @{{ Name = 'ssm' }} -Verbose");
        dynamic made = answer.Single;
        Assert.Equal([A, B], (IEnumerable<string>)made.SubnetIds);
        Assert.Equal("ssm", ((IEnumerable<dynamic>)made.Tags).Single().Value);
        Assert.DoesNotContain((IEnumerable<dynamic>)made.TestResult.Findings, finding => ((string)finding.RuleId).StartsWith("VPCE-P", StringComparison.Ordinal));
        dynamic gateway = Run($"New-SafeVpcEndpoint @aws {Vpc} dynamodb -VpcEndpointType Gateway -RouteTableSelection Private -PolicyTemplate ReadOnly").Single;
        Assert.Equal([Table], (IEnumerable<string>)gateway.RouteTableIds);
        Assert.DoesNotContain((IEnumerable<dynamic>)gateway.TestResult.Findings, finding => ((string)finding.RuleId).StartsWith("VPCE-P", StringComparison.Ordinal));
        Run($"New-SafeVpcEndpoint @aws {Vpc} sqs -SubnetId {A} -PolicyTemplate OrganizationPerimeter").OnlyError("PolicyTemplateNotPossible");
    }

    [Fact]
    public void PipeGoesOnAfterAFailureAndCollisionsAreFoundBeforeTheSecondIsSent()
    {
        const string Pipe = "@(@{ VpcId = $p0; ServiceName = 'ssm'; SubnetId = $p1; SecurityGroupId = $p2; PrivateDnsEnabled = $true }, @{ VpcId = $p0; ServiceName = 'ssm'; SubnetId = $p1[0]; SecurityGroupId = $p2; PrivateDnsEnabled = $true }, "
            + "@{ VpcId = $p0; ServiceName = 'kms'; SubnetId = $p1; SecurityGroupId = $p2; PrivateDnsEnabled = $true }) | New-SafeVpcEndpoint @aws";
        SessionAnswer plans = Run(Pipe + " -WhatIf", Vpc, new[] { A, B }, Group);
        Assert.Equal(2, plans.Output.Count);
        Assert.Contains("VPCE-D002", plans.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        SessionAnswer answer = Run(Pipe, Vpc, new[] { A, B }, Group);
        Assert.Equal(2, answer.Output.Count);
        answer.OnlyError("EndpointExistsWithOtherSettings");
        Assert.Equal(2, Endpoints.Count);
    }

    [Fact]
    public async Task FiveProcessesAtOnceMakeOne()
    {
        string command = Ssm.Replace("@aws", $"-AccessKey a -SecretKey b -Region {Home} -EndpointUrl {Server.Url}", StringComparison.Ordinal) + " | ForEach-Object VpcEndpointId";
        ProcessAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => ShellProcess.Run("-Command", command))));
        string id = (string)Assert.Single(Endpoints)!["VpcEndpointId"]!;
        Assert.All(answers, answer => Assert.Equal([id], answer.Lines));
    }

    [Fact]
    public void AnsweredNoNothingIsSent()
    {
        string command = Ssm.Replace("@aws", $"-AccessKey a -SecretKey b -Region {Home} -EndpointUrl {Server.Url}", StringComparison.Ordinal) + " -Confirm";
        AnsweringHost no = new("No");
        using ModuleSession refusing = new(no);
        Assert.Empty(refusing.Run(command).Output);
        string question = Assert.Single(no.Questions);
        Assert.Contains("Interface endpoint of com.amazonaws.eu-west-1.ssm", question, StringComparison.Ordinal);
        Assert.Contains(Vpc, question, StringComparison.Ordinal);
        Assert.DoesNotContain(Server.Calls, call => call.IsMutating);
        using ModuleSession agreeing = new(new AnsweringHost("Yes"));
        Assert.Single(agreeing.Run(command).Output);
        Assert.Single(Endpoints);
    }

    [Fact]
    public void PolicyIsValidatedBeforeAnythingIsSent()
    {
        SessionAnswer answer = Run(Ssm + " -PolicyDocument '{ \"Statement\": [] }'");
        answer.OnlyError("VPCE-P004");
        Assert.DoesNotContain(Server.Calls, call => call.IsMutating);
    }

    [Fact]
    public void ResultGoesBackIntoTheTest()
    {
        dynamic verdict = Run($"{Ssm} | Test-VpcEndpointConfig @aws -Live").Single;
        Assert.Equal("Passed", verdict.Outcome);
        Assert.StartsWith("vpce-", verdict.Target, StringComparison.Ordinal);
    }
}
