using System.Reflection;
using Amazon.Runtime;
using VpcEndpointTools.Live;

namespace VpcEndpointTools.Ec2;

/// <summary>Credentials of another copy of the SDK, such as AWS.Tools': read by name, and asked anew each time, because they may expire.</summary>
internal sealed class ForeignCredentials : AWSCredentials
{
    private readonly object _foreign;
    private readonly MethodInfo _get;

    /// <summary>Throws <see cref="AwsException"/> where the object has no GetCredentials().</summary>
    public ForeignCredentials(object foreign)
    {
        _foreign = foreign;
        _get = foreign.GetType().GetMethod("GetCredentials", BindingFlags.Instance | BindingFlags.Public, [])
            ?? throw new AwsException(
                "InvalidCredential",
                $"-Credential takes an object with GetCredentials(), such as Get-AWSCredential gives, not a {foreign.GetType().Name}.") { IsGeneral = true };
    }

    /// <inheritdoc/>
    public override ImmutableCredentials GetCredentials()
    {
        object? given;
        try
        {
            given = _get.Invoke(_foreign, null);
        }
        catch (TargetInvocationException exception)
        {
            throw new AwsException(
                "InvalidCredential", $"The credentials that were given cannot be had: {exception.InnerException!.Message}", exception.InnerException) { IsGeneral = true };
        }

        return Text(given, "AccessKey") is { } key && Text(given, "SecretKey") is { } secret
            ? new ImmutableCredentials(key, secret, Text(given, "Token"))
            : throw new AwsException("InvalidCredential", "The credentials that were given have no AccessKey and SecretKey.") { IsGeneral = true };
    }

    private static string? Text(object? given, string name) =>
        given?.GetType().GetProperty(name)?.GetValue(given) is string { Length: > 0 } text ? text : null;
}
