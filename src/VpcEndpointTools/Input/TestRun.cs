using VpcEndpointTools.Aws;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Input;

/// <summary>Tests what was read: at once where what surrounds it is given, at the end and together where AWS is to be asked.</summary>
internal sealed class TestRun
{
    private LiveTests? _live;
    private bool _allWell = true;

    /// <summary>A run that tells by way of a voice.</summary>
    public TestRun(IVoice voice) => Voice = new RelayedVoice(voice, error =>
    {
        _allWell = false;
        voice.Fail(error);
    });

    /// <summary>Who tells: an error of its says that not everything could be read.</summary>
    public IVoice Voice { get; }

    /// <summary>True where no results are written.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>The selected rules.</summary>
    public required RuleEvaluator Evaluator { get; init; }

    /// <summary>What surrounds all of it; null where each input says so itself, or AWS does.</summary>
    public NetworkSnapshot? Snapshot { get; init; }

    /// <summary>True where AWS is asked for what surrounds a configuration.</summary>
    public bool IsLive { get; init; }

    /// <summary>Where to look, or where it will be deployed.</summary>
    public IReadOnlyList<string>? Regions { get; init; }

    /// <summary>Makes the connection to AWS, once it is needed.</summary>
    public required Func<LiveTests> Connect { get; init; }

    /// <summary>Ends it all where more than one Region was given for a test without AWS.</summary>
    public required Action DemandOneRegion { get; init; }

    /// <summary>Ctrl+C.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>How many were tested.</summary>
    public int Count { get; private set; }

    /// <summary>True where something was tested, everything was read, and every result is Passed.</summary>
    public bool AllPassed => _allWell && Count > 0;

    /// <summary>Tests what a document has, or lets it wait for AWS.</summary>
    public void Add(InputDocument document, object target)
    {
        foreach (string warning in document.Warnings)
        {
            Voice.Warn(warning);
        }

        foreach (InputProblem problem in document.Problems)
        {
            Voice.Fail(Errors.Input(problem, target));
        }

        foreach (string id in document.Ids)
        {
            AddById(id, target);
        }

        if (document is { Snapshot.IsGiven: true, Configs.Count: 0, Problems.Count: 0 })
        {
            Voice.Fail(Errors.NothingToTest(target));
        }

        foreach (EndpointConfig config in document.Configs)
        {
            if (IsLive)
            {
                Waiting.Add(config, target);
            }
            else
            {
                DemandOneRegion();
                Test(config, Snapshot ?? document.Snapshot, Regions?[0]);
            }
        }
    }

    /// <summary>Tests what waits for AWS. Throws <see cref="Live.AwsException"/> where no Region can be asked.</summary>
    public void Finish()
    {
        foreach ((EndpointConfig config, NetworkSnapshot snapshot, string region) in _live?.Read(Regions, Evaluator.Needs, Voice) ?? [])
        {
            Test(config, snapshot, region);
        }
    }

    // One look at AWS for all that the pipe brings.
    private LiveTests Waiting => _live ??= Connect();

    private void AddById(string id, object target)
    {
        if (Snapshot is null)
        {
            Waiting.Add(id, target);
            return;
        }

        List<EndpointConfig> named = [.. (Snapshot.VpcEndpoints ?? []).Where(endpoint => IdPattern.Means(id, endpoint))];
        if (named.Count == 0)
        {
            Voice.Fail(Errors.NotInSnapshot(id, target));
        }

        foreach (EndpointConfig endpoint in named)
        {
            Test(endpoint, Snapshot, Regions?[0]);
        }
    }

    private void Test(EndpointConfig config, NetworkSnapshot? snapshot, string? region)
    {
        Stop.ThrowIfCancellationRequested();
        ConfigTestResult result = Evaluator.Evaluate(config, snapshot, region);
        Count++;
        _allWell &= result.Outcome == TestOutcomes.Passed;
        if (!IsQuiet)
        {
            Voice.Write(result);
        }
    }
}
