using VpcEndpointTools.Creation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Tests.Creation;

public sealed class CreationTokenTests
{
    [Fact]
    public void SameRequestHasTheSameTokenWhateverTheOrder()
    {
        EndpointConfig request = Given.Interface with { SubnetIds = [Given.SubnetA, Given.SubnetB], Target = "one", Source = "a file" };
        EndpointConfig again = Given.Interface with { SubnetIds = [Given.SubnetB, Given.SubnetA], Target = "another" };
        string token = CreationToken.Of(request, "eu-west-1", 0);
        Assert.Equal(token, CreationToken.Of(again, "eu-west-1", 0));

        // EC2 takes 64 characters.
        Assert.Equal(64, token.Length);
    }

    [Fact]
    public void OtherTagsMeanTheSameEndpoint() => Assert.Equal(
        CreationToken.Of(Given.Interface, "eu-west-1", 0), CreationToken.Of(Given.Interface with { Tags = [new Tag("Name", "other")] }, "eu-west-1", 0));

    [Fact]
    public void AnyOtherDifferenceMakesAnother()
    {
        EndpointConfig request = Given.Interface;
        string[] tokens =
        [
            CreationToken.Of(request, "eu-west-1", 0),
            CreationToken.Of(request, "eu-west-1", 1),
            CreationToken.Of(request, "eu-west-2", 0),
            CreationToken.Of(request with { VpcId = Given.OtherVpcId }, "eu-west-1", 0),
            CreationToken.Of(request with { ServiceName = "com.amazonaws.eu-west-1.sqs" }, "eu-west-1", 0),
            CreationToken.Of(request with { VpcEndpointType = EndpointTypes.Gateway }, "eu-west-1", 0),
            CreationToken.Of(request with { SubnetIds = [Given.SubnetA] }, "eu-west-1", 0),
            CreationToken.Of(request with { SecurityGroupIds = [] }, "eu-west-1", 0),
            CreationToken.Of(request with { RouteTableIds = [Given.TableA] }, "eu-west-1", 0),
            CreationToken.Of(request with { PolicyDocument = "{}" }, "eu-west-1", 0),
            CreationToken.Of(request with { PrivateDnsEnabled = false }, "eu-west-1", 0),
            CreationToken.Of(request with { IpAddressType = "dualstack" }, "eu-west-1", 0),
            CreationToken.Of(request with { ServiceRegion = "eu-west-2" }, "eu-west-1", 0),
            CreationToken.OfDryRun(request, "eu-west-1"),
            CreationToken.OfDryRun(request with { Tags = [new Tag("Name", "other")] }, "eu-west-1"),
            CreationToken.Of(request with { DnsOptions = new DnsOptions { DnsRecordIpType = "ipv4" } }, "eu-west-1", 0),
            CreationToken.Of(request with { SubnetConfigurations = [new SubnetConfiguration { SubnetId = Given.SubnetA, Ipv4 = "10.0.0.9" }] }, "eu-west-1", 0),
        ];
        Assert.Equal(tokens.Length, tokens.Distinct(StringComparer.Ordinal).Count());
    }
}
