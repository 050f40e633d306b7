namespace VpcEndpointTools.Live;

/// <summary>How a call that changes something went over the wire: what decides who did it, and whether it was done at all.</summary>
public sealed record CallTrace
{
    /// <summary>How often the request was sent, retries included.</summary>
    public int Attempts { get; init; }

    /// <summary>How many of these may have been carried out all the same: no answer, half an answer, a server error that is no throttling.</summary>
    public int Unsettled { get; init; }

    /// <summary>When the request was first sent, by this machine's clock.</summary>
    public DateTimeOffset FirstSent { get; init; }

    /// <summary>When the last answer came, by this machine's clock.</summary>
    public DateTimeOffset Answered { get; init; }

    /// <summary>How far AWS's clock is ahead of this machine's, at the least, by the Date header of its answers; zero where both can be the same,
    /// or there was no such header.</summary>
    /// <remarks>A Date header tells whole seconds and some servers renew it once a second: differences below two seconds are not seen.</remarks>
    public TimeSpan ClockDifference { get; init; }

    /// <summary>How far AWS's clock may be ahead of this machine's, at the most, by the Date headers of its answers in the last minute; null
    /// without such a header.</summary>
    public TimeSpan? ClockAheadAtMost { get; init; }
}

/// <summary>What AWS answered to a creation.</summary>
/// <param name="Endpoint">The endpoint in AWS's words.</param>
/// <param name="CreatedAt">Its CreationTimestamp, to the millisecond; null where AWS did not say.</param>
/// <param name="Trace">How the call went.</param>
public sealed record CreationAnswer(Reading.InputNode Endpoint, DateTimeOffset? CreatedAt, CallTrace Trace);
