using System.Globalization;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Cmdlets;

/// <summary>Get-VpcEndpointService: the shipped catalogue, and a newer answer of AWS in it.</summary>
public sealed class ServiceTests(ModuleSession session) : IClassFixture<ModuleSession>, IDisposable
{
    private static readonly string Answer = Path.Combine(Repository.Root, "examples", "catalog", "describe-vpc-endpoint-services.json");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void EveryServiceIsThere()
    {
        SessionAnswer answer = session.Run("Get-VpcEndpointService");
        Assert.Empty(answer.Errors);
        Assert.True(answer.Output.Count >= 500);
        Assert.All(answer.Each("CatalogDate"), date => Assert.Matches("^20[0-9]{2}-[01][0-9]-[0-3][0-9]$", date));
    }

    [Fact]
    public void ServiceIsShownInPlainValues()
    {
        dynamic service = session.Run("Get-VpcEndpointService cassandra -Region eu-west-1").Single;
        Assert.Equal("com.amazonaws.eu-west-1.cassandra", service.ServiceName);
        Assert.Equal(["Interface"], (IEnumerable<string>)service.EndpointTypes);
        Assert.Equal([9142], (IEnumerable<int>)service.Ports);
        Assert.Equal(["cassandra.eu-west-1.amazonaws.com"], (IEnumerable<string>)service.PrivateDnsNames);
        Assert.Equal("Knowledge", service.PrivateDnsNameBasis);
        Assert.Null(service.PolicySupported);
        Assert.Equal(["not on port 443"], (IEnumerable<string>)service.KnownLimits);
    }

    [Fact]
    public void WithoutARegionTheTemplateIsShown() => Assert.Equal("com.amazonaws.{region}.ssm", session.Run("Get-VpcEndpointService ssm").Single.ServiceName);

    [Fact]
    public void NothingOnItMakesNewEndpoints()
    {
        IEnumerable<string> names = session.Run("Get-VpcEndpointService ssm").Output[0].Properties.Select(property => property.Name);
        Assert.DoesNotContain("VpcId", names);
        Assert.DoesNotContain("VpcEndpointType", names);
        Assert.DoesNotContain("VpcEndpointId", names);
    }

    [Theory]
    [InlineData("ssm", "ssm")]
    [InlineData("SSM, ssm, com.amazonaws.us-east-1.ssm", "ssm")]
    [InlineData("-Name ecr.*", "ecr.api ecr.dkr")]
    [InlineData("com.amazonaws.eu-west-1.ecr.*", "ecr.api ecr.dkr")]
    [InlineData("'com.amazonaws.{region}.kms'", "kms")]
    [InlineData("com.amazonaws.us-east-1.timestream.query-cell2", "timestream.query-{cell}")]
    [InlineData("com.amazonaws.vpce.eu-west-1.vpce-svc-0a1b2c3d4e5f60718", "vpce-svc")]
    [InlineData("cn.com.amazonaws.cn-north-1.ecr.api", "ecr.api")]
    [InlineData("-EndpointType Gateway", "dynamodb s3 s3express")]
    [InlineData("s3* -EndpointType GatewayLoad*", "")]
    [InlineData("nothing*", "")]
    public void SelectsByNameAndType(string parameters, string services)
    {
        SessionAnswer answer = session.Run($"Get-VpcEndpointService {parameters}");
        Assert.Empty(answer.Errors);
        Assert.Equal(services, string.Join(' ', answer.Each("ShortName")));
    }

    [Theory]
    [InlineData("dynamodb", "no private DNS name")]
    [InlineData("s3express", "gateway endpoints only")]
    [InlineData("opensearch*", "the service makes its endpoints itself")]
    [InlineData("transfer.server", "no private DNS name, no endpoint policy")]
    [InlineData("s3", "")]
    public void KnowsLimits(string service, string limits) =>
        Assert.Equal(limits, string.Join(", ", session.Run($"Get-VpcEndpointService {service}").Single.KnownLimits));

    [Fact]
    public void ServiceManagedOneHasNoNameToCreate() => Assert.Null(session.Run("Get-VpcEndpointService opensearch*").Single.ServiceName);

    [Fact]
    public void ChinaHasItsOwnNamesAndNoPrivateDnsNamesOfOtherRegions()
    {
        dynamic service = session.Run("Get-VpcEndpointService ecr.api -Region cn-north-1").Single;
        Assert.Equal("cn.com.amazonaws.cn-north-1.ecr.api", service.ServiceName);
        Assert.Empty(service.PrivateDnsNames);
    }

