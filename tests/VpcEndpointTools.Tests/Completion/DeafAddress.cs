using System.Net;
using System.Net.Sockets;

namespace VpcEndpointTools.Tests.Completion;

/// <summary>An address that swallows everything: nobody gets an answer, not even a refusal.</summary>
internal sealed class DeafAddress : IDisposable
{
    private readonly Socket _listener = new(SocketType.Stream, ProtocolType.Tcp);
    private readonly List<Socket> _fillers = [];

    // A listener that accepts nobody and whose queue is full.
    public DeafAddress()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(0);
        for (int i = 0; i < 4; i++)
        {
            Socket filler = new(SocketType.Stream, ProtocolType.Tcp);
            _fillers.Add(filler);
            _ = filler.ConnectAsync(_listener.LocalEndPoint!);
        }

        Thread.Sleep(100);
    }

    /// <summary>Where it is.</summary>
    public string Url => $"http://{_listener.LocalEndPoint}";

    public void Dispose()
    {
        _fillers.ForEach(filler => filler.Dispose());
        _listener.Dispose();
    }
}
