using System.Management.Automation;
using System.Text.Json.Nodes;
using VpcEndpointTools.Emulator;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Live.Creation;

/// <summary>One VPC of two zones, and the commands that create endpoints in it. Pauses are short.</summary>
public abstract class CreationTestBase : LiveTestBase
{
    private protected static readonly string Vpc = EmulatedRegion.Id("vpc", 0);
    private protected static readonly string A = EmulatedRegion.Id("subnet", 0);
    private protected static readonly string B = EmulatedRegion.Id("subnet", 1);
    private protected static readonly string Group = EmulatedRegion.Id("sg", 0);
    private protected static readonly string Table = EmulatedRegion.Id("rtb", 0);

    /// <summary>Without private names, so that AWS would take a second one.</summary>
    private protected static readonly string Ssm = $"New-SafeVpcEndpoint @aws {Vpc} ssm -SubnetId {A}, {B} -SecurityGroupId {Group} -PrivateDnsEnabled $false";

    private readonly ShortPauses _pauses = new();

    protected CreationTestBase() => Region.Load(EmulatedRegion.Account(1, 2, 0));

    private protected Ec2Region Region => Server.Region(Home);

    private protected JsonArray Endpoints => Region.Resources("VpcEndpoints");

    private protected string OnlyId => (string)Assert.Single(Endpoints)!["VpcEndpointId"]!;

    private protected IEnumerable<ReceivedCall> Creations => Server.Calls.Where(call => call.Action == "CreateVpcEndpoint" && !call.IsDryRun);

    /// <summary>Somebody else creates an endpoint with the same settings, by a request of their own.</summary>
    private protected string CreateByOthers(JsonObject request)
    {
        JsonObject theirs = request.DeepClone().AsObject();
        theirs.Remove("ClientToken");
        theirs.Remove("DryRun");
        return (string)Region.Act("CreateVpcEndpoint", theirs)["VpcEndpoint"]!["VpcEndpointId"]!;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _pauses.Dispose();
    }

    private protected static string Message(SessionAnswer answer) => Assert.Single(answer.Errors).Exception.Message;

    private protected static (string Id, string Created) Told(SessionAnswer answer)
    {
        Assert.Empty(answer.Errors);
        return Told(Assert.Single(answer.Output));
    }

    private protected static (string Id, string Created) Told(PSObject endpoint) =>
        ((string)endpoint.Properties["VpcEndpointId"].Value, (string)endpoint.Properties["Created"].Value);
}
