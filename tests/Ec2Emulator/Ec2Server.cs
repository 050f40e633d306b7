using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using VpcEndpointTools.Emulator.Operations;
using VpcEndpointTools.Emulator.Wire;

namespace VpcEndpointTools.Emulator;

/// <summary>A strict EC2 on 127.0.0.1, for VPC endpoints and what stands around them. It ends with Dispose.</summary>
public sealed class Ec2Server : IDisposable
{
    /// <summary>The account of everything here.</summary>
    public const string AccountId = "111122223333";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Ec2Region> _regions = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<ReceivedCall> _calls = new();
    private readonly ConcurrentQueue<WireRequest> _wire = new();
    private readonly CancellationTokenSource _end = new();
    private int _current;
    private int _most;
    private int _connections;

    private Ec2Server(WebApplication app) => _app = app;

    /// <summary>The connections that were made so far, whether or not a request came over them.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Where it listens.</summary>
    public Uri Url => new(_app.Urls.Single());

    /// <summary>What shall go wrong.</summary>
    public FaultScript Faults { get; } = new();

    /// <summary>Added to every answer.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>The largest page, whatever is asked for.</summary>
    public int PageSize { get; set; } = 1000;

    /// <summary>The most requests that were under way at once.</summary>
    public int MostConcurrent => Volatile.Read(ref _most);

    /// <summary>The requests so far, as they ended.</summary>
    public IReadOnlyList<ReceivedCall> Calls => [.. _calls];

    /// <summary>The same with their headers, as they came.</summary>
    public IReadOnlyList<WireRequest> Wire => [.. _wire];

