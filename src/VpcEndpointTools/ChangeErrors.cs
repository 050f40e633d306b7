using System.Globalization;
using System.Management.Automation;
using VpcEndpointTools.Changes;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Live;
using VpcEndpointTools.Model;
using VpcEndpointTools.Removal;

namespace VpcEndpointTools;

/// <summary>The error records of changing and removing endpoints.</summary>
internal static partial class Errors
{
    public static ErrorRecord NoEndpointGiven(object target) =>
        new(
            new ArgumentException("No endpoint: expected the id of a VPC endpoint (vpce-...), or an object with VpcEndpointId."),
                ErrorIds.NoVpcEndpointId, ErrorCategory.InvalidArgument, target);

    public static ErrorRecord InvalidEndpointId(string id, object target) =>
        new(
            new ArgumentException($"{id}: not the id of a VPC endpoint. Expected vpce- and 8 or 17 digits of 0-9 and a-f; wildcards are "
                + $"not taken here."),
            ErrorIds.InvalidVpcEndpointId,
            ErrorCategory.InvalidArgument,
            target);

    public static ErrorRecord OtherRecommendation(string action, string expected, object target) =>
        new(
            new ArgumentException($"The recommendation's action is {action}; only one whose action is {expected} is carried out here."),
            ErrorIds.OtherRecommendation,
            ErrorCategory.InvalidArgument,
            target);

    public static ErrorRecord RequesterManaged(EndpointConfig endpoint, string what, object target) =>
        new(
            new InvalidOperationException(
                $"{endpoint.VpcEndpointId}, not {what}: an AWS service created it and manages it (RequesterManaged). Change or delete "
                    + $"the resource of {endpoint.ServiceName} that it belongs to."),
            ErrorIds.RequesterManagedEndpoint,
            ErrorCategory.PermissionDenied,
            target);

    public static ErrorRecord EndpointNotSeen(string id, string region, object target) =>
        new(
            new UnauthorizedAccessException($"{id}: these credentials may not call ec2:DescribeVpcEndpoints in {region}, so it cannot be "
                + $"looked at first. Nothing was sent."),
            ErrorIds.AccessDenied,
            ErrorCategory.PermissionDenied,
            target);

    public static ErrorRecord EndpointHasRoutes(EndpointConfig endpoint, IEnumerable<EndpointUse> routes, object target) =>
        new(
            new InvalidOperationException($"{endpoint.VpcEndpointId}, not removed: {string.Join(" ", routes)} Delete or replace the "
                + $"routes first."),
            ErrorIds.EndpointHasRoutes,
            ErrorCategory.ResourceBusy,
            target);

    public static ErrorRecord EndpointInUse(EndpointConfig endpoint, IEnumerable<EndpointUse> uses, object target) =>
        new(
            new InvalidOperationException(
                $"{endpoint.VpcEndpointId}, not removed: it is in use. {string.Join(" ", uses)} Move what uses it to another path first, "
                    + $"or use -AllowInUse to remove it all the same."),
            ErrorIds.EndpointInUse,
            ErrorCategory.ResourceBusy,
            target);

    public static ErrorRecord RemovalInconclusive(EndpointConfig endpoint, string what, object target) =>
        new(
            new InvalidOperationException(
                $"{endpoint.VpcEndpointId}, not removed: {what} could not be read, so a use cannot be excluded. Grant the permission, or "
                    + $"use -AllowInconclusive."),
            ErrorIds.RemovalInconclusive,
            ErrorCategory.InvalidOperation,
            target);

    public static ErrorRecord NotRemoved(AwsException exception, ShownEndpoint now, object target) =>
        new(
            new InvalidOperationException(
                !exception.MayHaveActed
                    ? $"{now.View.VpcEndpointId}, not removed: {exception.Message} It is {now.State}."
                    : $"{now.View.VpcEndpointId}: whether it is being removed is not known. {exception.Message} It was still {now.State} "
                        + $"when last looked at; the request may yet take effect. "
                        + "The same command again tells, and removes it if it is still there.",
                exception),
            exception.Id,
            CategoryOf(exception),
            target);

    public static ErrorRecord RemovalNotKnown(string id, AwsException exception, AwsException look, object target) =>
        new(
            new InvalidOperationException($"{id}: whether it is being removed is not known. {exception.Message} It cannot be looked at: "
                + $"{look.Message}", exception),
            exception.Id,
            CategoryOf(exception),
            target);

    public static ErrorRecord TimeOver(string message, object target) =>
        new(new TimeoutException(message), ErrorIds.WaitTimedOut, ErrorCategory.OperationTimeout, target);

    public static ErrorRecord ContradictoryChange(IReadOnlyList<string> contradictions, object target) =>
        new(new ArgumentException($"Not changed: {string.Join("; ", contradictions)}."), ErrorIds.ContradictoryChange,
            ErrorCategory.InvalidArgument, target);

