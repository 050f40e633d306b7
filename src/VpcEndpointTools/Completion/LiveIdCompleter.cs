using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using VpcEndpointTools.Live;

namespace VpcEndpointTools.Completion;

/// <summary>Completes ids of what is in AWS, by id or by Name tag; the tooltip is the Name tag. Without credentials, Region or AWS it offers nothing.</summary>
public abstract class LiveIdCompleter : IArgumentCompleter
{
    private protected LiveIdCompleter(NamedKind kind) => Kind = kind;

    private NamedKind Kind { get; }

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            TypedArguments typed = new(commandName, commandAst, fakeBoundParameters);

            // What is not looked up in AWS is not completed from there.
            if (typed.Value("Snapshot") is not null || TypedConnection.Find(typed) is not { } connection)
            {
                return [];
            }

            string word = NameCompleter.Word(wordToComplete);
            string? vpc = Kind == NamedKind.Vpc ? null : typed.Text("VpcId");
            return
            [
                .. LiveIds.Get(connection, Kind, vpc)
                    .Where(item => item.Id.StartsWith(word, StringComparison.OrdinalIgnoreCase) || item.Name?.StartsWith(word, StringComparison.OrdinalIgnoreCase) == true)
                    .Select(item => new CompletionResult(item.Id, item.Id, CompletionResultType.ParameterValue, item.ToString())),
            ];
        }
        catch (Exception exception) when (exception is RuntimeException or AwsException or IOException or UnauthorizedAccessException or UriFormatException or AggregateException)
        {
            // Completion never speaks up: the command itself will say what is wrong.
            return [];
        }
    }
}

/// <summary>Completes VPCs.</summary>
public sealed class VpcIdCompleter() : LiveIdCompleter(NamedKind.Vpc);

/// <summary>Completes subnets, of the VPC that is given.</summary>
public sealed class SubnetIdCompleter() : LiveIdCompleter(NamedKind.Subnet);

/// <summary>Completes route tables, of the VPC that is given.</summary>
public sealed class RouteTableIdCompleter() : LiveIdCompleter(NamedKind.RouteTable);

/// <summary>Completes security groups, of the VPC that is given.</summary>
public sealed class SecurityGroupIdCompleter() : LiveIdCompleter(NamedKind.SecurityGroup);

/// <summary>Completes endpoints.</summary>
public sealed class VpcEndpointIdCompleter() : LiveIdCompleter(NamedKind.VpcEndpoint);
