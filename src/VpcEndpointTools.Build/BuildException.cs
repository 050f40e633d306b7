namespace VpcEndpointTools.Build;

/// <summary>Something in the sources is not as it must be.</summary>
internal sealed class BuildException(string place, string message) : Exception(message)
{
    /// <summary>The file, with a line where there is one.</summary>
    public string Place { get; } = place;
}
