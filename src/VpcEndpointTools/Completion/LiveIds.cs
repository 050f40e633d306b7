using System.Collections.Concurrent;
using System.Net.Sockets;
using VpcEndpointTools.Isolation;
using VpcEndpointTools.Live;

namespace VpcEndpointTools.Completion;

/// <summary>The ids that AWS has, kept for a minute. It waits for an answer only where AWS can be reached; a late one serves the next time.</summary>
internal static class LiveIds
{
    // Who types waits 200 ms at most where there is no AWS; the rest is for finding out whom to ask.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan PatienceWithAws = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(1);

    private static readonly ConcurrentDictionary<string, (DateTimeOffset Asked, Task<IReadOnlyList<NamedId>> Answer)> Kept = new(StringComparer.Ordinal);

    /// <summary>The ids; none where there is no answer in time.</summary>
    public static IReadOnlyList<NamedId> Get(TypedConnection typed, NamedKind kind, string? vpcId)
    {
        string key = $"{typed.Key}|{kind}|{vpcId}";
        DateTimeOffset now = DateTimeOffset.UtcNow;
        (_, Task<IReadOnlyList<NamedId>> answer) = Kept.AddOrUpdate(
            key, _ => (now, Ask()), (_, kept) => now - kept.Asked < Age && !kept.Answer.IsFaulted && !kept.Answer.IsCanceled ? kept : (now, Ask()));

        if (!answer.IsCompleted)
        {
            Wait(answer, typed.Address);
        }

        return answer.IsCompletedSuccessfully ? answer.Result : [];

        Task<IReadOnlyList<NamedId>> Ask() =>
            Task.Run(() => ModuleServices.Names.ListAsync(typed.Resolve(), typed.Region, kind, vpcId, CancellationToken.None));
    }

    // Whether there is a way to AWS is found out while the question is on its way; without one it is not waited for.
    private static void Wait(Task answer, Uri address)
    {
        using TcpClient probe = new();
        Task reached = probe.ConnectAsync(address.Host, address.Port);
        Task.WaitAny([answer, reached], Patience);
        if (reached.IsCompletedSuccessfully)
        {
            Task.WaitAny([answer], PatienceWithAws);
        }

        // Looked at whenever it ends, so that it never speaks up.
        _ = reached.ContinueWith(task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }
}
