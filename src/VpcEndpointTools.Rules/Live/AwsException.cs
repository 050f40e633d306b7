namespace VpcEndpointTools.Live;

/// <summary>AWS could not be asked, or did not answer.</summary>
/// <param name="id">One a cause, or AWS's own error code.</param>
/// <param name="message">What happened and what to do, in a sentence, without any secret.</param>
/// <param name="inner">What the SDK threw.</param>
public sealed class AwsException(AwsErrorId id, string message, Exception? inner = null) : Exception(Sentence(message), inner)
{
    /// <summary>One PascalCase noun phrase a cause, or AWS's own error code.</summary>
    public string Id => ErrorId.Name;

    /// <summary>The id with its kind.</summary>
    public AwsErrorId ErrorId { get; } = id;

    /// <summary>True where AWS answered and refused: nothing was done. Else it is not known what was.</summary>
    public bool IsRefusal { get; init; }

    /// <summary>
    /// True where this call alone failed, on a server that fails or on what is no answer: other calls may well be answered.
    /// </summary>
    public bool IsOfCall { get; init; }

    /// <summary>True where no Region will do better: no credentials, no Region, a missing profile.</summary>
    public bool IsGeneral { get; init; }

    /// <summary>How the call went over the wire; null where it was none that changes something.</summary>
    public CallTrace? Trace { get; init; }

    /// <summary>True where a call that changes something may have done so, although it ended in this exception.</summary>
    public bool MayHaveActed => Trace is null ? !IsRefusal : Trace.Unsettled > 0;

    // Our own words follow AWS's, which often end without a full stop.
    private static string Sentence(string message) => message.Length == 0 || message[^1] is '.' or '!' or '?' or ':' ? message : message + ".";

    /// <summary>The same, with how the call went.</summary>
    /// <param name="trace">How it went.</param>
    public AwsException With(CallTrace trace) => new(ErrorId, Message, InnerException)
    {
        IsRefusal = IsRefusal, IsGeneral = IsGeneral, IsOfCall = IsOfCall, Trace = trace,
    };
}
