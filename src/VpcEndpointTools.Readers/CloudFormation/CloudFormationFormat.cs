using VpcEndpointTools.Readers.Formats;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.CloudFormation;

/// <summary>CloudFormation templates, and what a CDK synthesizes.</summary>
internal sealed class CloudFormationFormat : IInputFormat
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = ["a CloudFormation template"];

    /// <inheritdoc/>
    public IReadOnlyList<string> YamlMarks { get; } = ["AWSTemplateFormatVersion", "AWS::"];

    /// <inheritdoc/>
    public bool TakesLastOfKeys => true;

    /// <inheritdoc/>
    public bool Recognises(InputNode root) => Template.Is(root);

    /// <inheritdoc/>
    public InputDocument Read(FormatInput input) => CloudFormationReader.Read(input.Root, input.Source, input.Options, input.Stop);
}
