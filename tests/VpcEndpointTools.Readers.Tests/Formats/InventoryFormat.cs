using VpcEndpointTools.Model;
using VpcEndpointTools.Readers.Formats;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Tests.Formats;

/// <summary>A format that nobody has: a VPC and the services that it has Interface endpoints for, as JSON or YAML.</summary>
internal sealed class InventoryFormat : IInputFormat
{
    public IReadOnlyList<string> Names { get; } = ["an inventory of endpoints"];

    public IReadOnlyList<string> YamlMarks { get; } = ["inventory:"];

    public bool Recognises(InputNode root) => root.Kind == InputKind.Object && root.Member("inventory") is { Kind: InputKind.Object };

    public InputDocument Read(FormatInput input)
    {
        InputNode inventory = input.Root.Member("inventory")!;
        return inventory.Member("services") is not { Kind: InputKind.List } services
            ? new InputDocument { Problems = [new InputProblem("InvalidInventory", $"no services. Expected {input.Expected}", input.Source)] }
            : new InputDocument
            {
                Configs =
                [
                    .. services.Items.Select(service => new EndpointConfig
                    {
                        Target = $"{input.Source}:{service.Text}", VpcEndpointType = EndpointTypes.Interface,
                        VpcId = inventory.Member("vpc")?.Text, ServiceName = $"com.amazonaws.{input.Options.Region}.{service.Text}",
                    }),
                ],
            };
    }
}
