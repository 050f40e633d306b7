using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using VpcEndpointTools.Emulator.Wire;

namespace VpcEndpointTools.Emulator;

/// <summary>Another host on 127.0.0.1, which keeps all that it is sent. It ends with Dispose.</summary>
public sealed class HttpSpy : IDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<WireRequest> _requests = new();

    private HttpSpy(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public Uri Url => new(_app.Urls.Single());

    /// <summary>What it was sent.</summary>
    public IReadOnlyList<WireRequest> Requests => [.. _requests];

    /// <summary>Starts one.</summary>
    /// <param name="answer">What it answers: status, content type, text and, for a redirect, where to.</param>
    public static HttpSpy Start(Func<WireRequest, (int Status, string Type, string Text, Uri? Location)> answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        HttpSpy? spy = null;
        WebApplication app = builder.Build();
        spy = new HttpSpy(app);
        app.Run(async context =>
        {
            using StreamReader reader = new(context.Request.Body);
            WireRequest request = WireRequest.Of(context.Request, new Dictionary<string, string>()) with { Body = await reader.ReadToEndAsync() };
            spy._requests.Enqueue(request);
            (int status, string type, string text, Uri? location) = answer(request);
            context.Response.StatusCode = status;
            context.Response.ContentType = type;
            if (location is not null)
            {
                context.Response.Headers.Location = location.ToString();
            }

            await context.Response.WriteAsync(text);
        });
        app.StartAsync().GetAwaiter().GetResult();
        return spy;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _app.StopAsync().GetAwaiter().GetResult();
        ((IDisposable)_app).Dispose();
    }
}
