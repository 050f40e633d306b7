using System.Text.Json.Nodes;
using VpcEndpointTools.Emulator;
using Xunit.Abstractions;

namespace VpcEndpointTools.Tests.Live;

/// <summary>Removal and modification under every fault: nothing of others touched, every statement true, each within its limit, and the
/// same command again converges.</summary>
public sealed class ChangeMatrixTests(ITestOutputHelper output)
{
    [Fact]
    public void RemovalTellsTheTruthUnderEveryFault() => Check(new RemovalMatrix(), atLeast: 80);

    [Fact]
    public void TwoStagesTellTheTruthUnderEveryFault() => Check(new TwoStageMatrix(), atLeast: 60);

    [Fact]
    public void ModificationTellsTheTruthUnderEveryFault() => Check(new EditMatrix(), atLeast: 60);

    private void Check(ChangeMatrix matrix, int atLeast)
    {
        (string table, IReadOnlyList<string> wrong, int cells) = matrix.Run();
        output.WriteLine(table);
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
        Assert.True(cells >= atLeast, $"only {cells} cells");
    }

    private sealed class RemovalMatrix : ChangeMatrix
    {
        private string _id = string.Empty;

        protected override string Command => $"Remove-SafeVpcEndpoint {_id}";

        protected override string SetUp(Ec2Region region)
        {
            // The ids of a fresh Region are the same in each cell.
            _id = (string)region.Act("CreateVpcEndpoint",
                ChangeRequests.Interface("ssm", EmulatedRegion.Id("subnet", 0),
                EmulatedRegion.Id("subnet", 1)))["VpcEndpoint"]!["VpcEndpointId"]!;
            region.Accept(_id);
            (region.DeletingDescribes, region.InterfacesOutliveDescribes) = (2, 1);
            return _id;
        }

        protected override void Meanwhile(Ec2Region region, string? id)
        {
            if (region.Resources("VpcEndpoints").Any(endpoint => (string?)endpoint!["VpcEndpointId"] == id))
            {
                region.Act("DeleteVpcEndpoints", new JsonObject { ["VpcEndpointIds"] = new JsonArray(id) });
            }
        }

        protected override string Lie(CellRun run)
        {
            bool isGoing = run.Endpoint is null || (string?)run.Endpoint["State"] == "deleting";
            int interfaces = Interfaces(run);
            return (string?)run.Output("Removed") is "Yes" or "Unknown" && !isGoing && !run.Says("not known") ? "it is not removed"
                : (string?)run.Output("Removed") == "No" && run.Sent("DeleteVpcEndpoints") > 0 ? "something was sent"
                : (string?)run.Output("State") == "deleted" && run.Endpoint is not null ? "it is not gone"
                : run.Output("RemainingInterfaces") is string[] left && left.Length < interfaces ? $"{interfaces} interfaces are left"
                : run.Says("nothing was sent") && run.Sent("DeleteVpcEndpoints") > 0 ? "something was sent"
                : run.Says("accepted the removal") && !isGoing ? "it was not accepted"
                : run.Says(", not removed") && isGoing && run.Fault != "somebody else" ? "it is removed"
                : run.Answer.Output.Count == 0 && isGoing && run.Sent("DeleteVpcEndpoints") > 0 && !Admits(run)
                    ? "its removal was not told"
                : string.Empty;
        }

        protected override string NotConverged(CellRun run) =>
            run.Endpoint is not null ? "it is still there"
            : run.Answer.Errors.Count == 0 ? Interfaces(run) > 0 ? "interfaces are left" : (string?)run.Output("State") == "deleted"
                ? string.Empty : "not called deleted"

            // Gone after the first run: there is nothing to wait for.
            : run.Answer.Errors.All(error => error.FullyQualifiedErrorId.StartsWith("VpcEndpointNotFound", StringComparison.Ordinal))
                ? string.Empty : "an error";

        private static bool Admits(CellRun run) => run.Says("not known") || run.Says("accepted the removal")
            || run.Says("removal was sent") || run.Says("is being removed");

        private static int Interfaces(CellRun run) =>
            run.Region.Resources("NetworkInterfaces")
            .Count(item => ((string?)item!["Description"])!.Contains(run.Id!, StringComparison.Ordinal));
    }

    private sealed class EditMatrix : ChangeMatrix
    {
        private string _id = string.Empty;

        protected override string Command => $"Edit-SafeVpcEndpoint {_id} -AddSubnetId {EmulatedRegion.Id("subnet", 1)}";

        protected override string SetUp(Ec2Region region)
        {
            _id = (string)region.Act("CreateVpcEndpoint",
                ChangeRequests.Interface("ssm", EmulatedRegion.Id("subnet", 0)))["VpcEndpoint"]!["VpcEndpointId"]!;
            region.Accept(_id);
            region.PendingAfterChangeDescribes = 1;
            return _id;
        }

