using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using VpcEndpointTools.Live;

namespace VpcEndpointTools.Ec2;

/// <summary>Records how a call goes over the wire, for whoever has to know whether it was carried out and by whom.</summary>
/// <remarks>It belongs to the flow of one call, not to the client, which may serve others.</remarks>
internal sealed class CallRecorder
{
    // A Date header tells whole seconds, and some servers renew it once a second.
    private static readonly TimeSpan DateStep = TimeSpan.FromSeconds(2);
    private static readonly AsyncLocal<CallRecorder?> Flow = new();

    private DateTimeOffset _sent;
    private DateTimeOffset _answered;
    private DateTimeOffset _lastSent;
    private TimeSpan _clockDifference;
    private TimeSpan? _clockAheadAtMost;
    private int _attempts;
    private int _unsettled;

    private CallRecorder()
    {
    }

    /// <summary>That of the call under way; null where none is wanted.</summary>
    public static CallRecorder? Current => Flow.Value;

    /// <summary>How the call went so far.</summary>
    public CallTrace Trace => new()
    {
        Attempts = _attempts, Unsettled = _unsettled, FirstSent = _sent, Answered = _answered, ClockDifference = _clockDifference,
        ClockAheadAtMost = _clockAheadAtMost,
    };

    /// <summary>Records the calls of this flow from now on.</summary>
    public static CallRecorder Start() => Flow.Value = new CallRecorder();

    /// <summary>Puts the recording into a client's pipeline: inside its retries, and right before the wire.</summary>
    public static void Install(RuntimePipeline pipeline)
    {
        pipeline.AddHandlerAfter<RetryHandler>(new AttemptHandler());
        pipeline.AddHandlerBefore<HttpHandler<HttpContent>>(new WireHandler());
    }

    private void Send()
    {
        _lastSent = DateTimeOffset.UtcNow;
        _sent = _attempts++ == 0 ? _lastSent : _sent;
    }

    private static DateTimeOffset? DateOf(IWebResponseData? answer) =>
        answer?.IsHeaderPresent("Date") == true
        && DateTimeOffset.TryParseExact(
            answer.GetHeaderValue("Date"), "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date)
            ? date : null;

    private void Answer(DateTimeOffset? dated, TimeSpan? aheadAtMost)
    {
        (_answered, _clockAheadAtMost) = (DateTimeOffset.UtcNow, aheadAtMost);
        if (dated is { } date)
        {
            // The answer was made between the sending and now, and its clock was within a step of the header.
            TimeSpan least = date - _answered;
            TimeSpan most = date + DateStep - _lastSent;
            _clockDifference = least > TimeSpan.Zero ? least : most < TimeSpan.Zero ? most : TimeSpan.Zero;
        }
    }

    // What AWS refuses, and what it throttles, it does not do.
    private static bool IsSettled(Exception exception) =>
        exception is AmazonServiceException { ErrorCode.Length: > 0 } service
        && (Problems.IsThrottled(service) || (int)service.StatusCode is >= 400 and < 500);

    private sealed class AttemptHandler : PipelineHandler
    {
        public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            CallRecorder? recorder = Current;
            int before = recorder?._attempts ?? 0;
            try
            {
                return await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
            }
            catch (Exception exception) when (recorder is not null && recorder._attempts > before && !IsSettled(exception))
            {
                recorder._unsettled++;
                throw;
            }
        }
    }

    private sealed class WireHandler : PipelineHandler
    {
        public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            CallRecorder? recorder = Current;
            recorder?.Send();
            string host = executionContext.RequestContext.Request.Endpoint?.Authority ?? string.Empty;
            DateTimeOffset sent = DateTimeOffset.UtcNow;
            try
            {
                T answer = await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
                Tell(recorder, host, sent, executionContext.ResponseContext.HttpResponse);
                return answer;
            }
            catch (HttpErrorResponseException exception)
            {
                Tell(recorder, host, sent, exception.Response);
                throw;
            }
        }

        // Each answer tells of the clock: the more there are, the less is in doubt.
        private static void Tell(CallRecorder? recorder, string host, DateTimeOffset sent, IWebResponseData? answer)
        {
            DateTimeOffset? date = DateOf(answer);
            if (date is { } known)
            {
                ClockSight.Saw(host, known + DateStep - sent);
            }

            recorder?.Answer(date, ClockSight.AheadAtMost(host));
        }
    }
}
