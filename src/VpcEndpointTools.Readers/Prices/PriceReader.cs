using System.Globalization;
using System.Text.Json;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Prices;

/// <summary>Reads AWS's own price files. Offers are large (that of Amazon EC2 hundreds of MB), so what has nothing to do with endpoints is passed over unparsed.</summary>
internal static class PriceReader
{
    public static PriceDocument Read(byte[] json, string source, CancellationToken cancellationToken)
    {
        PriceCollector prices = new(source);
        try
        {
            Utf8JsonReader reader = new(json);
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartArray)
            {
                ReadProducts(ref reader, prices, cancellationToken);
            }
            else if (!ReadObject(json, prices, cancellationToken))
            {
                return Problem(new InputProblem(
                    "NotAPriceList", $"no products and no PriceList in it. Expected {PriceDocument.Expected}", source));
            }
        }
        catch (JsonException exception)
        {
            return Problem(new InputProblem("InvalidJson", $"not JSON: {exception.Message}", source, (int?)exception.LineNumber + 1, (int?)exception.BytePositionInLine + 1));
        }

        return prices.IsEmpty
            ? Problem(new InputProblem(
                "NoPrices",
                $"no price of an endpoint or a NAT gateway in it. Expected {PriceDocument.Expected} of AmazonVPC, or of AmazonEC2 with the "
                + "family NAT Gateway",
                source))
            : new PriceDocument { Prices = prices.Entries(), Warnings = prices.Warnings };
    }

    private static PriceDocument Problem(InputProblem problem) => new() { Problem = problem };

    // The terms stand behind the products, but nobody promises that: two passes.
    private static bool ReadObject(byte[] json, PriceCollector prices, CancellationToken cancellationToken)
    {
        bool isKnown = false;
        Utf8JsonReader reader = new(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            switch (name)
            {
                case "offerCode" when reader.TokenType == JsonTokenType.String:
                    prices.Offer = reader.GetString();
                    break;
                case "publicationDate" when reader.TokenType == JsonTokenType.String:
                    prices.Published = reader.GetString();
                    break;
                case "products" when reader.TokenType == JsonTokenType.StartObject:
                    isKnown = true;
                    ReadMembers(ref reader, _ => true, (sku, product) => prices.AddProduct(sku, product), cancellationToken);
                    break;
                case "PriceList" when reader.TokenType == JsonTokenType.StartArray:
                    isKnown = true;
                    ReadProducts(ref reader, prices, cancellationToken);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        ReadTerms(json, prices, cancellationToken);
        return isKnown;
    }

    private static void ReadTerms(byte[] json, PriceCollector prices, CancellationToken cancellationToken)
    {
        Utf8JsonReader reader = new(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isTerms = reader.ValueTextEquals("terms");
            reader.Read();
            if (!isTerms || reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool isOnDemand = reader.ValueTextEquals("OnDemand");
                reader.Read();
                if (isOnDemand && reader.TokenType == JsonTokenType.StartObject)
                {
                    ReadMembers(ref reader, prices.Wants, prices.AddTerms, cancellationToken);
                }
                else
                {
                    reader.Skip();
                }
            }
        }
    }

    private static void ReadMembers(ref Utf8JsonReader reader, Func<string, bool> wants, Action<string, JsonElement> take, CancellationToken cancellationToken)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            cancellationToken.ThrowIfCancellationRequested();
            string name = reader.GetString()!;
            reader.Read();
            if (wants(name))
            {
                using JsonDocument value = JsonDocument.ParseValue(ref reader);
                take(name, value.RootElement);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    // Each product of get-products is a JSON text of its own, unless somebody unpacked it.
    private static void ReadProducts(ref Utf8JsonReader reader, PriceCollector prices, CancellationToken cancellationToken)
    {
        int number = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using JsonDocument item = JsonDocument.ParseValue(ref reader);
            using JsonDocument? unpacked = item.RootElement.ValueKind == JsonValueKind.String ? JsonDocument.Parse(item.RootElement.GetString()!) : null;
            JsonElement whole = unpacked?.RootElement ?? item.RootElement;
            string sku = (++number).ToString(CultureInfo.InvariantCulture);
            if (whole.ValueKind == JsonValueKind.Object && whole.TryGetProperty("product", out JsonElement product) && whole.TryGetProperty("terms", out JsonElement terms))
            {
                prices.AddProduct(sku, product, Text(whole, "serviceCode"), Text(whole, "publicationDate"));
                if (prices.Wants(sku) && terms.ValueKind == JsonValueKind.Object && terms.TryGetProperty("OnDemand", out JsonElement onDemand))
                {
                    prices.AddTerms(sku, onDemand);
                }
            }
        }
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
