namespace VpcEndpointTools.Tests.Engine;

/// <summary>Waits for what must come, however busy the machine is.</summary>
internal static class Eventually
{
    /// <summary>For what never comes.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>Returns when it is true; fails the test where it never is.</summary>
    public static void True(Func<bool> condition, string what) => Assert.True(SpinWait.SpinUntil(condition, Limit), $"never came: {what}");
}
