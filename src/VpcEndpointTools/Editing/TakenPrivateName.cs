using VpcEndpointTools.Live;

namespace VpcEndpointTools.Editing;

/// <summary>AWS's refusal of a private DNS name that a hosted zone of the VPC has.</summary>
/// <remarks>The private hosted zone of an endpoint that was deleted lives on for a while, and has the name until then. EC2 says so by its
/// general code: "InvalidParameter: private-dns-enabled cannot be set because there is already a conflicting DNS domain for ... in the
/// VPC". Sources: hashicorp/terraform-provider-aws#17535 and #7148; ConflictingDomainExists is Route 53's code.</remarks>
internal static class TakenPrivateName
{
    private const string Code = "ConflictingDomainExists";
    private const string Words = "conflicting DNS domain";

    /// <summary>True for that refusal.</summary>
    public static bool Is(AwsException exception) =>
        exception.Id == Code
        || (exception.Id == "InvalidParameter" && exception.Message.Contains(Words, StringComparison.OrdinalIgnoreCase));

    /// <summary>What is told once while it is waited for.</summary>
    /// <param name="what">What needs the name.</param>
    /// <param name="exception">The refusal.</param>
    public static string Warning(string what, AwsException exception) =>
        $"{what}: the private DNS name is taken ({exception.Id}). The hosted zone of a deleted endpoint gives it free after a while; another "
        + "private hosted zone of the VPC does not. The request is sent again until the name is free or the time is over.";
}