    public static ErrorRecord UnknownChange(IReadOnlyList<string> names, object target) =>
        new(
            new ArgumentException($"{string.Join(", ", names)}: not a parameter of a change. Expected VpcEndpointId and parameters of "
                + $"Edit-EC2VpcEndpoint, such as AddSubnetId or PrivateDnsEnabled."),
            ErrorIds.UnknownChange,
            ErrorCategory.InvalidArgument,
            target);

    public static ErrorRecord NoChange(string id, object target) =>
        new(
            new ArgumentException($"{id}: nothing to change was given. Expected parameters such as -AddSubnetId or -PrivateDnsEnabled, "
                + $"or a recommendation whose action is Modify."),
            ErrorIds.NoChange,
            ErrorCategory.InvalidArgument,
            target);

    public static ErrorRecord NotChangeable(EndpointConfig endpoint, IReadOnlyList<string> parameters, IReadOnlyList<string> allowed,
        object target) =>
        new(
            new InvalidOperationException(
                $"{endpoint.VpcEndpointId}, not changed: {string.Join(", ", parameters)} cannot be changed on a "
                    + $"{endpoint.VpcEndpointType} endpoint. "
                + (allowed.Count == 0 ? "Only its tags can be changed." : $"What can be changed: {string.Join(", ", allowed)}.")),
            ErrorIds.ChangeNotSupported,
            ErrorCategory.InvalidOperation,
            target);

    public static ErrorRecord EndpointNotLiving(EndpointConfig endpoint, object target) =>
        new(
            new InvalidOperationException($"{endpoint.VpcEndpointId}, not changed: it is {endpoint.State}."), ErrorIds.EndpointNotAvailable,
                ErrorCategory.InvalidOperation, target);

    public static ErrorRecord ChangePreflight(string id, Finding finding, object target) =>
        new(
            new InvalidOperationException($"{finding.RuleId}, {id} not changed: {finding.Message} {finding.Remediation}"),
                finding.RuleId, ErrorCategory.InvalidArgument, target);

    public static ErrorRecord ChangeInconclusive(string id, ConfigTestResult result, object target) =>
        new(
            new InvalidOperationException(
                $"{id}, not changed: an error cannot be excluded. "
                    + $"{string.Join("; ", result.NotEvaluated.Where(rule => rule.IsBlocking))}. Grant what is missing, or use "
                    + $"-AllowInconclusive."),
            ErrorIds.PreflightInconclusive,
            ErrorCategory.InvalidOperation,
            target);

    public static ErrorRecord NotChanged(string id, AwsException exception, ShownEndpoint now, object target) =>
        new(
            new InvalidOperationException(
                !exception.MayHaveActed
                    ? $"{id}, not changed: {exception.Message}"
                    : $"{id}: whether it was changed is not known. {exception.Message} AWS did not show the change when it was last "
                        + $"looked at ({now.State}); the request may yet take effect. "
                        + "The same command again tells, and changes what is not yet so.",
                exception),
            exception.Id,
            CategoryOf(exception),
            target);

    public static ErrorRecord ChangeNotKnown(string id, AwsException exception, AwsException look, object target) =>
        new(
            new InvalidOperationException($"{id}: whether it was changed is not known. {exception.Message} It cannot be looked at: "
                + $"{look.Message}", exception),
            exception.Id,
            CategoryOf(exception),
            target);

    public static ErrorRecord ChangedEndpointGone(string id, ShownEndpoint? now, object target) =>
        new(
            new InvalidOperationException($"{id}: {(now is null ? "AWS does not list it any more" : $"it is {now.State}")}: somebody "
                + $"else deleted it, and the change has come to nothing."),
            ErrorIds.EndpointVanished,
            ErrorCategory.ObjectNotFound,
            target);

    public static ErrorRecord ChangedEndpointBroken(ShownEndpoint now, object target) =>
        new(
            new InvalidOperationException($"{now.View.VpcEndpointId} was changed and is {now.State} now: "
                + $"{now.View.FailureReason ?? "AWS gives no reason"}."),
            ErrorIds.EndpointFailed,
            ErrorCategory.InvalidResult,
            target);

    public static ErrorRecord PrivateDnsNotReady(string id, Finding finding, object target) =>
        new(
            new InvalidOperationException($"{finding.RuleId}, private DNS of {id} not turned on: {finding.Message} {finding.Remediation} "
                + $"The same command again goes on."),
            finding.RuleId,
            ErrorCategory.InvalidOperation,
            target);

    public static ErrorRecord PrivateDnsStopped(string message, string id, object target) =>
        new(new InvalidOperationException(message), id, ErrorCategory.InvalidResult, target);

    public static ErrorRecord ContradictoryPrivateDns(string what, object? target) =>
        new(new ArgumentException($"-EnablePrivateDns AfterAvailable and {what} exclude each other."), ErrorIds.ContradictoryParameters,
            ErrorCategory.InvalidArgument, target);

    /// <summary>Seconds, as a message says them.</summary>
    internal static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} seconds");
}