    [Theory]
    [InlineData("secretsmanger, ssm", "UnknownServiceName", "Did you mean secretsmanager?")]
    [InlineData("com.amazonaws.eu-west-1.secretsmanger, ssm", "UnknownServiceName", "Did you mean com.amazonaws.eu-west-1.secretsmanager?")]
    [InlineData("com.amazonaws.eu-west-1.nothing, ssm", "UnknownServiceName", "2026-11-23")]
    [InlineData("ssm -EndpointType Interfase, Interface", "UnknownEndpointType", "Interfase")]
    public void UnknownNameIsOneErrorAndTheOthersGoOn(string parameters, string id, string says)
    {
        SessionAnswer answer = session.Run($"Get-VpcEndpointService {parameters}");
        Assert.Contains(says, answer.OnlyError(id).Exception.Message, StringComparison.Ordinal);
        Assert.Equal(["ssm"], answer.Each("ShortName"));
    }

    [Fact]
    public void NamesAndEndpointsOfThePipeWorkAndEachServiceComesOnce()
    {
        Assert.Equal(["ssm", "kms"], session.Run("'ssm', 'kms', 'ssm' | Get-VpcEndpointService").Each("ShortName"));
        Assert.Equal(
            ["ssm"],
            session.Run("[pscustomobject]@{ VpcEndpointId = 'vpce-0a1b2c3d'; ServiceName = 'com.amazonaws.eu-west-1.ssm' } | Get-VpcEndpointService").Each("ShortName"));
        Assert.Empty(session.Run("@() | Get-VpcEndpointService").Output);
    }

    [Fact]
    public void NewerAnswerWins()
    {
        dynamic service = session.Run("param($f) Get-VpcEndpointService ssm -Catalog $f", Answer).Single;
        Assert.Equal("Documented", service.PrivateDnsNameBasis);
        Assert.False(service.Ipv6Supported);
        Assert.True(service.PolicySupported);
        Assert.Equal(File.GetLastWriteTimeUtc(Answer).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), service.CatalogDate);
        Assert.Equal("AWS Systems Manager", service.Title);
    }

    [Fact]
    public void NewerAnswerAddsServicesAndKeepsTheOthers()
    {
        SessionAnswer answer = session.Run("param($f) Get-VpcEndpointService brand-new, kms, vpce-svc-* -Catalog $f -Region eu-west-1", Answer);
        Assert.Empty(answer.Errors);
        Assert.Equal(
            ["com.amazonaws.eu-west-1.kms", "com.amazonaws.eu-west-1.brand-new", "com.amazonaws.vpce.eu-west-1.vpce-svc-0a1b2c3d4e5f60718"],
            answer.Each("ServiceName"));
        Assert.Equal("2026-11-23", answer.Each("CatalogDate")[0]);
    }

    [Theory]
    [InlineData("{\"ServiceNames\": [\"com.amazonaws.eu-west-1.ssm\"], \"ServiceDetails\": []}", "NoServiceDetails")]
    [InlineData("{\"Vpcs\": []}", "NoServiceDetails")]
    [InlineData("{\"VpcId\": \"vpc-0a1b2c3d\"}", "NoServiceDetails")]
    [InlineData("{\"ServiceDetails\": 5}", "InvalidInput")]
    [InlineData("{\"ServiceDetails\": [{\"Owner\": \"amazon\"}]}", "InvalidInput")]
    [InlineData("not json", "InvalidJson")]
    public void FileWithoutServicesIsOneClearError(string content, string id)
    {
        string file = _folder.Write("services.json", content);
        SessionAnswer answer = session.Run("param($f) Get-VpcEndpointService ssm -Catalog $f", file);
        Assert.Contains("services.json", answer.OnlyError(id).Exception.Message, StringComparison.Ordinal);
        Assert.Empty(answer.Output);
    }

    [Theory]
    [InlineData("-Catalog nowhere.json", "PathNotFound")]
    [InlineData("-Catalog .", "PathIsFolder")]
    [InlineData("-Region eu-west-1, eu-west-2", "SeveralRegions")]
    [InlineData("-Region 'eu-*'", "InvalidRegion")]
    public void WhatNothingCanWorkWithEndsTheCmdlet(string parameters, string id)
    {
        SessionAnswer answer = session.Run($"Get-VpcEndpointService ssm {parameters}");
        answer.OnlyError(id);
        Assert.Empty(answer.Output);
    }

    [Fact]
    public void VerboseSaysHowOldTheCatalogueIs()
    {
        SessionAnswer answer = session.Run("Get-VpcEndpointService ssm -Verbose 4>&1");
        Assert.Contains("of 2026-11-23 (", answer.Output[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void TableFitsThePage()
    {
        ProcessAnswer answer = ShellProcess.Show("Get-VpcEndpointService -Region eu-west-1");
        Assert.Empty(answer.Errors);
        Assert.All(answer.Output.Split('\n'), line => Assert.True(line.TrimEnd('\r').Length <= 120, line));
        Assert.Matches(@"(?m)^ServiceName\s+Types\s+Policy\s+IPv6\s+KnownLimits", answer.Output);
    }

    [Fact]
    public void CompletesNames() => Assert.Contains("secretsmanager", session.Complete("Get-VpcEndpointService secrets"));
}
