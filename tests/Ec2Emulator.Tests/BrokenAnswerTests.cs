using System.Net;
using Amazon.EC2.Model;

namespace VpcEndpointTools.Emulator.Tests;

/// <summary>What is no answer, as a plain client of the SDK meets it.</summary>
public sealed class BrokenAnswerTests : EmulatorTest
{
    [Fact]
    public async Task PlainClientTakesAPageForAnEmptyList()
    {
        Server.Faults.Break("DescribeVpcs", BrokenAnswer.XhtmlPortal);
        Assert.Null((await Aws.DescribeVpcsAsync()).Vpcs);
        Assert.Equal("XhtmlPortal", Assert.Single(Server.Calls).Outcome);
    }

    [Fact]
    public async Task TokenRepeatsWhateverIsAskedFor()
    {
        Server.Faults.Break("DescribeVpcs", BrokenAnswer.RepeatedToken);
        DescribeVpcsResponse first = await Aws.DescribeVpcsAsync();
        Assert.Equal(first.NextToken, (await Aws.DescribeVpcsAsync(new DescribeVpcsRequest { NextToken = first.NextToken })).NextToken);
    }

    [Theory]
    [InlineData(301, "GET")]
    [InlineData(308, "POST")]
    public async Task RedirectNamesAnotherHostThatKeepsWhatItIsSent(int status, string then)
    {
        using HttpSpy spy = HttpSpy.Start(_ => (200, "text/plain", "there", null));
        Server.Faults.Break(FaultScript.AnyAction, BrokenAnswer.Redirect(status, spy.Url));
        using HttpClient client = new();
        using HttpResponseMessage answer = await client.PostAsync(Server.Url, new FormUrlEncodedContent([new("Action", "DescribeVpcs")]));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(then, Assert.Single(spy.Requests).Method);
    }

    [Fact]
    public async Task HalfABodyIsHalfABody()
    {
        Server.Faults.Break("DescribeVpcs", BrokenAnswer.HalfBody);
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAnyAsync<Exception>(() => Aws.DescribeVpcsAsync(new DescribeVpcsRequest(), patience.Token).WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal("HalfBody", Server.Calls[0].Outcome);
    }

    [Fact]
    public async Task WireKeepsHostHeadersAndSigningRegion()
    {
        await Aws.DescribeVpcsAsync();
        Wire.WireRequest request = Assert.Single(Server.Wire);
        Assert.Equal(Server.Url.Authority, request.Host);
        Assert.Equal("eu-west-1", request.SigningRegion);
        Assert.True(request.Has("DescribeVpcs"));
    }
}
