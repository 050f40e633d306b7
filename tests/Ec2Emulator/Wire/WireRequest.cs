using Microsoft.AspNetCore.Http;

namespace VpcEndpointTools.Emulator.Wire;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Host">Whom it was meant for.</param>
/// <param name="Method">GET, POST.</param>
/// <param name="Path">Path and query.</param>
/// <param name="Headers">Its headers.</param>
/// <param name="Body">Its body, or the form in it.</param>
public sealed record WireRequest(string Host, string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The Region in the credential scope of the signature; empty without one.</summary>
    public string SigningRegion => Headers.TryGetValue("Authorization", out string? header) && header.Split("Credential=") is [_, var rest]
        && rest.Split(',')[0].Split('/') is [_, _, var region, ..] ? region : string.Empty;

    /// <summary>True where a text stands anywhere in it.</summary>
    public bool Has(string text) =>
        Path.Contains(text, StringComparison.Ordinal) || Body.Contains(text, StringComparison.Ordinal) || Headers.Any(header => header.Value.Contains(text, StringComparison.Ordinal));

    internal static WireRequest Of(HttpRequest request, IReadOnlyDictionary<string, string> form) => new(
        request.Host.ToString(),
        request.Method,
        request.Path + request.QueryString,
        request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
        string.Join('&', form.Select(pair => $"{pair.Key}={pair.Value}")));
}
