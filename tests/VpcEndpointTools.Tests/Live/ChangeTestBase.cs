using System.Text.Json.Nodes;
using VpcEndpointTools.Emulator;

namespace VpcEndpointTools.Tests.Live;

/// <summary>A VPC with two subnets in an emulated EC2, and endpoints in it to change or remove.</summary>
public abstract class ChangeTestBase : LiveTestBase
{
    protected const string Approved = "-Confirm:$false";

    protected static readonly string Vpc = EmulatedRegion.Id("vpc", 0);
    protected static readonly string A = EmulatedRegion.Id("subnet", 0);
    protected static readonly string B = EmulatedRegion.Id("subnet", 1);
    protected static readonly string Group = EmulatedRegion.Id("sg", 0);
    protected static readonly string Table = EmulatedRegion.Id("rtb", 0);

    protected ChangeTestBase() => Region.Load(EmulatedRegion.Account(1, 2, 0));

    private protected Ec2Region Region => Server.Region(Home);

    private protected JsonArray Endpoints => Region.Resources("VpcEndpoints");

    /// <summary>An endpoint that is there and available.</summary>
    private protected string Made(string service, string type = "Interface", Action<JsonObject>? with = null)
    {
        JsonObject request = new() { ["VpcEndpointType"] = type, ["VpcId"] = Vpc,
            ["ServiceName"] = $"com.amazonaws.eu-west-1.{service}" };
        if (type == "Gateway")
        {
            request["RouteTableIds"] = new JsonArray(Table);
        }
        else
        {
            request["SubnetIds"] = new JsonArray(A, B);
            request["SecurityGroupIds"] = new JsonArray(Group);
            request["PrivateDnsEnabled"] = true;
        }

        with?.Invoke(request);
        string id = (string)Region.Act("CreateVpcEndpoint", request)["VpcEndpoint"]!["VpcEndpointId"]!;
        Region.Accept(id);
        return id;
    }

    private protected JsonObject? Found(string id) =>
        Endpoints.OfType<JsonObject>().FirstOrDefault(endpoint => (string?)endpoint["VpcEndpointId"] == id);

    private protected IReadOnlyList<string> Ids(string id, string member) =>
        [.. (Found(id)![member] as JsonArray ?? []).Select(item => (string)item!)];
}
