using System.Text;
using VpcEndpointTools.Ec2;
using VpcEndpointTools.Emulator;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Live;
using VpcEndpointTools.Model;
using VpcEndpointTools.Model.Members;
using VpcEndpointTools.Readers;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Tests;

/// <summary>A member of a snapshot is one row: a made-up one is read, joined, judged, asked for and shown, with nothing else
/// changed.</summary>
public sealed class SnapshotMemberTests
{
    private static readonly SnapshotMember<InternetGateway> Gateways = MadeUp.InternetGateways;

    [Fact]
    public void ItIsReadFromASnapshot()
    {
        InputDocument read = Read("""{ "InternetGateways": [{ "InternetGatewayId": "igw-1", "OwnerId": "111122223333" }] }""");
        Assert.Empty(read.Problems);
        Assert.Empty(read.Warnings);
        Assert.Equal([new InternetGateway("igw-1", "111122223333")], Gateways.Of(read.Snapshot!)!);
    }

    [Fact]
    public void ItsFormIsCheckedAtItsPlace()
    {
        InputProblem problem = Assert.Single(Read("""{ "InternetGateways": [{ "OwnerId": "1" }] }""").Problems);
        Assert.Contains("InternetGateways[0].InternetGatewayId must be there", problem.Message, StringComparison.Ordinal);
        Assert.Equal(1, problem.Line);
    }

    [Fact]
    public void ItIsJoinedWithATemplates()
    {
        NetworkSnapshot given = Gateways.With(new NetworkSnapshot { Region = "eu-west-1" }, [new InternetGateway("igw-1", default)]);
        TemplateSurroundings around = new() { Parts = Gateways.With(new NetworkSnapshot(), [new InternetGateway("igw-2", default)]) };
        Assert.Equal(["igw-1", "igw-2"], Gateways.Of(around.With(given)!)!.Select(gateway => gateway.Id.Known));
        Assert.Single(Gateways.Of(given)!);
        Assert.Equal("igw-2", Assert.Single(Gateways.Of(around.With(new NetworkSnapshot())!)!).Id.Known);

        // A part of what a complete snapshot lacks is not the whole of it.
        Assert.Null(Gateways.Of(around.With(new NetworkSnapshot { Complete = SnapshotCompleteness.Everything })!));
    }

    [Fact]
    public void WhatItListsIsJudgedByItsRow()
    {
        NetworkSnapshot known = Gateways.With(new NetworkSnapshot { Complete = SnapshotCompleteness.Of(["vpc-1"]) }, [new InternetGateway("igw-1", default)]);
        Assert.True(In(known).ListsAll(Gateways));
        Assert.False(In(known, "vpc-2").ListsAll(Gateways));
        Assert.False(In(known with { Complete = SnapshotCompleteness.Partial }).ListsAll(Gateways));
        Assert.False(In(Gateways.With(known, null)).ListsAll(Gateways));

        NetworkSnapshot vague = Gateways.With(known, [new InternetGateway(Value<string>.Unknown("!Ref G"), default)]);
        Assert.True(vague.Index.IsBlurred(Gateways));
        Assert.False(In(vague).ListsAll(Gateways));
        Assert.Equal("InternetGateways in the snapshot", In(new NetworkSnapshot()).NoSnapshot(Gateways).What);
        Assert.Equal("a snapshot with InternetGateways, marked Complete", new RuleContext(new EndpointConfig()).NotComplete(Gateways).What);

        // What belongs to the Region is all there where any VPC is.
        Assert.True(In(MadeUp.Regions.With(known, ["eu-west-1"]), "vpc-2").ListsAll(MadeUp.Regions));
    }

    [Fact]
    public async Task EC2IsAskedForIt()
    {
        using Ec2Server server = Ec2Server.Start();
        server.Region("eu-west-1").Load([]);
        Assert.True(SnapshotRequest.Everything.HasFlag(MadeUp.Need));
        SnapshotRequest request = new("eu-west-1") { Needs = MadeUp.Need };
        AwsConnection connection = new() { AccessKey = "AKIAEXAMPLE", SecretKey = "secret", EndpointUrl = server.Url.ToString() };
        Unseen unseen = new();
        InputNode answer = await new Ec2Network().ReadSnapshotAsync(connection, request, unseen, CancellationToken.None);
        Assert.Contains("DescribeInternetGateways", server.Calls.Select(call => call.Action));

        // The server does not have this call, which is told with the member's name; it has the other.
        Assert.Contains("DescribeInternetGateways, so InternetGateways stay unknown", Assert.Single(unseen.Messages), StringComparison.Ordinal);
        Assert.Contains("eu-west-1", MadeUp.Regions.Of(new InputReader().Read(answer, "EC2").Snapshot!)!.Select(region => region.Known));
    }

    [Fact]
    public void ItIsOnThePage()
    {
        string page = MemberTables.Markdown();
        Assert.Contains("| `InternetGateways` | ec2 describe-internet-gateways | the VPC | yes |\n", page, StringComparison.Ordinal);
        Assert.Contains("| `Regions` | ec2 describe-regions | the Region |  |\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryRowIsWholeAndHasItsProperty()
    {
        SnapshotMember[] shipped = [.. SnapshotMembers.All.Where(member => member != Gateways && member != MadeUp.Regions)];
        Assert.All(shipped, member => Assert.NotNull(typeof(NetworkSnapshot).GetProperty(member.Name)));
        Assert.All(shipped, member => Assert.True(member.Need != RuleNeeds.None && (member.Ec2 is null) != (member.OtherCommand is null)));
        Assert.Equal(SnapshotMembers.All.Count, SnapshotMembers.All.Select(member => member.Name).Distinct(StringComparer.Ordinal).Count());

        // The other way round: a list of the snapshot without a row would be read and joined by nobody.
        Assert.All(
            typeof(NetworkSnapshot).GetProperties().Where(property => property.PropertyType.IsGenericType && property.Name is not ("Others" or "PartialMembers")),
            property => Assert.Contains(property.Name, shipped.Select(member => member.Name)));
    }

    private static RuleContext In(NetworkSnapshot snapshot, string vpc = "vpc-1") => new(new EndpointConfig { VpcId = vpc }, snapshot);

    private static InputDocument Read(string json) =>
        new InputReader().Read(new MemoryStream(Encoding.UTF8.GetBytes(json)), "snapshot.json", CancellationToken.None);

    private sealed class Unseen : IAwsMonitor
    {
        private readonly Lock _lock = new();

        public List<string> Messages { get; } = [];

        void IAwsMonitor.Called(string action, string region, string detail)
        {
        }

        void IAwsMonitor.Answered(string region, int answered, int known)
        {
        }

        void IAwsMonitor.Unseen(string message)
        {
            lock (_lock)
            {
                Messages.Add(message);
            }
        }
    }
}
