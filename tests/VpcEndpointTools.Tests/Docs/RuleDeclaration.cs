using System.Globalization;
using System.Management.Automation;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Docs;

/// <summary>What a rule of the built module declares about itself.</summary>
internal sealed record RuleDeclaration(
    string Id, string Title, string Severity, string Family, IReadOnlyList<string> Types, string Needs, string? AwsErrorCode, string Source, DateOnly Checked)
{
    /// <summary>All rules of the module, in the catalogue's order.</summary>
    public static IReadOnlyList<RuleDeclaration> All(ModuleSession session)
    {
        SessionAnswer answer = session.Run("[VpcEndpointTools.Evaluation.RuleCatalog]::All | ForEach-Object Info");
        Assert.Empty(answer.Errors);
        return [.. answer.Output.Select(Read)];
    }

    private static RuleDeclaration Read(PSObject info) => new(
        Text(info, "Id"),
        Text(info, "Title"),
        Text(info, "Severity"),
        Text(info, "Family"),
        [.. (IEnumerable<string>)info.Properties["EndpointTypes"].Value],
        Text(info, "Needs"),
        (string?)info.Properties["AwsErrorCode"].Value,
        Text(info, "Source"),
        (DateOnly)info.Properties["Checked"].Value);

    private static string Text(PSObject info, string name) => Convert.ToString(info.Properties[name].Value, CultureInfo.InvariantCulture)!;
}
