using System.Globalization;
using System.Management.Automation;
using VpcEndpointTools.Creation;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Live;
using VpcEndpointTools.Model;

namespace VpcEndpointTools;

/// <summary>The error records of creating endpoints.</summary>
internal static partial class Errors
{
    public static ErrorRecord Preflight(Finding finding, object target) =>
        new(
            new InvalidOperationException($"{finding.RuleId}, not created: {finding.Message} {finding.Remediation}"),
            finding.RuleId,
            ErrorCategory.InvalidArgument,
            target);

    public static ErrorRecord Inconclusive(ConfigTestResult result, object target) =>
        new(
            new InvalidOperationException(
                $"Not created: an error cannot be excluded. {string.Join("; ", result.NotEvaluated.Where(rule => rule.IsBlocking).Select(rule => rule.ToString()))}. "
                + "State or grant what is missing, or say -AllowInconclusive."),
            "PreflightInconclusive",
            ErrorCategory.InvalidOperation,
            target);

    public static ErrorRecord TypeNeeded(EndpointConfig request, IReadOnlyList<string> types, object target) =>
        new(
            new ArgumentException(
                types.Count == 0
                    ? $"{request.ServiceName}{request.ResourceConfigurationArn}{request.ServiceNetworkArn}: give -VpcEndpointType; which types it has is not known here."
                    : $"{request.ServiceName}{request.ResourceConfigurationArn}: give -VpcEndpointType, one of {string.Join(", ", types)}. "
                        + "Gateway is free and serves the VPC alone; Interface is billed and reachable from outside of it (Compare-VpcEndpointType Gateway, Interface)."),
            "VpcEndpointTypeNeeded",
            ErrorCategory.InvalidArgument,
            target);

    public static ErrorRecord NoPolicyTemplate(string template, string service, object target) =>
        new(
            new ArgumentException(
                template == "OrganizationPerimeter"
                    ? "-PolicyTemplate OrganizationPerimeter needs -OrganizationId (o-...): aws organizations describe-organization shows it."
                    : $"-PolicyTemplate {template}: the IAM actions of {service} are not certain here, or the account is not known. Write the policy with -PolicyDocument."),
            "PolicyTemplateNotPossible",
            ErrorCategory.InvalidArgument,
            target);

    public static ErrorRecord OtherSettings(EndpointConfig request, EndpointConfig existing, object target)
    {
        string differences = string.Join("; ", ExistingEndpoints.Differences(request, existing));
        string align = ExistingEndpoints.Alignment(request, existing) is { } call
            ? $"To align it: {call}"
            : "This type of endpoint cannot be changed so: delete it first, or name what it has.";
        return new(
            new InvalidOperationException($"{existing.VpcEndpointId} is there already with other settings: {differences}. {align}"),
            "EndpointExistsWithOtherSettings",
            ErrorCategory.ResourceExists,
            target);
    }

    public static ErrorRecord NotCreated(AwsException exception, bool mayExist, object target) =>
        new(
            new InvalidOperationException(
                mayExist
                    ? $"Whether it was created is not known: {exception.Message} The same command again finds it, and makes no second one."
                    : $"Not created: {exception.Message}",
                exception),
            exception.Id,
            CategoryOf(exception),
            target);

    public static ErrorRecord TooManyGenerations(EndpointConfig request, int generations, object target) =>
        new(
            new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"Not created: {generations} endpoints of the same request in {request.VpcId} are gone, and EC2 remembers them all. Change a tag, or wait.")),
            "TooManyGenerations",
            ErrorCategory.LimitsExceeded,
            target);

    public static ErrorRecord EndpointFailed(SafeVpcEndpoint endpoint, string removal, object target) =>
        new(
            new InvalidOperationException($"{endpoint.VpcEndpointId} was created and is {endpoint.State}{(endpoint.FailureReason is { } reason ? $": {reason}" : string.Empty)}. {removal}"),
            "EndpointFailed",
            ErrorCategory.InvalidResult,
            target);

    public static ErrorRecord EndpointVanished(SafeVpcEndpoint endpoint, object target) =>
        new(
            new InvalidOperationException($"{endpoint.VpcEndpointId} was created and is not to be seen any more: somebody deleted it, or it never appeared."),
            "EndpointVanished",
            ErrorCategory.ObjectNotFound,
            target);

    public static ErrorRecord WaitTimedOut(SafeVpcEndpoint endpoint, TimeSpan timeout, object target) =>
        new(
            new TimeoutException(string.Create(
                CultureInfo.InvariantCulture, $"{endpoint.VpcEndpointId} was created and is still {endpoint.State} after {timeout.TotalSeconds:F0} seconds. It is left there; -TimeoutSeconds waits longer.")),
            "WaitTimedOut",
            ErrorCategory.OperationTimeout,
            target);

    public static ErrorRecord NoRequest(object? target) =>
        new(new ArgumentException("No request: expected one endpoint to create, with VpcId and ServiceName."), "NoRequest", ErrorCategory.InvalidArgument, target);
}
