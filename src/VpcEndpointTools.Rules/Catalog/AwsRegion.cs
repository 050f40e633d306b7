namespace VpcEndpointTools.Catalog;

/// <summary>A Region of AWS, for names that are offered. A Region that is not among them is no error: AWS opens new ones.</summary>
/// <param name="Name">Its name, such as eu-west-1.</param>
/// <param name="Title">What people call it, such as Europe (Ireland).</param>
public sealed record AwsRegion(string Name, string Title)
{
    private static readonly Lazy<AwsRegion[]> Table = new(() => [.. EmbeddedTable.Read("regions.tsv").Select(row => new AwsRegion(row["region"], row["title"]))]);

    /// <summary>The Regions that were known when this was built. Source: AWSSDK.Core, of the version in the table.</summary>
    public static IReadOnlyList<AwsRegion> Shipped => Table.Value;

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Title}";
}
