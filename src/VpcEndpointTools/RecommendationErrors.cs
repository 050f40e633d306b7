using System.Management.Automation;

namespace VpcEndpointTools;

/// <summary>The error records of recommending endpoints.</summary>
internal static partial class Errors
{
    public static ErrorRecord NothingToRecommend() =>
        new(
            new ArgumentException("Say what for: -ServiceName or -Target for a need, -VpcId (live) or -Snapshot for a VPC, or rows of traffic in the pipe."),
            ErrorIds.NothingToRecommend,
            ErrorCategory.InvalidArgument,
            null);

    public static ErrorRecord UnknownTarget(string text) =>
        new(
            new ArgumentException($"{text}: neither an endpoint service (com.amazonaws.vpce...), nor an ARN of a resource configuration or service network, nor a domain name, address or range."),
            ErrorIds.UnknownTarget,
            ErrorCategory.InvalidArgument,
            text);

    public static ErrorRecord InvalidTraffic(string property, string problem, object row) =>
        new(
            new InvalidDataException($"{property} {problem}. Expected a row with VpcId, ServiceName, Bytes, and Start and End or Days."),
            ErrorIds.InvalidTraffic,
            ErrorCategory.InvalidData,
            row);

    public static ErrorRecord NoInput(object? input) =>
        new(
            new ArgumentException($"{input ?? "$null"}: expected a VPC, the name of a service, or a row of traffic (VpcId, ServiceName, Bytes, Start, End)."),
            ErrorIds.UnknownInput,
            ErrorCategory.InvalidArgument,
            input);

    public static ErrorRecord VpcNotInSnapshot(string id) =>
        new(new ItemNotFoundException($"{id}: not among the Vpcs of the snapshot."), ErrorIds.NotInSnapshot, ErrorCategory.ObjectNotFound, id);
}
