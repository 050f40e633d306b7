using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using VpcEndpointTools.Model;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Creation;

/// <summary>The client token of a request: the same request has the same one, in every process, so that it makes one endpoint however often it is
/// sent.</summary>
/// <remarks>Tags are no part of it: a request that differs in its tags alone means the same endpoint, and EC2 answers it with
/// IdempotentParameterMismatch instead of creating a second one. EC2 remembers a token after the endpoint is gone: then the next generation serves.
/// Source: CreateVpcEndpoint, ClientToken, at most 64 characters;
/// https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-idempotency.html</remarks>
public static class CreationToken
{
    /// <summary>The token of a generation.</summary>
    /// <param name="request">The request, complete.</param>
    /// <param name="region">Where it is sent.</param>
    /// <param name="generation">From 0, one more for each endpoint of this request that is gone.</param>
    public static string Of(EndpointConfig request, string region, int generation)
    {
        ArgumentNullException.ThrowIfNull(request);
        BuiltNode settings = EndpointRequest.Of(CanonicalRequest.Of(request), onlySettings: true);
        return Hash(generation.ToString(CultureInfo.InvariantCulture), region, settings);
    }

    /// <summary>The token of the dry run, never that of a creation: a server that ignores DryRun creates one endpoint however often it is asked.</summary>
    /// <param name="request">The request, complete.</param>
    /// <param name="region">Where it is sent.</param>
    public static string OfDryRun(EndpointConfig request, string region)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Hash("DryRun", region, EndpointRequest.Of(CanonicalRequest.Of(request)));
    }

    // As JSON, so that no value can run into the next one; and what is sent is what is hashed.
    private static string Hash(string generation, string region, InputNode request)
    {
        ArrayBufferWriter<byte> text = new();
        using (Utf8JsonWriter writer = new(text))
        {
            writer.WriteStartArray();
            writer.WriteStringValue(generation);
            writer.WriteStringValue(region);
            InputNodeJson.Write(request, writer);
            writer.WriteEndArray();
        }

        return Convert.ToHexString(SHA256.HashData(text.WrittenSpan));
    }
}
