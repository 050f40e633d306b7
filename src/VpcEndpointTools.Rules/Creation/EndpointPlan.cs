using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Creation;

/// <summary>What would be created. It has no VpcId and no ServiceName of its own: New-EC2VpcEndpoint would create it from the pipe.</summary>
public sealed class EndpointPlan
{
    internal EndpointPlan(EndpointConfig request, string region, string message, ConfigTestResult preflight, string[] excused)
    {
        Vpc = request.VpcId.KnownOrDefault;
        Service = preflight.Service;
        Type = request.VpcEndpointType.KnownOrDefault;
        Region = region;
        Message = message;
        Request = new EndpointView(request);
        TestResult = preflight;
        ExcusedErrors = excused;
    }

    /// <summary>The VPC.</summary>
    public string? Vpc { get; }

    /// <summary>The service, resource configuration or service network.</summary>
    public string? Service { get; }

    /// <summary>The endpoint type.</summary>
    public string? Type { get; }

    /// <summary>The Region.</summary>
    public string Region { get; }

    /// <summary>The plan in words, with its cost.</summary>
    public string Message { get; }

    /// <summary>The request, complete.</summary>
    public EndpointView Request { get; }

    /// <summary>The verdict on it before creation.</summary>
    public ConfigTestResult TestResult { get; }

    /// <summary>Errors that would stop the creation and that the settings excuse: the rule, the excuse, what is wrong.</summary>
    public string[] ExcusedErrors { get; }

    /// <summary>The plan in words.</summary>
    public override string ToString() => Message;

    /// <summary>A plan of a request that is complete.</summary>
    /// <param name="request">The request.</param>
    /// <param name="region">Where.</param>
    /// <param name="preflight">The verdict on it.</param>
    /// <param name="excused">Errors that the settings excuse.</param>
    public static EndpointPlan Of(EndpointConfig request, string region, ConfigTestResult preflight, string[] excused)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(preflight);
        ArgumentNullException.ThrowIfNull(excused);
        return new(request, region, PlanWords.Of(request, region) + PlanWords.Excused(excused), preflight, excused);
    }
}
