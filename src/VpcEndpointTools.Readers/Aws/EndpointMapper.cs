using VpcEndpointTools.Model;
using VpcEndpointTools.Model.Members;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Aws;

/// <summary>Reads an endpoint: a create-vpc-endpoint request, an entry of a describe answer, or an object with their properties.</summary>
internal static class EndpointMapper
{
    /// <summary>Throws <see cref="InputException"/> where a member has the wrong form.</summary>
    /// <param name="reader">The endpoint.</param>
    /// <param name="place">What to call it if it has neither id nor name.</param>
    public static EndpointConfig Read(NodeReader reader, string place)
    {
        bool isExisting = reader.Find("VpcEndpointId", "State", "CreationTimestamp", "OwnerId") is { Text: not "" };
        EndpointReading reading = new(reader, isExisting, EndpointMembers.VpcEndpointType.Read(reader));
        EndpointConfig config = new() { Source = reader.Source, Line = reader.Node.Line, IsExisting = isExisting };
        foreach (EndpointMember member in EndpointMembers.All)
        {
            member.Read(reading, config);
        }

        return config with { Target = config.VpcEndpointId.KnownOrDefault ?? Name(config.Tags) ?? place };
    }

    private static string? Name(ValueList<Tag> tags) => tags.FirstOrDefault(tag => tag.Key.Is("Name"))?.Value.KnownOrDefault;
}
