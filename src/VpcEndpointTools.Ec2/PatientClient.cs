using System.Net.Sockets;
using Amazon.EC2;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using VpcEndpointTools.Live;

namespace VpcEndpointTools.Ec2;

/// <summary>The SDK's EC2 client with the SDK's own retries; only throttling is given all of them.</summary>
/// <param name="credentials">Whose.</param>
/// <param name="config">Region, URL, time and retries.</param>
/// <param name="retriesThrottlingOnly">True for a call that must not be sent again where it may have been carried out.</param>
internal sealed class PatientClient(AWSCredentials credentials, AmazonEC2Config config, bool retriesThrottlingOnly = false)
    : AmazonEC2Client(credentials, config)
{
    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        PatientRetryPolicy policy = new(Config, () => retriesThrottlingOnly);
        policy.MaxBackoffInMilliseconds = (int)Pause.Of(TimeSpan.FromMilliseconds(policy.MaxBackoffInMilliseconds)).TotalMilliseconds;
        pipeline.ReplaceHandler<RetryHandler>(new RetryHandler(policy));
        CallRecorder.Install(pipeline);
    }

    // The pipeline is made by the base's constructor, so that what this class was given is asked for later.
    private sealed class PatientRetryPolicy(IClientConfig config, Func<bool> retriesThrottlingOnly) : StandardRetryPolicy(config)
    {
        // A throttled account recovers, and is given all retries. A wrong URL stays wrong and a broken server mostly broken; a person should not
        // wait minutes for them.
        private const int MostRetriesWithoutConnection = 2;
        private const int MostRetriesOfBroken = 5;

        public override bool RetryForException(IExecutionContext executionContext, Exception exception) =>
            MayRetry(executionContext, exception) && base.RetryForException(executionContext, exception);

        public override Task<bool> RetryForExceptionAsync(IExecutionContext executionContext, Exception exception) =>
            MayRetry(executionContext, exception) ? base.RetryForExceptionAsync(executionContext, exception) : Task.FromResult(false);

        private bool MayRetry(IExecutionContext context, Exception exception)
        {
            // What the SDK asks on the way has its own retries.
            if (InnerCall.Of(exception) is not null)
            {
                return false;
            }

            bool isThrottled = IsThrottlingError(exception);
            Wire.CallScope.Current?.Tell(isThrottled
                ? $"AWS throttled {InnerCall.NameOf(context.RequestContext)} until then. Wait, or give more time." : null);
            return context.RequestContext.Retries < Most(exception, isThrottled);
        }

        private int Most(Exception exception, bool isThrottled) =>
            Unreachable.Is(exception) && !retriesThrottlingOnly() ? MostRetriesWithoutConnection
            : isThrottled ? int.MaxValue
            : retriesThrottlingOnly() ? 0
            : MostRetriesOfBroken;
    }
}

/// <summary>Tells a server that cannot be reached, or another one in its place, from one that broke off.</summary>
internal static class Unreachable
{
    public static bool Is(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is TimeoutException or Wire.StalledException or Wire.NotAnAnswerException
                or SocketException
                {
                    SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData
                    or SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.TimedOut,
                })
            {
                return true;
            }
        }

        return false;
    }
}
