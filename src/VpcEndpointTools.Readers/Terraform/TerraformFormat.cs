using VpcEndpointTools.Readers.Formats;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Terraform;

/// <summary>Plans and states of Terraform and OpenTofu.</summary>
internal sealed class TerraformFormat : IInputFormat
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = ["a Terraform plan or state as JSON"];

    /// <inheritdoc/>
    public IReadOnlyList<string> YamlMarks => [];

    /// <inheritdoc/>
    public bool Recognises(InputNode root) => TerraformReader.Is(root);

    /// <inheritdoc/>
    public InputDocument Read(FormatInput input) => TerraformReader.Read(input.Root, input.Source);
}
