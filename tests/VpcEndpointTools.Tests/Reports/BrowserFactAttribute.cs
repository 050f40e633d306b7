namespace VpcEndpointTools.Tests.Reports;

/// <summary>A test that needs a browser; skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    /// <summary>Looks for the browser.</summary>
    public BrowserFactAttribute() => Skip = Browser.Path is null ? "no chromium on this machine (apt-get install chromium)" : null;
}
