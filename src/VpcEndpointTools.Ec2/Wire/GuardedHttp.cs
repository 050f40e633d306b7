using System.Globalization;
using System.Net;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace VpcEndpointTools.Ec2.Wire;

/// <summary>Makes the HTTP clients of all clients of the SDK in this load context, those that the SDK makes itself included.</summary>
internal sealed class GuardedHttp : HttpClientFactory
{
    private static readonly Lazy<GuardedHttp> Installed = new(Install);

    private GuardedHttp()
    {
    }

    /// <summary>From now on the SDK uses no other.</summary>
    public static void Use() => _ = Installed.Value;

    /// <inheritdoc/>
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => 
        Create(Patience.Usual.Within(clientConfig.Timeout), new LoopbackProxy(clientConfig.GetWebProxy() ?? HttpClient.DefaultProxy));

    /// <summary>A client for what is on this machine: without any proxy, and plain http is no matter.</summary>
    public static HttpClient CreateDirect(Patience patience) => Create(patience, proxy: null, isLocal: true);

    private static HttpClient Create(Patience patience, IWebProxy? proxy, bool isLocal = false)
    {
        SocketsHttpHandler handler = new()
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            EnableMultipleHttp2Connections = true,
            UseProxy = proxy is not null,
            Proxy = proxy,
        };
        return new HttpClient(new GuardedHandler(handler, patience, isLocal)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <inheritdoc/>
    public override string? GetConfigUniqueString(IClientConfig clientConfig) =>
        clientConfig.GetWebProxy() is null ? string.Create(CultureInfo.InvariantCulture, $"guarded {clientConfig.Timeout}") : null;

    private static GuardedHttp Install()
    {
        GuardedHttp factory = new();
        AWSConfigs.HttpClientFactory = factory;
        RuntimePipelineCustomizerRegistry.Instance.Register(new SigningRegion());
        return factory;
    }

    // What is meant for this machine does not leave it, whatever http_proxy says.
    private sealed class LoopbackProxy(IWebProxy inner) : IWebProxy
    {
        public ICredentials? Credentials
        {
            get => inner.Credentials;
            set => inner.Credentials = value;
        }

        public Uri? GetProxy(Uri destination) => PlainHttp.IsLoopback(destination) ? null : inner.GetProxy(destination);

        public bool IsBypassed(Uri host) => PlainHttp.IsLoopback(host) || inner.IsBypassed(host);
    }
}
