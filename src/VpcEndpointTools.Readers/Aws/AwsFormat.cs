using VpcEndpointTools.Readers.Formats;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Aws;

/// <summary>What the AWS CLI and AWS.Tools take and answer, one or many of them.</summary>
internal sealed class AwsFormat : IInputFormat
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } =
        ["a create-vpc-endpoint request (or an array of them)", "a describe-vpc-endpoints answer", "a snapshot with VpcEndpoints"];

    /// <inheritdoc/>
    public IReadOnlyList<string> YamlMarks => [];

    /// <summary>True for anything: what an item is, and what is wrong with it, is told item by item.</summary>
    public bool Recognises(InputNode root) => true;

    /// <inheritdoc/>
    public InputDocument Read(FormatInput input)
    {
        DocumentBuilder document = new(input.Source, input.Expected);
        document.AddRoot(input.Root);
        return document.Build();
    }
}
