using System.Text.Json.Nodes;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.Runtime;

namespace VpcEndpointTools.Emulator.Tests;

/// <summary>A server with a VPC in it, and AWS's own client.</summary>
public abstract class EmulatorTest : IAsyncLifetime, IDisposable
{
    protected const string Home = "eu-west-1";

    protected Ec2Server Server { get; } = Ec2Server.Start();

    protected Ec2Region Region => Server.Region(Home);

    protected AmazonEC2Client Aws => field ??= Client("AKIAEXAMPLE");

    protected string VpcId { get; private set; } = string.Empty;

    protected string SubnetA { get; private set; } = string.Empty;

    protected string SubnetA2 { get; private set; } = string.Empty;

    protected string SubnetB { get; private set; } = string.Empty;

    protected string GroupId { get; private set; } = string.Empty;

    protected string TableId { get; private set; } = string.Empty;

    /// <summary>A sound request.</summary>
    protected CreateVpcEndpointRequest Interface => new()
    {
        VpcEndpointType = VpcEndpointType.Interface, VpcId = VpcId, ServiceName = "com.amazonaws.eu-west-1.ssm", SubnetIds = [SubnetA, SubnetB], SecurityGroupIds = [GroupId], PrivateDnsEnabled = true,
    };

    /// <summary>A sound request.</summary>
    protected CreateVpcEndpointRequest Gateway => new() { VpcId = VpcId, ServiceName = "com.amazonaws.eu-west-1.s3", RouteTableIds = [TableId] };

    public async Task InitializeAsync()
    {
        Region.Load(new JsonObject
        {
            ["ServiceDetails"] = new JsonArray(
                Service("ssm", "Interface", "ssm.eu-west-1.amazonaws.com"), Service("s3", "Gateway", null), Service("s3", "Interface", "s3.eu-west-1.amazonaws.com"), Service("dynamodb", "Interface", null), Service("dynamodb", "Gateway", null),
                Service("partner", "Interface", null, acceptance: true)),
            ["PrefixLists"] = new JsonArray(new JsonObject { ["PrefixListId"] = "pl-1", ["PrefixListName"] = "com.amazonaws.eu-west-1.s3", ["Cidrs"] = new JsonArray("3.5.64.0/21") }),
        });
        VpcId = (await Aws.CreateVpcAsync(new CreateVpcRequest { CidrBlock = "10.0.0.0/16" })).Vpc.VpcId;
        await Aws.ModifyVpcAttributeAsync(new ModifyVpcAttributeRequest { VpcId = VpcId, EnableDnsHostnames = true });
        SubnetA = await Subnet("10.0.1.0/24", "a");
        SubnetA2 = await Subnet("10.0.2.0/24", "a");
        SubnetB = await Subnet("10.0.3.0/24", "b");
        GroupId = (await Aws.CreateSecurityGroupAsync(new CreateSecurityGroupRequest { VpcId = VpcId, GroupName = "endpoints", Description = "endpoints" })).GroupId;
        TableId = (await Aws.CreateRouteTableAsync(new CreateRouteTableRequest { VpcId = VpcId })).RouteTable.RouteTableId;
        Server.ForgetCalls();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Aws.Dispose();
            Server.Dispose();
        }
    }

    protected AmazonEC2Client Client(string key, string region = Home) => new(
        new BasicAWSCredentials(key, "secret"), new AmazonEC2Config { ServiceURL = Server.Url.ToString(), AuthenticationRegion = region, MaxErrorRetry = 0, MaxStaleConnectionRetries = 0 });

    /// <summary>The error that AWS's client makes of the answer.</summary>
    protected static async Task<AmazonEC2Exception> Refused(Func<Task> call, string code)
    {
        AmazonEC2Exception error = await Assert.ThrowsAsync<AmazonEC2Exception>(call);
        Assert.Equal(code, error.ErrorCode);
        return error;
    }

    protected async Task<string> Create(CreateVpcEndpointRequest request) => (await Aws.CreateVpcEndpointAsync(request)).VpcEndpoint.VpcEndpointId;

    protected async Task<VpcEndpoint?> Find(string id) =>
        (await Aws.DescribeVpcEndpointsAsync(new DescribeVpcEndpointsRequest { Filters = [new Filter("vpc-endpoint-id", [id])] })).VpcEndpoints?.SingleOrDefault();

    private static JsonObject Service(string name, string type, string? privateName, bool acceptance = false) => new()
    {
        ["ServiceName"] = $"com.amazonaws.eu-west-1.{name}", ["ServiceType"] = new JsonArray(new JsonObject { ["ServiceType"] = type }), ["AcceptanceRequired"] = acceptance,
        ["AvailabilityZones"] = new JsonArray("eu-west-1a", "eu-west-1b"), ["SupportedIpAddressTypes"] = new JsonArray("ipv4"),
        ["PrivateDnsNames"] = privateName is null ? null : new JsonArray(new JsonObject { ["PrivateDnsName"] = privateName }),
    };

    private async Task<string> Subnet(string cidr, string zone) =>
        (await Aws.CreateSubnetAsync(new CreateSubnetRequest { VpcId = VpcId, CidrBlock = cidr, AvailabilityZone = Home + zone })).Subnet.SubnetId;
}
