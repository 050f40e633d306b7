using System.Globalization;
using VpcEndpointTools.Model;
using VpcEndpointTools.Model.Members;
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

        Regions regions = new(configuration, [.. resources.All.Concat(resources.Deleted)]);
        TemplateParts template = new(source, new StandInIds()) { Region = regions.Of(null) };
        TerraformParts parts = new(template, resources, new References(configuration, resources.All), new Candidates(configuration, resources.All));
        EndpointTranslator endpoints = new(parts, regions);
        endpoints.Translate();
        new NetworkTranslator(parts).Translate();
        new SecurityTranslator(parts).Translate();
        new AclTranslator(parts).Translate();
        new RoutingTranslator(parts).Translate();
        foreach (InputProblem problem in resources.Problems)
        {
            template.Complain(problem);
        }

        foreach (EndpointMember member in EndpointMembers.InRequest.Where(member => member.Terraform is not null))
        {
            template.Ids.Call(member.Name, member.Terraform!.Name);
        }

        foreach ((string group, string block) in EndpointTranslator.Blocks)
        {
            template.Ids.Call(group, block);
        }

        InputDocument read = template.Build();
        StandIns names = template.Ids.Names();
        InputProblem[] problems =
        [
            .. read.Problems.Select(problem => problem with
            {
                Message = names.Say(problem.Message).Replace(".Tags ", ".tags ", StringComparison.Ordinal),
            }),
        ];
        string[] nothing = endpoints.Count > 0 || problems.Length > 0 ? [] : [$"{source}: {Nothing(resources, form)}"];
        return new InputDocument { Configs = read.Configs, Snapshot = read.Snapshot, Problems = problems, Warnings = [.. read.Warnings, .. nothing] };
    }

    // In CI a plan that deletes all, or is of other things, is no mistake.
    private static string Nothing(PlanResources resources, Form form)
    {
        int deleted = resources.Deleted.Count(resource => resource is { Type: "aws_vpc_endpoint", IsData: false });
        string what = form == Form.Plan ? "plan" : "state";
        return deleted == 0
            ? $"the Terraform {what} has no aws_vpc_endpoint, so there is nothing to test."
            : string.Create(CultureInfo.InvariantCulture, $"the Terraform {what} deletes its aws_vpc_endpoint resources ({deleted}), so there is nothing to test.");
    }

    private static InputDocument Problem(string id, string message, string source, InputNode where) =>
        new() { Problems = [new InputProblem(id, message, source, where.Line, where.Column)] };
}
