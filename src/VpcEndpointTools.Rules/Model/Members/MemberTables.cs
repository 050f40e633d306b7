using System.Globalization;
using System.Text;

namespace VpcEndpointTools.Model.Members;

/// <summary>The rows as tables in Markdown, for the page on what goes in and comes out.</summary>
internal static class MemberTables
{
    /// <summary>Both tables.</summary>
    public static string Markdown()
    {
        StringBuilder page = new();
        page.Append(
            """

            # What a snapshot has

            The members of a snapshot are those of AWS's own answers. "all of" says what a complete snapshot lists; a member that a template
            contributes is joined with the snapshot given beside it.

            | member | AWS CLI | all of | from a template |
            | --- | --- | --- | --- |

            """);
        foreach (SnapshotMember member in SnapshotMembers.All)
        {
            page.Append(
                CultureInfo.InvariantCulture, $"| `{member}` | {member.Command} | {Scope(member)} | {Mark(member.IsFromTemplate)} |\n");
        }

        page.Append(
            """

            # What an endpoint has

            "compared": a request that states it wants an existing endpoint to have it so. "changed": ModifyVpcEndpoint takes it; what a
            type of endpoint can change is less.

            | member | is | request | AWS.Tools | Terraform | CloudFormation | compared | changed |
            | --- | --- | --- | --- | --- | --- | --- | --- |

            """);
        foreach (EndpointMember member in EndpointMembers.All)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"| `{member}` | {member.KindName} | {Code(member.IsInRequest ? member.RequestMember : null)} | "
                + $"{Code(member.AwsToolsParameter)} | {Code(member.Terraform?.Name)} | "
                + $"{Code(member.IsInCloudFormation ? member.FullName : null)} | {Mark(member.IsCompared)} | "
                + $"{Mark(member.ChangesWith is not null)} |\n");
        }

        return page.ToString().ReplaceLineEndings("\n");
    }

    private static string Scope(SnapshotMember member) => member.IsOfRegion ? "the Region" : "the VPC";

    private static string Mark(bool isSo) => isSo ? "yes" : string.Empty;

    private static string Code(string? name) => name is null ? string.Empty : $"`{name}`";
}
