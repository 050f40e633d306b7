using System.Collections;
using System.Reflection;
using System.Runtime.Loader;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Completion;

/// <summary>Names that are known without asking.</summary>
public sealed class NameCompletionTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    // An endpoint's name, not a Region.
    private const string NotARegion = "us-east-1-regional";

    [Theory]
    [InlineData("Test-VpcEndpointConfig x.json -Region eu-cen", "eu-central-1", "Europe (Frankfurt)")]
    [InlineData("Test-VpcEndpointConfig x.json -RegionToCall eu-cen", "eu-central-1", "Europe (Frankfurt)")]
    [InlineData("Get-EndpointRecommendation s3 -ServiceRegion us-gov-w", "us-gov-west-1", "AWS GovCloud (US-West)")]
    [InlineData("New-SafeVpcEndpoint vpc-1 secretsm", "secretsmanager", "Interface")]
    [InlineData("New-SafeVpcEndpoint vpc-1 s3 -VpcEndpointType Gateway", "GatewayLoadBalancer", "appliances")]
    [InlineData("New-SafeVpcEndpoint vpc-1 s3 -IpAddressType d", "dualstack", "both")]
    [InlineData("New-SafeVpcEndpoint vpc-1 s3 -PolicyTemplate O", "OrganizationPerimeter", "")]
    [InlineData("Test-VpcEndpointConfig x.json -ExcludeRule VPCE-S00", "VPCE-S001", "type")]
    [InlineData("Test-VpcEndpointConfig x.json -AccessFrom On", "OnPremises", "")]
    [InlineData("Get-VpcEndpointRule -Severity W", "Warning", "")]
    [InlineData("Compare-VpcEndpointType -Aspect Quo", "Quota", "")]
    [InlineData("Get-EndpointRecommendation -Action Mod", "Modify", "")]
    [InlineData("Export-VpcEndpointReport x -Format Sar", "Sarif", "")]
    public void IsOffered(string line, string name, string tooltip)
    {
        Assert.Contains(session.Offers(line), offer => offer.CompletionText == name && offer.ToolTip.Contains(tooltip, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("Test-VpcEndpointConfig x.json -Region nowhere")]
    [InlineData("Get-VpcEndpointRule VPCE-X")]
    [InlineData("New-SafeVpcEndpoint vpc-1 no-such-service")]
    public void WhatNothingBeginsWithIsNotOffered(string line) => Assert.Empty(session.Complete(line));

    [Fact]
    public void RegionsAreThoseOfTheSdkThatIsShipped()
    {
        AssemblyLoadContext context = new("regions", isCollectible: true);
        Type type = context.LoadFromAssemblyPath(Path.Combine(InstalledModule.Folder, "bin", "isolated", "AWSSDK.Core.dll")).GetType("Amazon.RegionEndpoint", throwOnError: true)!;
        IEnumerable all = (IEnumerable)type.GetProperty("EnumerableAllRegions", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        IEnumerable<string> ofTheSdk = all.Cast<object>().Select(region => $"{type.GetProperty("SystemName")!.GetValue(region)}: {type.GetProperty("DisplayName")!.GetValue(region)}")
            .Where(text => !text.StartsWith(NotARegion, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        Assert.Equal(ofTheSdk, session.Run("[VpcEndpointTools.Catalog.AwsRegion]::Shipped | ForEach-Object ToString").Output.Select(text => text.ToString()).Order(StringComparer.Ordinal));
        context.Unload();
    }
}
