using System.Management.Automation;
using VpcEndpointTools.Live;

namespace VpcEndpointTools.Aws;

/// <summary>Keys of another copy of the SDK, such as AWS.Tools' credentials: read by name, once, on the pipeline's own thread.</summary>
/// <remarks>Read later, from a call's thread, an object that is a class of PowerShell's would wait for this thread, and this one for it.</remarks>
internal static class GivenCredential
{
    /// <summary>The keys. Throws <see cref="AwsException"/> where the object has none to give.</summary>
    public static (string AccessKey, string SecretKey, string? Token) Read(object credential)
    {
        PSObject given = PSObject.AsPSObject(credential);
        if (given.Methods["GetCredentials"] is not { } get)
        {
            throw Problem($"-Credential takes an object with GetCredentials(), such as Get-AWSCredential gives, not a {given.BaseObject.GetType().Name}.");
        }

        PSObject keys;
        try
        {
            keys = PSObject.AsPSObject(get.Invoke() ?? throw Problem("The credentials that were given are empty."));
        }
        catch (MethodException exception)
        {
            throw Problem($"The credentials that were given cannot be had: {(exception.InnerException ?? exception).Message}", exception);
        }

        return Text(keys, "AccessKey") is { } key && Text(keys, "SecretKey") is { } secret
            ? (key, secret, Text(keys, "Token"))
            : throw Problem("The credentials that were given have no AccessKey and SecretKey.");
    }

    private static string? Text(PSObject keys, string name) => keys.Properties[name]?.Value?.ToString() is { Length: > 0 } text ? text : null;

    private static AwsException Problem(string message, Exception? inner = null) => new(AwsErrorId.InvalidCredential, message, inner) { IsGeneral = true };
}
