namespace VpcEndpointTools.Reading;

/// <summary>What a template is to be read with.</summary>
/// <param name="Region">The Region of deployment; null where it is not known.</param>
/// <param name="Parameters">Values of its parameters: an object with a member for each; null for the defaults alone.</param>
public sealed record ReadingOptions(string? Region = null, InputNode? Parameters = null)
{
    /// <summary>Nothing special.</summary>
    public static ReadingOptions None { get; } = new();
}
