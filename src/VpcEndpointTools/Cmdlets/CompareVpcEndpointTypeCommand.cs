using System.Management.Automation;
using VpcEndpointTools.Catalog;
using VpcEndpointTools.Completion;
using VpcEndpointTools.Input;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Cmdlets;

/// <summary>The comparison table of endpoint types, each cell with its source and date.</summary>
[Cmdlet(VerbsData.Compare, "VpcEndpointType")]
[OutputType(RowTypeName, ChosenTypeName)]
public sealed class CompareVpcEndpointTypeCommand : VpcEndpointCmdlet
{
    private const string RowTypeName = "VpcEndpointTools.TypeComparison";

    // A view has fixed columns, so the rows of some of the types are another kind of object.
    private const string ChosenTypeName = "VpcEndpointTools.TypeComparison.Chosen";

    /// <summary>The endpoint types to compare: the columns; wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(EndpointTypeCompleter))]
    public string[]? EndpointType { get; set; }

    /// <summary>In what to compare them: the rows; wildcards are allowed.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AspectCompleter))]
    public string[]? Aspect { get; set; }

    /// <summary>Adds what the cheat sheet of 2023-04-10 said, and whether it still holds.</summary>
    [Parameter]
    public SwitchParameter IncludeOutdated { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        NamePatterns types = NamePatterns.Read(EndpointType, EndpointTypes.All, ErrorIds.UnknownEndpointType, "endpoint type", this);
        NamePatterns aspects = NamePatterns.Read(
            Aspect, [.. TypeComparison.Aspects.Select(aspect => aspect.Name)], ErrorIds.UnknownAspect, "aspect", this);
        IReadOnlyList<string> columns = [.. EndpointTypes.All.Where(type => types.Match(type))];
        if (columns.Count == 0)
        {
            return;
        }

        foreach (TypeAspect aspect in TypeComparison.Aspects.Where(aspect => aspects.Match(aspect.Name)))
        {
            WriteObject(Row(aspect, columns));
        }
    }

    private PSObject Row(TypeAspect aspect, IReadOnlyList<string> columns)
    {
        PSObject row = new();
        row.TypeNames.Insert(0, columns.Count == EndpointTypes.All.Count ? RowTypeName : ChosenTypeName);
        row.Properties.Add(new PSNoteProperty("Aspect", aspect.Name));
        foreach (string type in columns)
        {
            row.Properties.Add(new PSNoteProperty(type, aspect.Facts[type]));
        }

        if (IncludeOutdated)
        {
            IEnumerable<CheatSheetStatement> statements = aspect.Statements
                .Where(statement => columns.Contains(statement.EndpointType, StringComparer.Ordinal));
            row.Properties.Add(new PSNoteProperty("Outdated", new CheatSheetStatements([.. statements])));
        }

        return row;
    }
}
