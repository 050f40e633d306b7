using VpcEndpointTools.Live;

namespace VpcEndpointTools.Creation;

/// <summary>Drops what is told of calls that are made when nobody can be told any more.</summary>
internal sealed class UnheardCalls : IAwsMonitor
{
    public static UnheardCalls Instance { get; } = new();

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