        // Somebody else makes the same change.
        protected override void Meanwhile(Ec2Region region, string? id)
        {
            if (region.Resources("VpcEndpoints")
                .Any(endpoint => (string?)endpoint!["VpcEndpointId"] == id && endpoint["SubnetIds"]!.AsArray().Count == 1))
            {
                region.Act("ModifyVpcEndpoint",
                    new JsonObject { ["VpcEndpointId"] = id, ["AddSubnetIds"] = new JsonArray(EmulatedRegion.Id("subnet", 1)) });
            }
        }

        protected override string Lie(CellRun run)
        {
            bool isChanged = run.Endpoint!["SubnetIds"]!.AsArray().Count == 2;
            string? said = (string?)run.Output("Changed");
            return said is "Yes" or "No" && !isChanged ? "it is not changed"
                : said == "Unknown" && !isChanged && !run.Says("not known") ? "it is not changed"
                : run.Says("nothing was sent") && run.Sent("ModifyVpcEndpoint") > 0 ? "something was sent"
                : run.Says("AWS accepted the change") && !isChanged ? "it was not accepted"
                : run.Says(", not changed") && isChanged && run.Fault != "somebody else" ? "it is changed"
                : run.Answer.Output.Count == 0 && isChanged && run.Sent("ModifyVpcEndpoint") > 0 && !run.Says("not known")
                    && !run.Says("change of") ? "its change was not told"
                : string.Empty;
        }

        protected override string NotConverged(CellRun run) =>
            run.Answer.Errors.Count > 0 ? "an error"
            : run.Endpoint!["SubnetIds"]!.AsArray().Count != 2 || run.Endpoint["NetworkInterfaceIds"]!.AsArray().Count != 2
                ? "not two subnets"
            : (string?)run.Output("Changed") is "Yes" or "No" ? string.Empty : "neither Yes nor No";
    }

    // From the creation on: what comes before it is the matrix of creation.
    private sealed class TwoStageMatrix : ChangeMatrix
    {
        protected override string Command =>
            $"New-SafeVpcEndpoint {EmulatedRegion.Id("vpc", 0)} ssm -SubnetId {EmulatedRegion.Id("subnet", 0)}, "
                + $"{EmulatedRegion.Id("subnet", 1)} -SecurityGroupId {EmulatedRegion.Id("sg", 0)} -EnablePrivateDns AfterAvailable";

        protected override bool Covers(IReadOnlyList<string> before, string action) =>
            before.Count(one => one == "CreateVpcEndpoint") == 2;

        protected override string? SetUp(Ec2Region region) => null;

        // Somebody else turns private DNS on.
        protected override void Meanwhile(Ec2Region region, string? id)
        {
            if (region.Resources("VpcEndpoints").OfType<JsonObject>()
                .FirstOrDefault(endpoint => (string?)endpoint["ServiceName"] == "com.amazonaws.eu-west-1.ssm"
                && (bool?)endpoint["PrivateDnsEnabled"] != true) is { } made)
            {
                region.Act("ModifyVpcEndpoint",
                    new JsonObject { ["VpcEndpointId"] = (string)made["VpcEndpointId"]!, ["PrivateDnsEnabled"] = true });
            }
        }

        protected override string Lie(CellRun run)
        {
            IReadOnlyList<string> made = run.Made;
            bool isOn = made.Count == 1 && IsOn(run, made[0]);
            bool? said = run.Output("PrivateDnsEnabled") as bool?;
            return made.Count > 1 ? "two endpoints"
                : made.Count == 1 && !run.Says(made[0]) && !run.Says("not known") ? "the endpoint was not told"
                : said == true && !isOn ? "private DNS is off"
                : said == false && isOn && !run.Says("not known") && !run.Says("accepted the change") && run.Fault != "somebody else"
                    ? "private DNS is on"
                : run.Says("nothing was sent for it") && run.Sent("ModifyVpcEndpoint") > 0 ? "something was sent"
                : string.Empty;
        }

        protected override string NotConverged(CellRun run) =>
            run.Answer.Errors.Count > 0 ? "an error"
            : run.Made.Count != 1 ? $"{run.Made.Count} endpoints"
            : IsOn(run, run.Made[0]) && run.Output("PrivateDnsEnabled") is true ? string.Empty
                : "private DNS is not on, or not said to be";

        private static bool IsOn(CellRun run, string id) =>
            (bool?)run.Region.Resources("VpcEndpoints").OfType<JsonObject>()
                .Single(endpoint => (string?)endpoint["VpcEndpointId"] == id)["PrivateDnsEnabled"] == true;
    }
}
