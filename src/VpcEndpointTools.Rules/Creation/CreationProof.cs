using System.Globalization;
using VpcEndpointTools.Live;

namespace VpcEndpointTools.Creation;

/// <summary>Whether a command created an endpoint, and on what grounds.</summary>
/// <remarks>AWS answers everybody who sends a client token with the same endpoint: its answer proves which one it is, not who created it.
/// Source: https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-idempotency.html</remarks>
/// <param name="Created">Yes, No or Unknown.</param>
/// <param name="Reason">Why, as the end of a sentence that begins with "because".</param>
public sealed record CreationProof(string Created, string Reason)
{
    /// <summary>It is proved that this command created it.</summary>
    public const string Yes = "Yes";

    /// <summary>It is proved that this command did not create it.</summary>
    public const string No = "No";

    /// <summary>Neither is proved.</summary>
    public const string Unknown = "Unknown";

    // What a Date header leaves open, and what a clock that keeps time may be off.
    private static readonly TimeSpan Doubt = TimeSpan.FromSeconds(2);

    /// <summary>True for Yes.</summary>
    public bool IsYes => Created == Yes;

    /// <summary>It was there before this command sent anything.</summary>
    public static CreationProof WasThere { get; } = new(No, "it was there before");

    /// <summary>Judges an endpoint that AWS answered a creation with.</summary>
    /// <param name="answer">AWS's answer.</param>
    /// <param name="wasListed">Whether it was listed before the creation was sent; null where the list could not be read.</param>
    /// <param name="isAlone">False where another process of this machine was sending the same request.</param>
    public static CreationProof Of(CreationAnswer answer, bool? wasListed, bool isAlone)
    {
        ArgumentNullException.ThrowIfNull(answer);
        CallTrace trace = answer.Trace;
        if (wasListed == true)
        {
            return WasThere;
        }

        if (answer.CreatedAt is not { } createdAt)
        {
            return new(Unknown, "AWS's answer has no CreationTimestamp");
        }

        DateTimeOffset sent = ToMilliseconds(trace.FirstSent);
        return createdAt < sent + trace.ClockDifference - Doubt
                ? new(No, $"AWS created it at {Time(createdAt)}, before this command sent its request ({Time(sent)})")
            : wasListed is null ? new(Unknown, "the endpoints of the VPC could not be listed before")
            : !isAlone ? new(Unknown, "another process of this machine sent the same request at the same time")
            : trace.Attempts != 1
                ? new(Unknown, string.Create(CultureInfo.InvariantCulture, $"the request had to be sent {trace.Attempts} times"))
            : trace.ClockDifference != TimeSpan.Zero
                ? new(Unknown, string.Create(
                    CultureInfo.InvariantCulture,
                    $"this machine's clock is {Math.Max(0.1, trace.ClockDifference.Duration().TotalSeconds):0.#} seconds or more from AWS's"))
            : trace.ClockAheadAtMost is not { } ahead ? new(Unknown, "AWS's answers do not tell its clock (no Date header)")
            : createdAt - ahead < sent || createdAt > trace.Answered + Doubt
                ? new(Unknown, $"AWS created it at {Time(createdAt)}; the request was sent at {Time(sent)} by this machine's clock, which may be up to "
                    + $"{ahead.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture)} seconds behind AWS's")
            : new(Yes, "it was not listed before, and was created after the only request was sent");
    }

    /// <summary>Judges an endpoint that was found after a creation failed.</summary>
    /// <param name="failure">How the creation failed.</param>
    public static CreationProof Of(AwsException failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return failure.MayHaveActed
            ? new(Unknown, $"the creation ended in {failure.Id}, and AWS does not tell who created an endpoint")
            : new(No, $"AWS refused the creation ({failure.Id})");
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Created}: {Reason}";

    // AWS tells milliseconds.
    private static DateTimeOffset ToMilliseconds(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);

    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
