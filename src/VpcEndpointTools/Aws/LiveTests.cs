using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Input;
using VpcEndpointTools.Isolation;
using VpcEndpointTools.Live;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Aws;

/// <summary>What waits to be tested against AWS, so that each Region is read once however many endpoints there are.</summary>
internal sealed class LiveTests(AwsPump pump, AwsConnection connection, CancellationToken stop)
{
    private readonly List<(EndpointConfig Config, object Target)> _configs = [];
    private readonly List<(string Id, object Target)> _ids = [];

    /// <summary>True where something waits.</summary>
    public bool Any => _configs.Count + _ids.Count > 0;

    /// <summary>A configuration whose surroundings are to be read.</summary>
    public void Add(EndpointConfig config, object target) => _configs.Add((config, target));

    /// <summary>An endpoint, or a VPC for all of its endpoints; wildcards are allowed.</summary>
    public void Add(string id, object target) => _ids.Add((id, target));

    /// <summary>Each configuration with what surrounds it; what cannot be had is an error.</summary>
    /// <param name="regions">Where to look; the connection's own Region for null.</param>
    /// <param name="needs">What the selected rules look at.</param>
    /// <param name="voice">Who tells.</param>
    public IEnumerable<(EndpointConfig Config, NetworkSnapshot Snapshot, string Region)> Read(
        IReadOnlyList<string>? regions, RuleNeeds needs, IVoice voice)
    {
        // A configuration may name its Region itself; only the others need one of the caller's.
        LiveSnapshots snapshots = new(pump, connection, stop);
        bool asksAround = _ids.Count > 0 || _configs.Any(item => !item.Config.Region.IsKnown);
        IReadOnlyList<string> asked = asksAround ? snapshots.Regions(regions) : [];
        foreach ((EndpointConfig config, object target) in _configs.Where(item => !item.Config.Region.IsKnown && asked.Count != 1))
        {
            voice.Fail(Errors.SeveralRegionsFor(config.Target, asked, target));
        }

        List<string> all = [.. asked.Concat(_configs.Where(item => item.Config.Region.IsKnown).Select(item => item.Config.Region.Known)).Distinct(StringComparer.Ordinal)];
        all.RemoveAll(region => _ids.Count == 0 && !ConfigsOf(region, asked).Any());
        IReadOnlyList<RegionAnswer> answers = snapshots.Read([.. all.Select(region => (Func<Task<SnapshotRequest?>>)(() => RequestAsync(region, asked, needs)))], all);
        HashSet<string> found = new(StringComparer.OrdinalIgnoreCase);
        foreach (RegionAnswer answer in answers)
        {
            foreach ((EndpointConfig, NetworkSnapshot, string) test in TestsOf(answer, asked, found, voice))
            {
                yield return test;
            }
        }

        foreach ((string id, object target) in _ids.Where(item => !found.Contains(item.Id) && answers.Any(answer => answer.Problem is null)))
        {
            voice.Fail(Errors.NotInAws(id, asked, target));
        }
    }

    private IEnumerable<(EndpointConfig Config, object Target)> ConfigsOf(string region, IReadOnlyList<string> asked) =>
        _configs.Where(item => item.Config.Region.IsKnown ? item.Config.Region.Known == region : asked is [var only] && only == region);

    private IEnumerable<(EndpointConfig Config, NetworkSnapshot Snapshot, string Region)> TestsOf(
        RegionAnswer answer, IReadOnlyList<string> asked, HashSet<string> found, IVoice voice)
    {
        if (answer.Problem is { } problem)
        {
            voice.Fail(Errors.Aws(problem, answer.Region));
            yield break;
        }

        foreach (Reading.InputProblem unreadable in answer.Document.Problems)
        {
            voice.Fail(Errors.Input(unreadable, answer.Region));
        }

        if (answer.Document.Snapshot is not { } snapshot)
        {
            yield break;
        }

        foreach ((EndpointConfig config, _) in ConfigsOf(answer.Region, asked))
        {
            yield return (config, snapshot, answer.Region);
        }

        if (_ids.Count > 0 && asked.Contains(answer.Region, StringComparer.Ordinal))
        {
            if (snapshot.VpcEndpoints is null)
            {
                found.UnionWith(_ids.Select(item => item.Id));
                voice.Fail(Errors.EndpointsNotSeen(answer.Region));
                yield break;
            }

            foreach ((string id, _) in _ids.DistinctBy(item => item.Id, StringComparer.OrdinalIgnoreCase))
            {
                foreach (EndpointConfig endpoint in Named(id, snapshot, found))
                {
                    yield return (endpoint, snapshot, answer.Region);
                }
            }
        }
    }

    private static List<EndpointConfig> Named(string id, NetworkSnapshot snapshot, HashSet<string> found)
    {
        List<EndpointConfig> named = [.. snapshot.VpcEndpoints!.Where(endpoint => IdPattern.Means(id, endpoint))];

        // A VPC without endpoints is there all the same, and a wildcard may mean nothing.
        if (named.Count > 0 || IdPattern.IsPattern(id) || (IdPattern.IsVpc(id) && snapshot.Vpcs?.Any(vpc => IdPattern.Matches(id, vpc.VpcId)) == true))
        {
            found.Add(id);
        }

        return named;
    }

    // Which VPCs: those of the configurations, those asked for, and those of the endpoints asked for; null where these are not there.
    private async Task<SnapshotRequest?> RequestAsync(string region, IReadOnlyList<string> asked, RuleNeeds needs)
    {
        HashSet<string> vpcs = [.. ConfigsOf(region, asked).Select(item => item.Config.VpcId).Where(id => id.IsKnown).Select(id => id.Known)];
        bool wantsIds = _ids.Count > 0 && asked.Contains(region, StringComparer.Ordinal);
        if (wantsIds)
        {
            vpcs.UnionWith(_ids.Select(item => item.Id).Where(IdPattern.IsVpc));
            string[] endpoints = [.. _ids.Select(item => item.Id).Where(id => !IdPattern.IsVpc(id)).Distinct(StringComparer.OrdinalIgnoreCase)];
            if (endpoints.Length > 0 && !vpcs.Contains("*"))
            {
                vpcs.UnionWith((await ModuleServices.Aws.FindEndpointVpcsAsync(connection, region, endpoints, pump, stop).ConfigureAwait(false)).Values);
            }
        }

        return vpcs.Count == 0 && !ConfigsOf(region, asked).Any() ? null : new SnapshotRequest(region)
        {
            VpcIds = [.. vpcs],
            WithoutVpcs = vpcs.Count == 0,
            Needs = needs | (wantsIds ? RuleNeeds.VpcEndpoints : RuleNeeds.None),
        };
    }
}
