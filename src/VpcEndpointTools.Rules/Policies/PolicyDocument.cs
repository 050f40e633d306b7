using System.Text.Json;

namespace VpcEndpointTools.Policies;

/// <summary>An endpoint policy: its statements, or why it is none.</summary>
public sealed class PolicyDocument
{
    private PolicyDocument(int length, List<PolicyStatement> statements, IReadOnlyList<string> mistakes, string? version)
    {
        Length = length;
        Statements = statements;
        Mistakes = mistakes;
        Version = version;
        foreach (PolicyStatement statement in statements)
        {
            HasAllow |= statement.IsAllow;
            HasDeny |= statement.IsDeny;
        }
    }

    /// <summary>Length as AWS counts it against the quota: every character, white space included.</summary>
    public int Length { get; }

    /// <summary>The Version element, if there is one.</summary>
    public string? Version { get; }

    /// <summary>The statements that could be read.</summary>
    public IReadOnlyList<PolicyStatement> Statements { get; }

    /// <summary>True when a statement allows something.</summary>
    public bool HasAllow { get; }

    /// <summary>True when a statement denies something.</summary>
    public bool HasDeny { get; }

    /// <summary>What makes it no valid policy, one sentence each; empty when it is one.</summary>
    public IReadOnlyList<string> Mistakes { get; }

    /// <summary>True when it could be read without a mistake.</summary>
    public bool IsValid => Mistakes.Count == 0;

    /// <summary>Reads a policy. Never throws: what is wrong is in <see cref="Mistakes"/>.</summary>
    public static PolicyDocument Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<string> mistakes = [];
        List<PolicyStatement> statements = [];
        string? version = null;
        try
        {
            using JsonDocument json = JsonDocument.Parse(text);
            version = ReadRoot(json.RootElement, statements, mistakes);
        }
        catch (JsonException exception)
        {
            mistakes.Add($"it is not JSON (line {exception.LineNumber + 1}, column {exception.BytePositionInLine + 1})");
        }

        return new PolicyDocument(text.Length, statements, mistakes, version);
    }

    private static string? ReadRoot(JsonElement root, List<PolicyStatement> statements, List<string> mistakes)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            mistakes.Add("it is not a JSON object");
            return null;
        }

        string? version = root.TryGetProperty("Version", out JsonElement given) && given.ValueKind == JsonValueKind.String ? given.GetString() : null;
        if (!root.TryGetProperty("Statement", out JsonElement list))
        {
            mistakes.Add("it has no Statement");
            return version;
        }

        // AWS takes a single statement without the brackets.
        if (list.ValueKind != JsonValueKind.Array)
        {
            ReadStatement(list, 0, statements, mistakes);
            return version;
        }

        int index = 0;
        foreach (JsonElement element in list.EnumerateArray())
        {
            ReadStatement(element, index++, statements, mistakes);
        }

        if (index == 0)
        {
            mistakes.Add("its Statement is empty");
        }

        return version;
    }

    private static void ReadStatement(JsonElement element, int index, List<PolicyStatement> statements, List<string> mistakes)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            statements.Add(PolicyStatement.Read(element, index, mistakes));
        }
        else
        {
            mistakes.Add($"statement {index + 1} is not an object");
        }
    }
}
