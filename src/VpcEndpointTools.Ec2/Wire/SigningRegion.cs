using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace VpcEndpointTools.Ec2.Wire;

/// <summary>
/// Signs for the Region that is meant where a URL is configured. Of a URL that names no Region the SDK makes us-east-1, also in the
/// clients that it makes itself
/// (STS for a profile's role).
/// </summary>
internal sealed class SigningRegion : IRuntimePipelineCustomizer
{
    /// <inheritdoc/>
    public string UniqueName => "VpcEndpointTools.SigningRegion";

    /// <inheritdoc/>
    public void Customize(Type type, RuntimePipeline pipeline)
    {
        pipeline.AddHandlerBefore<Signer>(new Handler());
        if (!typeof(Amazon.EC2.AmazonEC2Client).IsAssignableFrom(type))
        {
            pipeline.AddHandler(new InnerCall.Handler());
        }
    }

    private sealed class Handler : PipelineHandler
    {
        public override void InvokeSync(IExecutionContext executionContext)
        {
            Set(executionContext.RequestContext);
            base.InvokeSync(executionContext);
        }

        public override Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            Set(executionContext.RequestContext);
            return base.InvokeAsync<T>(executionContext);
        }

        private static void Set(IRequestContext context)
        {
            if (context.ClientConfig is { AuthenticationRegion: null or "", ServiceURL.Length: > 0 }
                && CallScope.Current?.Region is { } region)
            {
                context.Request.AuthenticationRegion = region;
            }
        }
    }
}
