using System.Text.Json.Nodes;
using VpcEndpointTools.Emulator;

namespace VpcEndpointTools.Tests.Live.Creation;

/// <summary>What goes on around a creation, besides the fault that one of its calls meets.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Arrange">Sets it up; what others create goes into the list.</param>
internal sealed record Circumstance(string Name, Action<Ec2Server, Ec2Region, List<string>> Arrange)
{
    private const string Create = "CreateVpcEndpoint";
    private const string Describe = "DescribeVpcEndpoints";

    /// <summary>All.</summary>
    public static IReadOnlyList<Circumstance> All { get; } =
    [
        new("quiet", (_, _, _) => { }),
        new("list lags", (_, region, _) => region.HiddenDescribes = 5),
        new("others before dry run", (server, region, theirs) =>
            server.Faults.Before(Create, 1, request => theirs.Add(Others(region, Without(request, "ClientToken"))))),
        new("others before create", (server, region, theirs) =>
            server.Faults.Before(Create, 2, request => theirs.Add(Others(region, Without(request, "ClientToken"))))),
        new("same token elsewhere", (server, region, theirs) => server.Faults.Before(Create, 2, request => theirs.Add(Others(region, request)))),
        new("same token, list lags", (server, region, theirs) =>
        {
            region.HiddenDescribes = 5;
            server.Faults.Before(Create, 2, request => theirs.Add(Others(region, request)));
        }),
        new("token with other tags", (server, region, theirs) =>
            server.Faults.Before(Create, 2, request => theirs.Add(Others(region, With(request, "TagSpecifications", Tags))))),
        new("other tags, list lags", (server, region, theirs) =>
        {
            region.HiddenDescribes = 5;
            server.Faults.Before(Create, 2, request => theirs.Add(Others(region, With(request, "TagSpecifications", Tags))));
        }),
        new("token, other id order", (server, region, theirs) =>
            server.Faults.Before(Create, 2, request => theirs.Add(Others(region, With(request, "SubnetIds", Reversed(request)))))),
        new("fails", (_, region, _) => (region.PendingDescribes, region.FailAfterDescribes) = (int.MaxValue, 3)),
        new("others' fails", (server, region, theirs) =>
        {
            (region.PendingDescribes, region.FailAfterDescribes) = (int.MaxValue, 3);
            server.Faults.Before(Create, 2, request => theirs.Add(Others(region, request)));
        }),
        new("deleted meanwhile", (server, region, _) =>
        {
            region.PendingDescribes = int.MaxValue;
            server.Faults.Before(Describe, 4, _ => Each(region, region.Remove));
        }),
        new("being deleted", (server, region, _) =>
        {
            region.PendingDescribes = int.MaxValue;
            server.Faults.Before(Describe, 4, _ => Each(region, id => region.SetState(id, "deleting")));
        }),
        new("vanishes, reappears", (server, region, _) =>
        {
            region.PendingDescribes = 6;
            server.Faults.Before(Describe, 4, _ => Each(region, region.Hide));
            server.Faults.Before(Describe, 7, _ => Each(region, region.Show));
        }),
        new("partial for a while", (server, region, _) =>
        {
            region.PendingDescribes = int.MaxValue;
            server.Faults.Before(Describe, 3, _ => Each(region, id => region.SetState(id, "partial")));
            server.Faults.Before(Describe, 6, _ => Each(region, id => region.SetState(id, "available")));
        }),
        new("DryRun ignored", (_, region, _) => region.IgnoresDryRun = true),
        new("no DryRun, no tokens", (_, region, _) => (region.IgnoresDryRun, region.IgnoresTokens) = (true, true)),
        new("clock an hour off", (_, region, _) => region.ClockOffset = TimeSpan.FromHours(1)),
    ];

    private static JsonArray Tags =>
    [
        new JsonObject { ["ResourceType"] = "vpc-endpoint", ["Tags"] = new JsonArray(new JsonObject { ["Key"] = "Build", ["Value"] = "1" }) },
    ];

    // A second earlier, and not listed yet: the same request in the same moment on another machine is what nothing can tell (docs/creation.md).
    private static string Others(Ec2Region region, JsonObject request)
    {
        region.ClockOffset = TimeSpan.FromSeconds(-1);
        string id = (string)region.Act(Create, Without(request, "DryRun"))["VpcEndpoint"]!["VpcEndpointId"]!;
        region.ClockOffset = TimeSpan.Zero;
        return id;
    }

    private static JsonObject Without(JsonObject request, string name)
    {
        JsonObject copy = request.DeepClone().AsObject();
        copy.Remove(name);
        return copy;
    }

    private static JsonObject With(JsonObject request, string name, JsonNode value)
    {
        JsonObject copy = request.DeepClone().AsObject();
        copy[name] = value;
        return copy;
    }

    private static JsonArray Reversed(JsonObject request) => [.. request["SubnetIds"]!.AsArray().Reverse().Select(id => id!.DeepClone())];

    private static void Each(Ec2Region region, Action<string> act)
    {
        foreach (string id in region.Resources("VpcEndpoints").Select(endpoint => (string)endpoint!["VpcEndpointId"]!).ToList())
        {
            act(id);
        }
    }
}
