namespace VpcEndpointTools.Emulator;

/// <summary>An error that AWS would answer with.</summary>
/// <param name="code">AWS's error code.</param>
/// <param name="message">AWS's words, where they are known.</param>
/// <param name="status">The HTTP status.</param>
public sealed class Ec2Exception(string code, string message, int status = 400) : Exception(message)
{
    /// <summary>AWS's error code.</summary>
    public string Code { get; } = code;

    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>A value of the wrong kind.</summary>
    public static Ec2Exception InvalidValue(string name, string value) => new("InvalidParameterValue", $"Value ({value}) for parameter {name} is invalid.");

    /// <summary>What AWS says in most cases.</summary>
    public static Ec2Exception InvalidParameter(string message) => new("InvalidParameter", message);

    /// <summary>A permission is missing.</summary>
    public static Ec2Exception Denied(string action) => new(
        "UnauthorizedOperation",
        $"You are not authorized to perform this operation. User: arn:aws:iam::111122223333:user/emulated is not authorized to perform: ec2:{action} "
        + "because no identity-based policy allows the action. Encoded authorization failure message: " + new string('x', 80),
        403);

    /// <summary>Too many calls.</summary>
    public static Ec2Exception Throttled() => new("RequestLimitExceeded", "Request limit exceeded.", 503);
}
