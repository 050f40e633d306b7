using System.Security.Cryptography;
using System.Text;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Readers.Templates;

/// <summary>Gives each part of a template an id in AWS's form: parts that are the same get the same, all others different ones.</summary>
internal sealed class StandInIds
{
    /// <summary>Stands for a Region that is known only at deploy time: in the form of a Region's name, so that services are found by their names.</summary>
    public const string Region = "aws-region-1";

    /// <summary>Stands for the account that a template is deployed in.</summary>
    public const string Account = "000000000000";

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _members = new(StringComparer.Ordinal);

    /// <summary>The id of a part.</summary>
    /// <param name="prefix">vpc, subnet, sg, rtb, ...</param>
    /// <param name="name">What people call it.</param>
    public string For(string prefix, string name)
    {
        string id = $"{prefix}-0{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{prefix} {name}")))[..16].ToLowerInvariant()}";
        _names[id] = name;
        return id;
    }

    /// <summary>Remembers what a stand-in is to be shown as.</summary>
    public string Named(string standIn, string name)
    {
        _names[standIn] = name;
        return standIn;
    }

    /// <summary>Remembers what the template calls a member of an endpoint.</summary>
    public void Call(string member, string name) => _members[member] = name;

    /// <summary>The names, for those who show them.</summary>
    public StandIns Names() => new(new Dictionary<string, string>(_names, StringComparer.Ordinal)) { Members = _members };
}
