using VpcEndpointTools.Readers.Templates;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Terraform;

/// <summary>Reads what Terraform and OpenTofu say as JSON: a plan or a state ('terraform show -json'), or a state as it is stored ('terraform state pull').</summary>
internal static class TerraformReader
{
    private static readonly string[] Versions = ["format_version", "terraform_version"];

    private enum Form
    {
        None,
        Plan,
        State,
        RawState,
    }

    /// <summary>True for a document of Terraform's.</summary>
    public static bool Is(InputNode root) => FormOf(root) != Form.None;

    /// <summary>What a document of Terraform's holds.</summary>
    /// <param name="root">The document.</param>
    /// <param name="source">What to call it.</param>
    public static InputDocument Read(InputNode root, string source) => Read(root, source, FormOf(root));

    private static Form FormOf(InputNode root)
    {
        if (root.Kind != InputKind.Object)
        {
            return Form.None;
        }

        if (root.Member("format_version") is { Kind: InputKind.Text or InputKind.Number })
        {
            // A state without resources has nothing but its version.
            return Has(root, "planned_values") || Has(root, "resource_changes") ? Form.Plan
                : Has(root, "values") || root.Names.All(Versions.Contains) ? Form.State
                : Form.None;
        }

        return root.Member("version") is { Kind: InputKind.Number, Text: "4" } && Has(root, "resources") && Has(root, "terraform_version") ? Form.RawState : Form.None;
    }

    private static bool Has(InputNode root, string name) => root.Member(name) is { Kind: not InputKind.Null };

    private static InputDocument Read(InputNode root, string source, Form form)
    {
        if (root.Member("format_version") is { } version && version.Text.Split('.')[0] is not ("0" or "1"))
        {
            return Problem("UnsupportedTerraformFormat", $"format_version {version.Text} of Terraform's JSON; 0 and 1 are read.", source, version);
        }

        PlanResources resources = new(root, source);
        switch (form)
        {
            case Form.Plan:
                resources.ReadPlan();
                break;
            case Form.State:
                resources.ReadState();
                break;
            default:
                resources.ReadRawState();
                break;
        }

        Configuration configuration = new(root);
        foreach (TerraformResource resource in resources.All.Concat(resources.Deleted))
        {
            resource.Configuration = configuration.Block(resource);
        }

        TemplateParts template = new(source, new StandInIds()) { Region = configuration.Region(null) };
        TerraformParts parts = new(template, resources, new References(configuration, resources.All));
        EndpointTranslator endpoints = new(parts, configuration);
        endpoints.Translate();
        new NetworkTranslator(parts).Translate();
        new SecurityTranslator(parts).Translate();
        new AclTranslator(parts).Translate();
        new RoutingTranslator(parts).Translate();
        foreach (InputProblem problem in resources.Problems)
        {
            template.Complain(problem);
        }

        InputDocument read = template.Build();
        return endpoints.Count > 0 || read.Problems.Count > 0
            ? read
            : Problem("NothingToTest", $"a Terraform {(form == Form.Plan ? "plan" : "state")} without an aws_vpc_endpoint that stays: there is nothing to test.", source, root);
    }

    private static InputDocument Problem(string id, string message, string source, InputNode where) =>
        new() { Problems = [new InputProblem(id, message, source, where.Line, where.Column)] };
}
