using System.Management.Automation;
using System.Text.Json.Nodes;
using VpcEndpointTools.Tests.Live;

namespace VpcEndpointTools.Tests.Completion;

/// <summary>Ids that are looked up while somebody types.</summary>
public sealed class LiveCompletionTests : LiveTestBase
{
    private const string Nobody = "-AccessKey a -SecretKey b -Region eu-west-1 -EndpointUrl http://127.0.0.1:1";

    private readonly string _vpc = EmulatedRegion.Id("vpc", 1);

    public LiveCompletionTests()
    {
        JsonObject account = EmulatedRegion.Account(2, 2, 1);
        account["Vpcs"]![1]!["Tags"] = new JsonArray(new JsonObject { ["Key"] = "Name", ["Value"] = "production" });
        account["Subnets"]![2]!["Tags"] = new JsonArray(new JsonObject { ["Key"] = "Name", ["Value"] = "private-a" });
        Server.Region(Home).Load(account);
    }

    private string Aws => $"-AccessKey a -SecretKey never-to-be-seen -Region {Home} -EndpointUrl {Server.Url}";

    [Theory]
    [InlineData("Test-VpcEndpointConfig {0} -VpcId ", "DescribeVpcs")]
    [InlineData("Test-VpcEndpointConfig {0} -VpcEndpointId ", "DescribeVpcEndpoints")]
    [InlineData("Export-VpcEndpointSnapshot x.json {0} -VpcId ", "DescribeVpcs")]
    [InlineData("Get-EndpointRecommendation s3 {0} -VpcId ", "DescribeVpcs")]
    [InlineData("New-SafeVpcEndpoint {0} -VpcId ", "DescribeVpcs")]
    [InlineData("New-SafeVpcEndpoint vpc-1 s3 {0} -SubnetId ", "DescribeSubnets")]
    [InlineData("New-SafeVpcEndpoint vpc-1 s3 {0} -RouteTableId ", "DescribeRouteTables")]
    [InlineData("New-SafeVpcEndpoint vpc-1 s3 {0} -SecurityGroupId ", "DescribeSecurityGroups")]
    [InlineData("Edit-SafeVpcEndpoint {0} -VpcEndpointId ", "DescribeVpcEndpoints")]
    [InlineData("Edit-SafeVpcEndpoint vpce-1 {0} -AddSubnetId ", "DescribeSubnets")]
    [InlineData("Edit-SafeVpcEndpoint vpce-1 {0} -RemoveSecurityGroupId ", "DescribeSecurityGroups")]
    [InlineData("Remove-SafeVpcEndpoint {0} -VpcEndpointId ", "DescribeVpcEndpoints")]
    public void AsksOnceAndKeepsTheAnswer(string line, string action)
    {
        line = string.Format(System.Globalization.CultureInfo.InvariantCulture, line, Aws).Replace("vpc-1 ", _vpc + " ", StringComparison.Ordinal);
        string[] offers = [.. Offers(line).Select(offer => offer.CompletionText)];
        Assert.NotEmpty(offers);
        Assert.Equal(offers, Session.Complete(line));
        Assert.Equal([action], Server.Calls.Select(call => call.Action));
    }

    [Fact]
    public void TooltipIsTheNameTag()
    {
        IReadOnlyList<CompletionResult> offers = Offers($"Test-VpcEndpointConfig {Aws} -VpcId ");
        Assert.Equal([EmulatedRegion.Id("vpc", 0), _vpc], offers.Select(offer => offer.CompletionText));
        Assert.Equal(["10.0.0.0/16".Insert(0, EmulatedRegion.Id("vpc", 0) + ": "), "production: 10.0.0.0/16"], offers.Select(offer => offer.ToolTip));
    }

    [Fact]
    public void NameTagIsCompletedToTheId() => Assert.Equal([_vpc], Offers($"Test-VpcEndpointConfig {Aws} -VpcId prod").Select(offer => offer.CompletionText));

    [Fact]
    public void SubnetsAreThoseOfTheVpc()
    {
        Session.Run("param($id) $global:vpc = $id", _vpc);
        IReadOnlyList<CompletionResult> offers = Offers($"New-SafeVpcEndpoint $vpc ssm {Aws} -SubnetId {EmulatedRegion.Id("subnet", 0)}, ");
        Assert.Equal([EmulatedRegion.Id("subnet", 2), EmulatedRegion.Id("subnet", 3)], offers.Select(offer => offer.CompletionText));
        Assert.Equal("private-a: 10.0.0.0/24, eu-west-1a", offers[0].ToolTip);
    }

