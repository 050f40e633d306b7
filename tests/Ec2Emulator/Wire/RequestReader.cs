using System.Globalization;
using System.Text.Json.Nodes;

namespace VpcEndpointTools.Emulator.Wire;

/// <summary>Reads the flat parameters of a query request into the object that the AWS CLI would have been given.</summary>
internal sealed class RequestReader(IReadOnlyDictionary<string, string> parameters)
{
    /// <summary>The request. Throws <see cref="Ec2Exception"/> for a value of the wrong kind.</summary>
    public JsonObject Read(string action) => Structure(WireModel.Request(action), string.Empty);

    private JsonObject Structure(string shape, string prefix)
    {
        JsonObject read = [];
        foreach (WireMember member in WireModel.Members(shape))
        {
            if (Value(member.Shape, prefix + member.Query) is { } value)
            {
                read[member.Name] = value;
            }
        }

        return read;
    }

    private JsonNode? Value(string shape, string name)
    {
        if (!WireModel.IsComposite(shape))
        {
            return parameters.TryGetValue(name, out string? text) ? Scalar(shape, name, text) : null;
        }

        if (!parameters.Keys.Any(key => key.StartsWith(name + ".", StringComparison.Ordinal)))
        {
            return null;
        }

        if (WireModel.ItemOf(shape) is not { } item)
        {
            return Structure(shape, name + ".");
        }

        JsonArray list = [];
        for (int i = 1; Value(item, string.Create(CultureInfo.InvariantCulture, $"{name}.{i}")) is { } value; i++)
        {
            list.Add(value);
        }

        return list;
    }

    private static JsonValue Scalar(string shape, string name, string text) => shape switch
    {
        "boolean" => bool.TryParse(text, out bool flag) ? JsonValue.Create(flag) : throw Ec2Exception.InvalidValue(name, text),
        "integer" or "long" => long.TryParse(text, CultureInfo.InvariantCulture, out long number) ? JsonValue.Create(number) : throw Ec2Exception.InvalidValue(name, text),
        _ => JsonValue.Create(text),
    };
}
