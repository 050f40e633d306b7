using System.Management.Automation;

namespace VpcEndpointTools.Aws;

/// <summary>What the cmdlets have in common that evaluate rules.</summary>
public abstract class EvaluatingCmdlet : AwsCmdlet
{
    /// <summary>A settings file or hashtable; else the nearest VpcEndpointTools.settings.psd1 from the current folder upward.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? Settings { get; set; }
}
