using System.Text.Json;

namespace VpcEndpointTools.Policies;

/// <summary>One statement of a policy.</summary>
public sealed class PolicyStatement
{
    /// <summary>The list of a lone *, which most lists of a policy are.</summary>
    internal static IReadOnlyList<string> Anything { get; } = ["*"];

    private PolicyStatement(int index) => Index = index;

    /// <summary>Its place, from 0.</summary>
    public int Index { get; }

    /// <summary>Its Sid, if it has one.</summary>
    public string? Sid { get; private set; }

    /// <summary>Allow or Deny; null where neither stands there.</summary>
    public string? Effect { get; private set; }

    /// <summary>Whom it is about; null without a Principal element.</summary>
    public PolicyPrincipal? Principal { get; private set; }

    /// <summary>Whom it is not about; null without a NotPrincipal element.</summary>
    public PolicyPrincipal? NotPrincipal { get; private set; }

    /// <summary>Its Action patterns.</summary>
    public IReadOnlyList<string> Actions { get; private set; } = [];

    /// <summary>Its NotAction patterns.</summary>
    public IReadOnlyList<string> NotActions { get; private set; } = [];

    /// <summary>Its Resource patterns.</summary>
    public IReadOnlyList<string> Resources { get; private set; } = [];

    /// <summary>Its NotResource patterns.</summary>
    public IReadOnlyList<string> NotResources { get; private set; } = [];

    /// <summary>Its conditions: operator, key, values.</summary>
    public IReadOnlyList<PolicyCondition> Conditions { get; private set; } = [];

    /// <summary>True for Allow.</summary>
    public bool IsAllow => Effect == "Allow";

    /// <summary>True for Deny.</summary>
    public bool IsDeny => Effect == "Deny";

    /// <summary>True when it allows everybody everything without a condition.</summary>
    public bool IsFullAccess =>
        IsAllow && Principal is { IsEverybody: true } && Actions.Contains("*", StringComparer.Ordinal)
        && Resources.Contains("*", StringComparer.Ordinal) && Conditions.Count == 0;

    /// <summary>How to name it in a message: its Sid, else its number.</summary>
    public string Label => Sid is null ? $"statement {Index + 1}" : $"statement '{Sid}'";

    internal static PolicyStatement Read(JsonElement element, int index, List<string> mistakes)
    {
        PolicyStatement statement = new(index);
        string? effect = null;

        // One pass: looking each member up by its name reads the statement ten times.
        foreach (JsonProperty member in element.EnumerateObject())
        {
            // By the bytes that stand there: a name made for each member would be half of what reading a policy allocates.
            if (member.NameEquals("Sid"u8))
            {
                statement.Sid = Text(member.Value);
            }
            else if (member.NameEquals("Effect"u8))
            {
                effect = member.Value.ValueKind != JsonValueKind.String ? null
                    : member.Value.ValueEquals("Allow"u8) ? "Allow"
                    : member.Value.ValueEquals("Deny"u8) ? "Deny"
                    : member.Value.GetString();
                statement.Effect = effect is "Allow" or "Deny" ? effect : null;
            }
            else if (member.NameEquals("Principal"u8))
            {
                statement.Principal = PolicyPrincipal.Read(member.Value);
            }
            else if (member.NameEquals("NotPrincipal"u8))
            {
                statement.NotPrincipal = PolicyPrincipal.Read(member.Value);
            }
            else if (member.NameEquals("Action"u8))
            {
                statement.Actions = Texts(member.Value);
            }
            else if (member.NameEquals("NotAction"u8))
            {
                statement.NotActions = Texts(member.Value);
            }
            else if (member.NameEquals("Resource"u8))
            {
                statement.Resources = Texts(member.Value);
            }
            else if (member.NameEquals("NotResource"u8))
            {
                statement.NotResources = Texts(member.Value);
            }
            else if (member.NameEquals("Condition"u8))
            {
                statement.Conditions = PolicyCondition.ReadAll(member.Value);
            }
        }

        Complain(statement, effect, mistakes);
        return statement;
    }

    internal static IReadOnlyList<string> Texts(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                return [];
            case JsonValueKind.Array:
                List<string> texts = new(value.GetArrayLength());
                foreach (JsonElement item in value.EnumerateArray())
                {
                    if (item.ValueKind != JsonValueKind.Null)
                    {
                        texts.Add(item.ToString());
                    }
                }

                return texts;
            default:
                return value.ValueKind == JsonValueKind.String && value.ValueEquals("*") ? Anything : [value.ToString()];
        }
    }

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static void Complain(PolicyStatement statement, string? effect, List<string> mistakes)
    {
        if (statement.Effect is null)
        {
            mistakes.Add($"{statement.Label} has {(effect is null ? "no Effect" : $"the Effect '{effect}'")}, which must be Allow or Deny");
        }

        if (statement.Principal is null && statement.NotPrincipal is null)
        {
            mistakes.Add($"{statement.Label} has no Principal");
        }

        if (statement.Actions.Count == 0 && statement.NotActions.Count == 0)
        {
            mistakes.Add($"{statement.Label} has no Action");
        }
    }
}

/// <summary>Whom a statement is about.</summary>
/// <param name="IsEverybody">True for "*" and { "AWS": "*" }.</param>
/// <param name="Names">Each principal with its kind, for example AWS:123456789012.</param>
public sealed record PolicyPrincipal(bool IsEverybody, IReadOnlyList<string> Names)
{
    private static readonly PolicyPrincipal Everybody = new(IsEverybody: true, PolicyStatement.Anything);

    internal static PolicyPrincipal Read(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            IReadOnlyList<string> plain = PolicyStatement.Texts(element);
            return ReferenceEquals(plain, PolicyStatement.Anything) ? Everybody : new PolicyPrincipal(plain.Contains("*", StringComparer.Ordinal), plain);
        }

        List<string> names = [];
        bool everybody = false;
        foreach (JsonProperty kind in element.EnumerateObject())
        {
            foreach (string name in PolicyStatement.Texts(kind.Value))
            {
                everybody |= name == "*" && kind.NameEquals("AWS");
                names.Add($"{kind.Name}:{name}");
            }
        }

        return new PolicyPrincipal(everybody, names);
    }
}

/// <summary>One condition: an operator, a key and the values that it is compared with.</summary>
public sealed record PolicyCondition(string Operator, string Key, IReadOnlyList<string> Values)
{
    internal static IReadOnlyList<PolicyCondition> ReadAll(JsonElement block)
    {
        if (block.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        List<PolicyCondition> conditions = [];
        foreach (JsonProperty test in block.EnumerateObject())
        {
            if (test.Value.ValueKind == JsonValueKind.Object)
            {
                string name = test.Name;
                foreach (JsonProperty key in test.Value.EnumerateObject())
                {
                    conditions.Add(new PolicyCondition(name, key.Name, PolicyStatement.Texts(key.Value)));
                }
            }
        }

        return conditions;
    }
}
