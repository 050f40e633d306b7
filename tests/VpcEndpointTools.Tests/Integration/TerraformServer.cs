using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Integration;

/// <summary>One moto for the Terraform tests of a class, started by the first that needs it, and a folder for what comes out.</summary>
public sealed class TerraformServer : IDisposable
{
    private readonly Lazy<MotoServer> _moto = new(() => new MotoServer());
    private readonly TemporaryFolder _folder = new();

    internal MotoServer Moto => _moto.Value;

    /// <summary>Writes a plan or a state into a file and gives its path.</summary>
    public string Keep(string name, string content) => _folder.Write(name, content);

    public void Dispose()
    {
        if (_moto.IsValueCreated)
        {
            _moto.Value.Dispose();
        }

        _folder.Dispose();
    }
}
