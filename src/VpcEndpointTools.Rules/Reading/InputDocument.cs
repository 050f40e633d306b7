using System.Globalization;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Reading;

/// <summary>What was found in one input.</summary>
public sealed class InputDocument
{
    /// <summary>The configurations, in the order of the input.</summary>
    public IReadOnlyList<EndpointConfig> Configs { get; init; } = [];

    /// <summary>What the input itself says of the surroundings; null if it says nothing.</summary>
    public NetworkSnapshot? Snapshot { get; init; }

    /// <summary>Ids that were given in place of configurations: an endpoint's own, or a VPC's for all of its endpoints.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>What could not be read; the rest could.</summary>
    public IReadOnlyList<InputProblem> Problems { get; init; } = [];

    /// <summary>What was read, but looks like a slip.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>Something in an input that could not be read.</summary>
/// <param name="Id">One noun phrase per cause, for the error id.</param>
/// <param name="Message">What was found and what was expected.</param>
/// <param name="Source">The file or object.</param>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Column">Column in the line, from 1.</param>
public sealed record InputProblem(string Id, string Message, string Source, int? Line = null, int? Column = null)
{
    /// <summary>The problem with its place in front.</summary>
    public override string ToString() => Line is null
        ? $"{Source}: {Message}"
        : string.Create(CultureInfo.InvariantCulture, $"{Source}({Line},{Column}): {Message}");
}
