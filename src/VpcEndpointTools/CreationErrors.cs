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
            ErrorIds.PreflightInconclusive,
            ErrorCategory.InvalidOperation,
            target);

    public static ErrorRecord TypeNeeded(EndpointConfig request, IReadOnlyList<string> types, object target) =>
        new(
            new ArgumentException(
                types.Count == 0
                    ? $"{request.ServiceName}{request.ResourceConfigurationArn}{request.ServiceNetworkArn}: give -VpcEndpointType; which types it has is not known here."
                    : $"{request.ServiceName}{request.ResourceConfigurationArn}: give -VpcEndpointType, one of {string.Join(", ", types)}. "
                        + "Gateway is free and serves the VPC alone; Interface is billed and reachable from outside of it (Compare-VpcEndpointType Gateway, Interface)."),
            ErrorIds.VpcEndpointTypeNeeded,
            ErrorCategory.InvalidArgument,
            target);

    public static ErrorRecord NoPolicyTemplate(string template, string service, object target) =>
        new(
            new ArgumentException(
                template == "OrganizationPerimeter"
                    ? "-PolicyTemplate OrganizationPerimeter needs -OrganizationId (o-...): aws organizations describe-organization shows it."
                    : $"-PolicyTemplate {template}: the IAM actions of {service} are not certain here, or the account is not known. Write the policy with -PolicyDocument."),
            ErrorIds.PolicyTemplateNotPossible,
            ErrorCategory.InvalidArgument,
            target);

    public static ErrorRecord OtherSettings(EndpointConfig request, EndpointConfig existing, NetworkSnapshot? around, object target)
    {
        string differences = string.Join("; ", ExistingEndpoints.Differences(request, existing, around));
        string align = ExistingEndpoints.Alignment(request, existing, around) is { } call
            ? $"To align it: {call}"
            : "This type of endpoint cannot be changed so: delete it first, or name what it has.";
        return new(
            new InvalidOperationException($"{existing.VpcEndpointId} is there already with other settings: {differences}. {align}"),
            ErrorIds.EndpointExistsWithOtherSettings,
            ErrorCategory.ResourceExists,
            target);
    }

    public static ErrorRecord RouteTableNeeded(EndpointConfig request, object target) =>
        new(
            new ArgumentException(
                $"Not created: a Gateway endpoint without a route table carries no traffic. Name the tables of {request.VpcId} with "
                + "-RouteTableId, or choose them with -RouteTableSelection Private or All."),
            ErrorIds.RouteTableNeeded,
            ErrorCategory.InvalidArgument,
            target);

    public static ErrorRecord FailedEndpointExists(EndpointConfig failed, object target)
    {
        string reason = failed.FailureReason.IsKnown ? $" ({failed.FailureReason.Known.TrimEnd('.')})" : string.Empty;
        string replace = EndpointStates.IsFailed(failed.State.KnownOrDefault)
            ? ", or the same command with -ReplaceFailed, which deletes it first"
            : string.Empty;
        return new(
            new InvalidOperationException(
                $"Not created: {failed.VpcEndpointId} of the same request is {failed.State}{reason}. It is billed until it is deleted: "
                + $"Remove-EC2VpcEndpoint -VpcEndpointId {failed.VpcEndpointId}{replace}."),
            ErrorIds.FailedEndpointExists,
            ErrorCategory.ResourceExists,
            target);
    }

    public static ErrorRecord NotReplaced(string problem, object target) =>
        new(
            new InvalidOperationException($"Not created: a failed endpoint of the same request may still be there. {problem}"),
            ErrorIds.FailedEndpointNotDeleted,
            ErrorCategory.InvalidResult,
            target);

    public static ErrorRecord AfterDeletion(ErrorRecord error, string deleted) =>
        new(
            new InvalidOperationException(
                $"{error.Exception.Message} Before that, AWS accepted the deletion of {deleted}, which had failed and was to be replaced.",
                error.Exception),
            error.FullyQualifiedErrorId,
            error.CategoryInfo.Category,
            error.TargetObject);

    public static ErrorRecord NotCreated(AwsException exception, object target) =>
        new(new InvalidOperationException($"Not created: {exception.Message}", exception), exception.Id, CategoryOf(exception), target);

    public static ErrorRecord CreationNotKnown(AwsException exception, object target) =>
        new(
            new InvalidOperationException(
                $"Whether it was created is not known: {exception.Message} The same command again finds it, and makes no second one.", exception),
            exception.Id,
            CategoryOf(exception),
            target);

    public static ErrorRecord DryRunNotAnswered(AwsException exception, object target) =>
        new(
            new InvalidOperationException(
                $"Only a dry run was sent, and it was not answered: {exception.Message} AWS creates nothing on a dry run; whether a server that "
                + "ignores DryRun did is not known. Run the same command again.",
                exception),
            exception.Id,
            CategoryOf(exception),
            target);

    public static string NotListedWithin(TimeSpan limit) =>
        string.Create(CultureInfo.InvariantCulture, $"AWS did not list it within the {limit.TotalSeconds:F0} seconds of -TimeoutSeconds");

    public static ErrorRecord TokenInUse(EndpointConfig request, string why, object target) =>
        new(
            new InvalidOperationException(
                $"An endpoint for this request in {request.VpcId} was created before with other parameters, such as other tags: AWS knows the "
                + $"client token. Whether it is there now is not known: {why.TrimEnd('.')}. No second one was made. If it was deleted, use the tags that it "
                + "had for as long as AWS remembers the token."),
            ErrorIds.IdempotentParameterMismatch,
            ErrorCategory.ResourceExists,
            target);

    public static ErrorRecord TooManyGenerations(EndpointConfig request, int generations, object target) =>
        new(
            new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"Not created: {generations} endpoints of the same request in {request.VpcId} are gone, and AWS remembers the client token of "
                + $"each. Wait for a day, or change a setting.")),
            ErrorIds.TooManyGenerations,
            ErrorCategory.LimitsExceeded,
            target);

    public static ErrorRecord EndpointFailed(SafeVpcEndpoint endpoint, CreationProof proof, string removal, object target) =>
        new(
            new InvalidOperationException(
                $"{endpoint.VpcEndpointId} {Was(proof)} and is {endpoint.State}"
                + $"{(endpoint.FailureReason is { } reason ? $": {reason.TrimEnd('.')}" : string.Empty)}. {removal}"),
            ErrorIds.EndpointFailed,
            ErrorCategory.InvalidResult,
            target);

    public static ErrorRecord EndpointDeleted(SafeVpcEndpoint endpoint, object target) =>
        new(
            new InvalidOperationException(
                $"{endpoint.VpcEndpointId} is {endpoint.State}: somebody else deleted it. This command deleted nothing."),
            ErrorIds.EndpointDeleted,
            ErrorCategory.ObjectNotFound,
            target);

    public static ErrorRecord EndpointVanished(SafeVpcEndpoint endpoint, object target) =>
        new(
            new InvalidOperationException(
                $"{endpoint.VpcEndpointId} was listed as {endpoint.State} and is not listed any more. Most likely somebody else deleted it; "
                + $"whether it is still there is not known: Get-EC2VpcEndpoint -VpcEndpointId {endpoint.VpcEndpointId}"),
            ErrorIds.EndpointVanished,
            ErrorCategory.ObjectNotFound,
            target);

    public static ErrorRecord WaitTimedOut(SafeVpcEndpoint endpoint, CreationProof proof, bool isListed, TimeSpan timeout, object target)
    {
        string state = isListed ? $"is still {endpoint.State}" : $"is not listed yet (state {endpoint.State} in the answer)";
        return new(
            new TimeoutException(string.Create(
                CultureInfo.InvariantCulture,
                $"{endpoint.VpcEndpointId} {Was(proof)} and {state} after the {timeout.TotalSeconds:F0} seconds of -TimeoutSeconds. It is left "
                + $"there; the same command again goes on waiting for it.")),
            ErrorIds.WaitTimedOut,
            ErrorCategory.OperationTimeout,
            target);
    }

    public static ErrorRecord NoRequest(object? target) =>
        new(new ArgumentException("No request: expected one endpoint to create, with VpcId and ServiceName."), ErrorIds.NoRequest, ErrorCategory.InvalidArgument, target);

    private static string Was(CreationProof proof) => proof.Created switch
    {
        CreationProof.Yes => "was created",
        CreationProof.No => "was there before",
        _ => "is there (whether this command created it is not known)",
    };
}
