using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Terraform;

/// <summary>One resource instance of a plan or a state.</summary>
internal sealed class TerraformResource
{
    /// <summary>What people call it: module.net.aws_subnet.a[0].</summary>
    public required string Address { get; init; }

    /// <summary>The instance of the module that it is in; empty for the root module.</summary>
    public required string Module { get; init; }

    /// <summary>aws_subnet, ...</summary>
    public required string Type { get; init; }

    /// <summary>Its name in the module.</summary>
    public required string Name { get; init; }

    /// <summary>The key of count or for_each as it stands in the address ([0], ["a"]); empty without one.</summary>
    public required string Key { get; init; }

    /// <summary>True for a data source.</summary>
    public required bool IsData { get; init; }

    /// <summary>True for what this change takes away.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>True for what this change takes away and makes anew.</summary>
    public bool IsReplaced { get; init; }

    /// <summary>True for what this change makes other than it was, in place or anew.</summary>
    public bool IsChanged { get; init; }

    /// <summary>True for what AWS has already, as it is.</summary>
    public bool IsState { get; init; }

    /// <summary>Where it stands in the file.</summary>
    public required InputNode Node { get; init; }

    /// <summary>Its values: known ones, unknown ones; sensitive ones are unknown too. Null where it shows none.</summary>
    public required InputNode? Values { get; init; }

    /// <summary>Its values before the change; null for a new one.</summary>
    public InputNode? Before { get; init; }

    /// <summary>Its block in the configuration; null where the file has none.</summary>
    public InputNode? Configuration { get; set; }

    /// <summary>The resource of which this is an instance, as its module calls it.</summary>
    public string Resource => IsData ? $"data.{Type}.{Name}" : $"{Type}.{Name}";

    /// <summary>The expression of an argument; null where the configuration does not set it or there is none.</summary>
    public InputNode? Expression(string argument) => Configuration?.Member("expressions")?.Member(argument);

    /// <summary>False where a configuration is there and does not set the argument: then the provider fills it in.</summary>
    public bool Sets(string argument) => Configuration is null || Expression(argument) is not null;
}
