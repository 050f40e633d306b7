using System.Text.RegularExpressions;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Terraform;

/// <summary>The Regions of providers: what a provider is set to, else what its resources and data sources tell.</summary>
/// <remarks>A provider may take its Region from a local value, which no plan shows, or from the environment.</remarks>
internal sealed partial class Regions(Configuration configuration, IReadOnlyList<TerraformResource> resources)
{
    private readonly Dictionary<string, string?> _told = new(StringComparer.Ordinal);

    /// <summary>The Region of a resource's provider; of the default provider without a resource. Null where nothing tells it.</summary>
    public string? Of(TerraformResource? resource)
    {
        string provider = configuration.Provider(resource);
        if (!_told.TryGetValue(provider, out string? region))
        {
            _told[provider] = region = configuration.Region(provider) ?? Told(provider);
        }

        return region;
    }

    /// <summary>The Region in an ARN of Amazon EC2; null in any other.</summary>
    public static string? OfArn(InputNode? arn) =>
        arn is { Kind: InputKind.Text } && arn.Text.Split(':') is ["arn", _, "ec2", { Length: > 0 } region, ..] ? region : null;

    // Two that contradict one another tell nothing.
    private string? Told(string provider)
    {
        string[] all = [.. resources.Where(resource => configuration.Provider(resource) == provider).Select(Tells).OfType<string>().Distinct(StringComparer.Ordinal)];
        return all is [var only] ? only : null;
    }

    private static string? Tells(TerraformResource resource)
    {
        // Since version 6 of the provider a resource may be in another Region than its provider.
        if ((resource.Values ?? resource.Before) is not { } values || resource.Expression("region") is not null)
        {
            return null;
        }

        return resource.Type switch
        {
            // Asked for by name it may be any Region.
            "aws_region" => resource.Expression("name") is null && resource.Expression("endpoint") is null
                ? Text(values, "region") ?? Text(values, "name") ?? Text(values, "id")
                : null,
            "aws_availability_zones" => Text(values, "region") ?? Text(values, "id"),
            "aws_subnet" or "aws_default_subnet" => OfArn(values.Member("arn")) ?? OfZone(Text(values, "availability_zone")),
            _ => OfArn(values.Member("arn")),
        };
    }

    // eu-west-1a, and us-west-2-lax-1a of a Local Zone: https://docs.aws.amazon.com/local-zones/latest/ug/available-local-zones.html
    private static string? OfZone(string? zone) => zone is not null && Zone().Match(zone) is { Success: true } match ? match.Groups["region"].Value : null;

    private static string? Text(InputNode values, string name) =>
        values.Member(name) is { Kind: InputKind.Text, Text: not "" } text ? text.Text : null;

    [GeneratedRegex("^(?<region>[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2})([a-z]|-[a-z]{3,4}-[0-9]{1,2}[a-z])$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Zone();
}
