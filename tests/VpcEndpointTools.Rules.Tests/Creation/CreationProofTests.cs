using VpcEndpointTools.Creation;
using VpcEndpointTools.Live;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Tests.Creation;

public sealed class CreationProofTests
{
    private static readonly DateTimeOffset Sent = new(2026, 11, 27, 12, 0, 0, 500, TimeSpan.Zero);
    private static readonly CallTrace Once = new() { Attempts = 1, FirstSent = Sent, Answered = Sent.AddSeconds(1), ClockAheadAtMost = TimeSpan.Zero };

    [Fact]
    public void OnlyRequestThatIsOlderThanTheEndpointProvesIt() => Assert.Equal("Yes", Judge(Once, 200));

    [Fact]
    public void TimestampInTheSameMillisecondIsNotEarlier() =>
        Assert.Equal("Yes", CreationProof.Of(new CreationAnswer(None.Instance, Sent, Once with { FirstSent = Sent.AddTicks(4_000) }), false, true).Created);

    [Theory]
    [InlineData(-100)]
    [InlineData(-1_900)]
    [InlineData(4_000)]
    public void TimestampThatTheClockLeavesOpenIsUnknown(int milliseconds) => Assert.Equal("Unknown", Judge(Once, milliseconds));

    [Theory]
    [InlineData(-2_100)]
    [InlineData(-86_400_000)]
    public void EarlierOneIsOfOthers(int milliseconds) => Assert.Equal("No", Judge(Once, milliseconds));

    [Theory]
    [InlineData(200, 100, "Yes")]
    [InlineData(200, 200, "Yes")]
    [InlineData(200, 201, "Unknown")]
    [InlineData(900, 1_400, "Unknown")]
    [InlineData(-200, -300, "Yes")]
    public void WorstOffsetOfTheClocksCounts(int milliseconds, int ahead, string created) =>
        Assert.Equal(created, Judge(Once with { ClockAheadAtMost = TimeSpan.FromMilliseconds(ahead) }, milliseconds));

    [Fact]
    public void ClockThatIsNotToldProvesNothing() => Assert.Equal("Unknown", Judge(Once with { ClockAheadAtMost = null }, 900));

    [Fact]
    public void AnyDoubtIsUnknown()
    {
        Assert.Equal("Unknown", Judge(Once with { Attempts = 2 }, 200));
        Assert.Equal("Unknown", Judge(Once with { Attempts = 2, Unsettled = 1 }, 200));
        Assert.Equal("Unknown", Judge(Once with { ClockDifference = TimeSpan.FromSeconds(5) }, 5_200));
        Assert.Equal("Unknown", Judge(Once with { ClockDifference = TimeSpan.FromHours(-1) }, -3_600_000));
        Assert.Equal("Unknown", Judge(Once, 200, wasListed: null));
        Assert.Equal("Unknown", Judge(Once, 200, isAlone: false));
        Assert.Equal("Unknown", CreationProof.Of(new CreationAnswer(None.Instance, null, Once), false, true).Created);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(-400)]
    [InlineData(2_300)]
    public void DifferenceOfTheClocksIsNeverToldAsZero(int milliseconds)
    {
        CallTrace trace = Once with { ClockDifference = TimeSpan.FromMilliseconds(milliseconds) };
        string reason = CreationProof.Of(new CreationAnswer(None.Instance, Sent.AddMilliseconds(200), trace), false, true).Reason;
        Assert.DoesNotContain(" 0 seconds", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatWasListedBeforeWasThere() => Assert.Equal("No", Judge(Once, 200, wasListed: true));

    [Fact]
    public void AfterAFailureNothingIsEverProvedToBeOnesOwn()
    {
        Assert.Equal("No", CreationProof.Of(new AwsException(AwsErrorId.OfAws("RouteAlreadyExists"), "No.") { IsRefusal = true }).Created);
        Assert.Equal("No", CreationProof.Of(new AwsException(AwsErrorId.OfAws("RequestLimitExceeded"), "No.") { Trace = Once with { Attempts = 11 } }).Created);
        Assert.Equal("Unknown", CreationProof.Of(new AwsException(AwsErrorId.OfAws("RouteAlreadyExists"), "No.") { IsRefusal = true, Trace = Once with { Attempts = 2, Unsettled = 1 } }).Created);
        Assert.Equal("Unknown", CreationProof.Of(new AwsException(AwsErrorId.ServerError, "No.")).Created);
    }

    private static string Judge(CallTrace trace, int milliseconds, bool? wasListed = false, bool isAlone = true)
    {
        CreationProof proof = CreationProof.Of(new CreationAnswer(None.Instance, Sent.AddMilliseconds(milliseconds), trace), wasListed, isAlone);
        Assert.NotEmpty(proof.Reason);
        return proof.Created;
    }

    private sealed class None : InputNode
    {
        public static None Instance { get; } = new();

        public override InputKind Kind => InputKind.Null;

        public override string Text => string.Empty;

        public override IReadOnlyList<InputNode> Items => [];

        public override IReadOnlyList<string> Names => [];

        public override InputNode? Member(string name) => null;
    }
}
