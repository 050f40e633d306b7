using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace VpcEndpointTools.Emulator.Wire;

/// <summary>Writes answers as EC2's XML.</summary>
internal static class AnswerWriter
{
    private static readonly XNamespace Ec2 = "http://ec2.amazonaws.com/doc/2016-11-15/";
    private static readonly XNamespace Sts = "https://sts.amazonaws.com/doc/2011-06-15/";

    /// <summary>An operation's answer, from an object with the names of the AWS CLI.</summary>
    public static string Answer(string action, JsonObject answer)
    {
        XElement root = new(Ec2 + (action + "Response"), new XElement(Ec2 + "requestId", Guid.NewGuid()));
        root.Add(WireModel.Answer(action) is { } shape ? Members(shape, answer) : new XElement(Ec2 + "return", "true"));
        return root.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>An error.</summary>
    public static string Error(Ec2Exception error) => new XElement(
        "Response",
        new XElement("Errors", new XElement("Error", new XElement("Code", error.Code), new XElement("Message", error.Message))),
        new XElement("RequestID", Guid.NewGuid())).ToString(SaveOptions.DisableFormatting);

    /// <summary>What STS says of whoever asks.</summary>
    public static string Identity(string account) => new XElement(
        Sts + "GetCallerIdentityResponse",
        new XElement(
            Sts + "GetCallerIdentityResult",
            new XElement(Sts + "Arn", $"arn:aws:iam::{account}:user/emulated"),
            new XElement(Sts + "UserId", "AIDAEMULATED"),
            new XElement(Sts + "Account", account)),
        new XElement(Sts + "ResponseMetadata", new XElement(Sts + "RequestId", Guid.NewGuid()))).ToString(SaveOptions.DisableFormatting);

    private static IEnumerable<XElement> Members(string shape, JsonObject value)
    {
        foreach (WireMember member in WireModel.Members(shape))
        {
            if (value[member.Name] is { } node)
            {
                yield return new XElement(Ec2 + member.Xml, Content(member.Shape, node));
            }
        }
    }

    private static object Content(string shape, JsonNode node)
    {
        if (!WireModel.IsComposite(shape))
        {
            return node.GetValueKind() switch
            {
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                JsonValueKind.String => (string)node!,
                _ => node.ToJsonString(),
            };
        }

        return WireModel.ItemOf(shape) is { } item
            ? node.AsArray().Select(one => new XElement(Ec2 + "item", Content(item, one!)))
            : Members(shape, node.AsObject());
    }
}
