using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Isolation;

/// <summary>The isolated parts, each loaded at first use: importing the module touches none of them.</summary>
internal static class ModuleServices
{
    private static readonly Lazy<IInputReader> LazyReader = new(
        () => IsolatedLoadContext.Create<IInputReader>("VpcEndpointTools.Readers", "VpcEndpointTools.Readers.InputReader"));

    /// <summary>Text and objects in, configurations out.</summary>
    public static IInputReader Reader => LazyReader.Value;
}
