using System.Collections.ObjectModel;
using System.Management.Automation;

namespace VpcEndpointTools.Aws;

/// <summary>What Set-AWSCredential and Set-DefaultAWSRegion have set in this session, where AWS.Tools is loaded.</summary>
internal static class AwsSession
{
    // Asking for a command loads its module; nothing here may load AWS.Tools.
    private const string Ask =
        "$PSModuleAutoLoadingPreference = 'None'; $command = Get-Command Get-AWSCredential -ErrorAction Ignore; if ($command) { & $command }";

    /// <summary>The session's credentials, or null.</summary>
    public static PSObject? Credential(CommandInvocationIntrinsics invoke)
    {
        try
        {
            Collection<PSObject?> answer = invoke.InvokeScript(useLocalScope: true, ScriptBlock.Create(Ask), null);
            return answer is [{ } credential, ..] ? credential : null;
        }
        catch (RuntimeException)
        {
            // AWS.Tools has none; the SDK's own chain may.
            return null;
        }
    }

    /// <summary>The session's Region, or null.</summary>
    public static string? Region(SessionState session) => session.PSVariable.GetValue("StoredAWSRegion") switch
    {
        PSObject { BaseObject: string { Length: > 0 } wrapped } => wrapped,
        string { Length: > 0 } plain => plain,
        _ => null,
    };
}