    [Fact]
    public void DefaultsOfTheSessionCount()
    {
        Session.Run($"$global:PSDefaultParameterValues = @{{ 'Test-Vpc*:AccessKey' = 'a'; 'Test-Vpc*:SecretKey' = 'b'; '*:Region' = '{Home}'; '*:EndpointUrl' = '{Server.Url}' }}");
        Assert.Contains(_vpc, Offers("Test-VpcEndpointConfig -VpcId ").Select(offer => offer.CompletionText));
        Assert.Empty(Session.Complete("Export-VpcEndpointSnapshot x.json -ProfileName nobody -VpcId "));
    }

    [Fact]
    public void CredentialObjectIsAskedBehindTheScenes()
    {
        // As an assumed role's: it has to ask for its keys first, which takes as long as it takes.
        using SlowCredential slow = new();
        Session.Run("param($slow) $global:slow = $slow", slow);
        Assert.Empty(Session.Complete($"Test-VpcEndpointConfig -Credential $slow -Region {Home} -EndpointUrl http://127.0.0.1:1 -VpcId "));
        Assert.False(slow.HasAnswered, "Tab waited for the keys");
        slow.Answer();
        Assert.Contains(_vpc, Offers($"Test-VpcEndpointConfig -Credential $slow -Region {Home} -EndpointUrl {Server.Url} -VpcId ").Select(offer => offer.CompletionText));
    }

    [Fact]
    public void CredentialThatOnlyRunningWouldTellIsNotReplacedByAnother()
    {
        Session.Run($"$global:PSDefaultParameterValues = @{{ '*:AccessKey' = 'a'; '*:SecretKey' = 'b'; '*:Region' = '{Home}'; '*:EndpointUrl' = '{Server.Url}' }}");
        Assert.Empty(Session.Complete("Test-VpcEndpointConfig -AccessKey (Get-Secret key) -VpcId "));
        Assert.Empty(Server.Calls);
    }

    [Fact]
    public void SnapshotIsNotCompletedFromAws()
    {
        Assert.Empty(Session.Complete($"Test-VpcEndpointConfig {Aws} -Snapshot x.json -VpcId "));
        Assert.Empty(Server.Calls);
    }

    // On a busy machine the first answer can come too late for the first Tab; it serves the next.
    private IReadOnlyList<CompletionResult> Offers(string line)
    {
        DateTime end = DateTime.UtcNow.AddMinutes(10);
        IReadOnlyList<CompletionResult> offers = Session.Offers(line);
        while (offers.Count == 0 && DateTime.UtcNow < end)
        {
            Thread.Sleep(100);
            offers = Session.Offers(line);
        }

        return offers;
    }

    [Fact]
    public void RefusalIsNoOffer()
    {
        Server.Faults.Deny("DescribeVpcs");
        Assert.Empty(Session.Complete($"Test-VpcEndpointConfig {Aws} -VpcId "));
        Assert.Empty(Session.Run("$Error").Output);
    }

    [Fact]
    public void NobodyThereIsNoOfferAndNoError()
    {
        Assert.Empty(Session.Complete($"Test-VpcEndpointConfig {Nobody} -VpcId "));
        Assert.Empty(Session.Complete("Test-VpcEndpointConfig -AccessKey a -SecretKey b -Region eu-west-1 -EndpointUrl nonsense -VpcId "));
        Assert.Empty(Session.Complete("Test-VpcEndpointConfig -AccessKey a -Region eu-west-1 -VpcId "));
        Assert.Empty(Session.Run("$Error").Output);
    }
}

/// <summary>Credentials that are there when they are told to be, or after ten minutes.</summary>
public sealed class SlowCredential : IDisposable
{
    private readonly SlowKeys _keys = new("AKIAEXAMPLE", "never-to-be-seen", null);
    private readonly ManualResetEventSlim _answer = new();
    private volatile bool _hasAnswered;

    /// <summary>True once somebody got the keys.</summary>
    public bool HasAnswered => _hasAnswered;

    /// <summary>From now on the keys are there.</summary>
    public void Answer() => _answer.Set();

    /// <summary>The keys.</summary>
    public SlowKeys GetCredentials()
    {
        _answer.Wait(TimeSpan.FromMinutes(10));
        _hasAnswered = true;
        return _keys;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _answer.Set();
        _answer.Dispose();
    }
}

/// <summary>Keys as the SDK has them.</summary>
public sealed record SlowKeys(string AccessKey, string SecretKey, string? Token);
