using System.Text.Json;

namespace VpcEndpointTools.Policies;

/// <summary>One statement of a policy.</summary>
public sealed class PolicyStatement
{
    private PolicyStatement(int index) => Index = index;

    /// <summary>Its place, from 0.</summary>
    public int Index { get; }

    /// <summary>Its Sid, if it has one.</summary>
    public string? Sid { get; private init; }

    /// <summary>Allow or Deny; null where neither stands there.</summary>
    public string? Effect { get; private init; }

    /// <summary>Whom it is about; null without a Principal element.</summary>
    public PolicyPrincipal? Principal { get; private init; }

    /// <summary>Whom it is not about; null without a NotPrincipal element.</summary>
    public PolicyPrincipal? NotPrincipal { get; private init; }

    /// <summary>Its Action patterns.</summary>
    public IReadOnlyList<string> Actions { get; private init; } = [];

    /// <summary>Its NotAction patterns.</summary>
    public IReadOnlyList<string> NotActions { get; private init; } = [];

    /// <summary>Its Resource patterns.</summary>
    public IReadOnlyList<string> Resources { get; private init; } = [];

    /// <summary>Its NotResource patterns.</summary>
    public IReadOnlyList<string> NotResources { get; private init; } = [];

    /// <summary>Its conditions: operator, key, values.</summary>
    public IReadOnlyList<PolicyCondition> Conditions { get; private init; } = [];

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
        string? effect = Text(element, "Effect");
        PolicyStatement statement = new(index)
        {
            Sid = Text(element, "Sid"),
            Effect = effect is "Allow" or "Deny" ? effect : null,
            Principal = element.TryGetProperty("Principal", out JsonElement who) ? PolicyPrincipal.Read(who) : null,
            NotPrincipal = element.TryGetProperty("NotPrincipal", out JsonElement whoNot) ? PolicyPrincipal.Read(whoNot) : null,
            Actions = Texts(element, "Action"),
            NotActions = Texts(element, "NotAction"),
            Resources = Texts(element, "Resource"),
            NotResources = Texts(element, "NotResource"),
            Conditions = PolicyCondition.ReadAll(element),
        };
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

        return statement;
    }

    internal static IReadOnlyList<string> Texts(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement value) ? Texts(value) : [];

    internal static IReadOnlyList<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => [.. value.EnumerateArray().Where(item => item.ValueKind != JsonValueKind.Null).Select(item => item.ToString())],
        JsonValueKind.Null => [],
        _ => [value.ToString()],
    };

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>Whom a statement is about.</summary>
/// <param name="IsEverybody">True for "*" and { "AWS": "*" }.</param>
/// <param name="Names">Each principal with its kind, for example AWS:123456789012.</param>
public sealed record PolicyPrincipal(bool IsEverybody, IReadOnlyList<string> Names)
{
    internal static PolicyPrincipal Read(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            IReadOnlyList<string> plain = PolicyStatement.Texts(element);
            return new PolicyPrincipal(plain.Contains("*", StringComparer.Ordinal), plain);
        }

        List<string> names = [];
        foreach (JsonProperty kind in element.EnumerateObject())
        {
            names.AddRange(PolicyStatement.Texts(kind.Value).Select(name => $"{kind.Name}:{name}"));
        }

        return new PolicyPrincipal(names.Contains("AWS:*", StringComparer.Ordinal), names);
    }
}

/// <summary>One condition: an operator, a key and the values that it is compared with.</summary>
public sealed record PolicyCondition(string Operator, string Key, IReadOnlyList<string> Values)
{
    internal static IReadOnlyList<PolicyCondition> ReadAll(JsonElement statement)
    {
        if (!statement.TryGetProperty("Condition", out JsonElement block) || block.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        return [.. block.EnumerateObject()
            .Where(test => test.Value.ValueKind == JsonValueKind.Object)
            .SelectMany(test => test.Value.EnumerateObject().Select(key => new PolicyCondition(test.Name, key.Name, PolicyStatement.Texts(key.Value))))];
    }
}
