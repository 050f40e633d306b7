using VpcEndpointTools.Live;

namespace VpcEndpointTools.Ec2;

/// <summary>Reads an answer page by page, and ends.</summary>
internal static class Pages
{
    // A Region has not as much as ten thousand pages of anything.
    private const int MostPages = 10_000;

    /// <summary>The items of all pages. Throws <see cref="AwsException"/> where the pages never end.</summary>
    /// <param name="action">The call.</param>
    /// <param name="region">The Region.</param>
    /// <param name="readAsync">Reads the page of a token; null for the first. It is told how many items there are so far.</param>
    public static async Task<List<T>> ReadAllAsync<T>(string action, string region, Func<string?, int, Task<Page>> readAsync)
    {
        List<T> items = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        string? token = null;
        do
        {
            Page page = await readAsync(token, items.Count).ConfigureAwait(false);
            items.AddRange(page.Items?.Cast<T>() ?? []);
            token = page.NextToken;
            if (!string.IsNullOrEmpty(token) && (!seen.Add(token) || seen.Count > MostPages))
            {
                throw new AwsException(
                    AwsErrorId.RepeatedNextToken, $"ec2:{action} in {region}: the server answers the same NextToken again and again, so the "
                        + $"list has no end. Nothing of it is used.") { IsOfCall = true };
            }
        }
        while (!string.IsNullOrEmpty(token));
        return items;
    }
}
