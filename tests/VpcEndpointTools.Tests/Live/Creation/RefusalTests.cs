using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Live.Creation;

/// <summary>What carries no traffic is never created, and what is not there is told as Test-VpcEndpointConfig tells it.</summary>
public sealed class RefusalTests : CreationTestBase
{
    [Theory]
    [InlineData("s3")]
    [InlineData("dynamodb")]
    public void GatewayWithoutARouteTableIsRefused(string service)
    {
        string message = Run($"New-SafeVpcEndpoint @aws {Vpc} {service} -VpcEndpointType Gateway").OnlyError("RouteTableNeeded").Exception.Message;
        Assert.Contains("-RouteTableSelection", message, StringComparison.Ordinal);
        Assert.DoesNotContain(Server.Calls, call => call.IsMutating);
    }

    [Fact]
    public void SelectionThatFindsNoTableIsRefused()
    {
        Region.Resources("RouteTables").Clear();
        Run($"New-SafeVpcEndpoint @aws {Vpc} s3 -VpcEndpointType Gateway -RouteTableSelection All -AllowInconclusive").OnlyError("RouteTableNeeded");
        Assert.Single(Run($"New-SafeVpcEndpoint @aws {Vpc} ssm -VpcEndpointType Interface -SecurityGroupId {Group} -PrivateDnsEnabled $false -AllowInconclusive").Errors);
        Assert.DoesNotContain(Server.Calls, call => call.IsMutating);
    }

    [Fact]
    public void VpcOfAnotherRegionIsNotFound()
    {
        const string Other = "vpc-0dddddddddddddddd";
        SessionAnswer test = Run($"Test-VpcEndpointConfig @aws -VpcId {Other}");
        SessionAnswer create = Run($"New-SafeVpcEndpoint @aws {Other} ssm -SubnetId {A} -SecurityGroupId {Group} -PrivateDnsEnabled $true");
        Assert.Equal(test.OnlyError("VpcNotFound").Exception.Message, create.OnlyError("VpcNotFound").Exception.Message);
        Run($"New-SafeVpcEndpoint @aws {Other} s3 -VpcEndpointType Gateway -RouteTableSelection Private").OnlyError("VpcNotFound");
        Assert.DoesNotContain(Server.Calls, call => call.IsMutating);
    }

    [Fact]
    public void PlanIsPrintedOnce()
    {
        string command = Ssm.Replace("@aws", $"-AccessKey a -SecretKey b -Region {Home} -EndpointUrl {Server.Url}", StringComparison.Ordinal);
        ProcessAnswer answer = ShellProcess.Run("-Command", $"{command} -WhatIf");
        string all = string.Concat(string.Join(' ', answer.Lines).Where(letter => !char.IsWhiteSpace(letter)));
        Assert.Single(all.Split("onenetworkinterface").Skip(1));
        Assert.Single(all.Split("Whatif:").Skip(1));
    }

    [Fact]
    public void TimeIsForTheWholeCommand()
    {
        Server.Latency = TimeSpan.FromSeconds(2);
        System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();
        string message = Run(Ssm + " -TimeoutSeconds 1").OnlyError("TimedOut").Exception.Message;
        Assert.Contains("Not created", message, StringComparison.Ordinal);
        Assert.True(watch.Elapsed.TotalSeconds >= 0.9);
        Assert.DoesNotContain(Server.Calls, call => call.IsMutating);
    }
}
