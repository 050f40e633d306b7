using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Editing;

/// <summary>What the rules say of an endpoint after a change, before the change is made.</summary>
public sealed class ChangePreflight
{
    private ChangePreflight(
        ConfigTestResult result, IReadOnlyList<Finding> errors, IReadOnlyList<Finding> warnings, IReadOnlyList<ExcusedError> excused)
    {
        Excused = excused;
        Result = result;
        Errors = errors;
        Warnings = warnings;
    }

    /// <summary>The verdict on the endpoint as it would be.</summary>
    public ConfigTestResult Result { get; }

    /// <summary>Errors that the change would bring.</summary>
    public IReadOnlyList<Finding> Errors { get; }

    /// <summary>Warnings that the change would bring, and errors that the endpoint has already and keeps.</summary>
    public IReadOnlyList<Finding> Warnings { get; }

    /// <summary>Errors that the change would bring and that the settings excuse.</summary>
    internal IReadOnlyList<ExcusedError> Excused { get; }

    /// <summary>True where no error was found, but one could not be excluded.</summary>
    public bool IsInconclusive => Errors.Count == 0 && Result.NotEvaluated.Any(rule => rule.IsBlocking);

    /// <summary>What in a change the type cannot do: parameters of Edit-EC2VpcEndpoint.</summary>
    public static IReadOnlyList<string> NotChangeable(EndpointConfig now, EndpointChange change)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(change);
        return now.VpcEndpointType.IsKnown
            ? [.. change.Parts.Select(part => part.Parameter)
            .Except(ChangeableMembers.Of(now.VpcEndpointType.Known), StringComparer.Ordinal)] : [];
    }

    /// <summary>What can be changed on an endpoint: parameters of Edit-EC2VpcEndpoint.</summary>
    public static IReadOnlyList<string> Changeable(EndpointConfig now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return now.VpcEndpointType.IsKnown ? ChangeableMembers.Of(now.VpcEndpointType.Known) : [];
    }

    /// <summary>Tests the endpoint as it would be: as one that could be made so, with itself out of its own way.</summary>
    /// <param name="now">The endpoint as it is.</param>
    /// <param name="change">The change.</param>
    /// <param name="snapshot">What surrounds it; the endpoint may be in it.</param>
    /// <param name="evaluator">The rules.</param>
    /// <param name="region">Where it is.</param>
    public static ChangePreflight Of(EndpointConfig now, EndpointChange change, NetworkSnapshot snapshot, RuleEvaluator evaluator,
        string region)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(evaluator);
        NetworkSnapshot around = Without(now, snapshot);
        ConfigTestResult before = evaluator.Evaluate(AsRequest(now), around, region);
        ConfigTestResult after = evaluator.Evaluate(AsRequest(change.AppliedTo(now)), around, region);
        List<ExcusedError> excused = NewlyExcused(AsRequest(now), AsRequest(change.AppliedTo(now)), around, evaluator, region);
        List<Finding> errors = [.. after.Findings.Where(finding => IsError(finding) && !Had(before, finding))];
        return new ChangePreflight(
            after,
            errors,
            [.. after.Findings.Where(finding => !errors.Contains(finding) && !excused.Any(error => error.IsOf(finding))
                && (IsError(finding)
                || (finding.Severity == nameof(Severity.Warning) && !before.Findings.Any(old => Same(old, finding)))))],
            excused);
    }

    private static List<ExcusedError> NewlyExcused(
        EndpointConfig before, EndpointConfig after, NetworkSnapshot around, RuleEvaluator evaluator, string region)
    {
        IReadOnlyList<ExcusedError> then = Excuses.Of(evaluator, after, around, region);
        IReadOnlyList<ExcusedError> had = then.Count == 0 ? [] : Excuses.Of(evaluator, before, around, region);
        return [.. then.Where(error => !had.Contains(error))];
    }

    // AWS judges the whole again. What it does not judge was wrong before, in other words, and is not for this change to put right.
    private static bool Had(ConfigTestResult before, Finding finding) =>
        before.Findings.Any(old => IsError(old) && (finding.AwsErrorCode is null ? old.RuleId == finding.RuleId : Same(old, finding)));

    private static bool Same(Finding one, Finding other) => one.RuleId == other.RuleId && one.Message == other.Message;

    private static bool IsError(Finding finding) => finding.Severity == nameof(Severity.Error);

    // The name of the target stays, so that findings name the endpoint.
    private static EndpointConfig AsRequest(EndpointConfig config) => config with
    {
        IsExisting = false, VpcEndpointId = default, State = default, FailureReason = default,
            NetworkInterfaceIds = ValueList<Value<string>>.Absent,
    };

    private static NetworkSnapshot Without(EndpointConfig now, NetworkSnapshot snapshot) => snapshot with
    {
        VpcEndpoints = snapshot.VpcEndpoints is null ? null
            : [.. snapshot.VpcEndpoints.Where(endpoint => endpoint.VpcEndpointId != now.VpcEndpointId)],
        RouteTables = snapshot.RouteTables is null ? null : [.. snapshot.RouteTables.Select(table => WithoutRoutes(table, now))],

        // In the subnets that it is in it needs no further address.
        Subnets = snapshot.Subnets is null ? null
            : [.. snapshot.Subnets.Select(subnet => now.SubnetIds.Contains(subnet.SubnetId)
            ? subnet with { AvailableIpAddressCount = int.MaxValue } : subnet)],
    };

    private static RouteTable WithoutRoutes(RouteTable table, EndpointConfig now) =>
        table.Routes is null ? table : table with { Routes = [.. table.Routes.Where(route => route.GatewayId != now.VpcEndpointId)] };
}
