using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Creation;

/// <summary>The creations of one call, a session for each Region: what one Region promised or was asked is none of another's.</summary>
/// <param name="choices">How to choose what the user did not name.</param>
/// <param name="options">What the user wants.</param>
/// <param name="evaluator">The rules with the settings.</param>
/// <param name="voice">Who tells.</param>
/// <param name="open">Opens the session of a Region.</param>
internal sealed class CreationSessions(
    Choices choices, CreationOptions options, RuleEvaluator evaluator, IVoice voice, Func<string, RuleEvaluator, SafeCreation> open)
{
    private readonly Dictionary<string, SafeCreation> _sessions = new(StringComparer.Ordinal);

    /// <summary>Creates the endpoint of a request.</summary>
    /// <param name="given">The request.</param>
    /// <param name="region">Where.</param>
    /// <param name="target">What the user gave.</param>
    public void Create(EndpointConfig given, string region, object target)
    {
        if (!ServiceNames.IsRegion(region))
        {
            voice.Fail(Errors.InvalidRegion(region));
            return;
        }

        RequestCompletion completion = new(choices, region, evaluator.Catalog, voice);
        if (completion.Named(given) is not { } named)
        {
            return;
        }

        if (options.EnablesPrivateDnsAfterwards)
        {
            if (named.PrivateDnsEnabled.Is(false))
            {
                voice.Fail(Errors.ContradictoryPrivateDns("PrivateDnsEnabled false", target));
                return;
            }

            named = named with { PrivateDnsEnabled = true };
        }

        if (!_sessions.TryGetValue(region, out SafeCreation? session))
        {
            _sessions[region] = session = open(region, evaluator);
        }

        session.Run(named, completion, target);
    }
}
