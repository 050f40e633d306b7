namespace VpcEndpointTools.Tests.Engine;

/// <summary>While it lasts all pauses between looks and retries of the module are a hundredth of themselves.</summary>
internal sealed class ShortPauses : IDisposable
{
    private const string Name = "VpcEndpointTools.PauseScale";
    private static readonly Lock Sync = new();
    private static int _users;

    public ShortPauses()
    {
        lock (Sync)
        {
            _users++;
            AppContext.SetData(Name, 0.01);
        }
    }

    public void Dispose()
    {
        lock (Sync)
        {
            if (--_users == 0)
            {
                AppContext.SetData(Name, null);
            }
        }
    }
}