    /// <summary>Starts a server without any state.</summary>
    public static Ec2Server Start()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        Ec2Server? server = null;
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0, listen => listen.Use(next => connection =>
        {
            Interlocked.Increment(ref server!._connections);
            return next(connection);
        })));
        WebApplication app = builder.Build();
        server = new Ec2Server(app);
        app.Run(server.AnswerAsync);
        app.StartAsync().GetAwaiter().GetResult();
        return server;
    }

    /// <summary>A Region's state; empty at first.</summary>
    public Ec2Region Region(string name) => _regions.GetOrAdd(name, name => new Ec2Region(name));

    /// <summary>Forgets the calls so far.</summary>
    public void ForgetCalls()
    {
        _calls.Clear();
        _wire.Clear();
        Volatile.Write(ref _most, 0);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.Cancel();
        _app.StopAsync().GetAwaiter().GetResult();
        ((IDisposable)_app).Dispose();
        _end.Dispose();
    }

    // ...Credential=AKID/20261123/eu-west-1/ec2/aws4_request, SignedHeaders=...
    private static (string Key, string Region)? Signer(HttpRequest request)
    {
        string header = request.Headers.Authorization.ToString();
        int start = header.IndexOf("Credential=", StringComparison.Ordinal);
        string[] scope = start < 0 ? [] : header[(start + "Credential=".Length)..].Split(',')[0].Split('/');
        return scope is [var key, _, var region, ..] ? (key, region) : null;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        int now = Interlocked.Increment(ref _current);
        InterlockedMax(ref _most, now);
        try
        {
            IFormCollection form = await context.Request.ReadFormAsync(_end.Token);
            Dictionary<string, string> parameters = form.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
            string action = parameters.GetValueOrDefault("Action", string.Empty);
            _wire.Enqueue(WireRequest.Of(context.Request, parameters));
            await AnswerAsync(context, action, parameters);
        }
        catch (OperationCanceledException)
        {
            // The client went away, or the server ends.
            context.Abort();
        }
        finally
        {
            Interlocked.Decrement(ref _current);
        }
    }

    private async Task AnswerAsync(HttpContext context, string action, Dictionary<string, string> parameters)
    {
        (string Key, string Region)? signer = Signer(context.Request);
        string region = signer?.Region ?? string.Empty;
        Fault? fault = Faults.Next(action, parameters);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(_end.Token, context.RequestAborted);
        if (fault is { Kind: FaultKind.Hang or FaultKind.CutBefore })
        {
            _calls.Enqueue(new ReceivedCall(action, region, parameters, signer?.Key ?? string.Empty, fault.Kind.ToString()));
            await (fault.Kind == FaultKind.Hang ? Task.Delay(Timeout.Infinite, either.Token) : Task.CompletedTask);
            context.Abort();
            return;
        }

        if (fault is { Broken: { Acts: false } broken })
        {
            _calls.Enqueue(new ReceivedCall(action, region, parameters, signer?.Key ?? string.Empty, broken.Name));
            await broken.WriteAsync(context, string.Empty, either.Token);
            return;
        }

        if (fault?.Broken?.IgnoresToken == true)
        {
            parameters.Remove("NextToken");
        }

        await Task.Delay(Latency + (fault?.Delay ?? TimeSpan.Zero), either.Token);
        (int status, string outcome, string body) = Act(action, parameters, signer, fault?.Kind == FaultKind.FailAfter ? null : fault?.Error);
        if (fault is { Kind: FaultKind.FailAfter, Error: { } late })
        {
            (status, outcome, body) = (late.Status, nameof(FaultKind.FailAfter), AnswerWriter.Error(late));
        }

        _calls.Enqueue(new ReceivedCall(action, region, parameters, signer?.Key ?? string.Empty, fault?.Kind == FaultKind.CutAfter ? nameof(FaultKind.CutAfter) : fault?.Broken?.Name ?? outcome));
        if (fault?.Kind == FaultKind.CutAfter)
        {
            context.Abort();
            return;
        }

        if (fault?.Broken is { } unfinished)
        {
            await unfinished.WriteAsync(context, body, either.Token);
            return;
        }

        context.Response.StatusCode = status;
        DateTime now = _regions.TryGetValue(region, out Ec2Region? asked) ? asked.Now : DateTime.UtcNow;
        context.Response.Headers.Date = now.ToString("r", System.Globalization.CultureInfo.InvariantCulture);
        context.Response.ContentType = "text/xml;charset=UTF-8";
        await context.Response.WriteAsync(body, either.Token);
    }

    private (int Status, string Outcome, string Body) Act(
        string action, Dictionary<string, string> parameters, (string Key, string Region)? signer, Ec2Exception? injected)
    {
        try
        {
            if (signer is not { } known || known.Key.StartsWith("AKIAINVALID", StringComparison.Ordinal))
            {
                throw new Ec2Exception("AuthFailure", "AWS was not able to validate the provided access credentials", 401);
            }

            if (injected is not null)
            {
                throw injected;
            }

            if (action == "GetCallerIdentity")
            {
                return (200, "OK", AnswerWriter.Identity(AccountId));
            }

            if (!WireModel.Has(action))
            {
                throw new Ec2Exception("InvalidAction", $"The action {action} is not valid for this web service.");
            }

            JsonObject request = new RequestReader(parameters).Read(action);
            JsonObject answer = action == "DescribeRegions"
                ? Regions()
                : new Dispatcher(Region(known.Region), PageSize).Act(action, request);
            return (200, "OK", AnswerWriter.Answer(action, answer));
        }
        catch (Ec2Exception error)
        {
            return (error.Status, error.Code, AnswerWriter.Error(error));
        }
    }

    private JsonObject Regions() => new()
    {
        ["Regions"] = new JsonArray([.. _regions.Keys.Order(StringComparer.Ordinal).Select(name => new JsonObject
        {
            ["RegionName"] = name, ["Endpoint"] = $"ec2.{name}.amazonaws.com", ["OptInStatus"] = "opt-in-not-required",
        })]),
    };

    private static void InterlockedMax(ref int most, int value)
    {
        int seen = Volatile.Read(ref most);
        while (seen < value && Interlocked.CompareExchange(ref most, value, seen) is var before && before != seen)
        {
            seen = before;
        }
    }
}
