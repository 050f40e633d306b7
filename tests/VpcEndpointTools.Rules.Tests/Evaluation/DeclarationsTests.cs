using VpcEndpointTools.Evaluation;

namespace VpcEndpointTools.Tests.Evaluation;

public sealed class DeclarationsTests
{
    [Theory]
    [InlineData("10.0.0.0/8", true, false, false)]
    [InlineData("2001:db8::1", true, false, false)]
    [InlineData("sg-1", false, true, false)]
    [InlineData("subnet-1", false, false, true)]
    [InlineData("pl-1", false, false, false)]
    public void ClientsAreAddressesGroupsSubnetsOrPrefixLists(string text, bool hasRange, bool isGroup, bool isSubnet)
    {
        DeclaredClient client = DeclaredClient.Parse(text)!;
        Assert.Equal(text, client.Text);
        Assert.Equal(hasRange, client.Range is not null);
        Assert.Equal(isGroup, client.IsGroup);
        Assert.Equal(isSubnet, client.IsSubnet);
    }

    [Theory]
    [InlineData("")]
    [InlineData("443")]
    [InlineData("i-0123456789abcdef0")]
    [InlineData("xsg-1")]
    public void OtherWordsAreNoClients(string text) => Assert.Null(DeclaredClient.Parse(text));

    [Theory]
    [InlineData(ClientLocations.None, false)]
    [InlineData(ClientLocations.Vpc, false)]
    [InlineData(ClientLocations.PeeredVpc, true)]
    [InlineData(ClientLocations.Vpc | ClientLocations.OnPremises, true)]
    public void ClientsOutsideTheVpc(ClientLocations from, bool expected) => Assert.Equal(expected, new Declarations { AccessFrom = from }.HasOutsideClients);

    [Fact]
    public void NothingIsDeclaredUnlessItIs()
    {
        Assert.Equal(ClientLocations.None, Declarations.None.AccessFrom);
        Assert.Empty(Declarations.None.Clients);
        Assert.Empty(Declarations.None.RequiredTags);
        Assert.Empty(Declarations.None.Quotas);
        Assert.Null(Declarations.None.AllowedServiceOwners);
        Assert.False(Declarations.None.RequireFips);
    }
}
