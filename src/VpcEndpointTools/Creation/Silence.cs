using VpcEndpointTools.Live;

namespace VpcEndpointTools.Creation;

/// <summary>Hears nothing: for calls that are made when nobody can be told any more.</summary>
internal sealed class Silence : IAwsMonitor
{
    public static Silence Instance { get; } = new();

    public void Called(string action, string region, string detail)
    {
    }

    public void Answered(string region, int answered, int known)
    {
    }

    public void Unseen(string message)
    {
    }
}
