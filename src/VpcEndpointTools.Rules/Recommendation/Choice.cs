using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Pricing;

namespace VpcEndpointTools.Recommendation;

/// <summary>A need with its options weighed: what all kinds of recommendations say of it.</summary>
/// <param name="Need">The need.</param>
/// <param name="Options">The options, the best first.</param>
/// <param name="Offered">The types that the target offers; null where that is not known.</param>
/// <param name="Costs">Prices of the Region.</param>
/// <param name="Zones">In how many zones an endpoint would be.</param>
/// <param name="IsOverNat">True where the traffic has a NAT gateway to go through.</param>
internal sealed record Choice(EndpointNeed Need, IReadOnlyList<EndpointOption> Options, IReadOnlyList<string>? Offered, CostModel Costs, int Zones, bool IsOverNat)
{
    /// <summary>Reasons to give before the choice's own.</summary>
    public RecommendationReason[] Before { get; init; } = [];

    /// <summary>The best option.</summary>
    public EndpointOption Best => Options[0];

    /// <summary>The options turned down.</summary>
    public EndpointOption[] Others => [.. Options.Skip(1)];

    /// <summary>Why the best is the best.</summary>
    public RecommendationReason[] Reasons => [.. Before, .. IsCheaperWithout ? Cheaper : NeedReasons.For(Need, Best, Offered)];

    /// <summary>What speaks against the best all the same.</summary>
    public RecommendationReason[] Against => [.. Best.Uncertain, .. MissingPrice];

    /// <summary>How sure it is.</summary>
    public string Confidence => Best.Uncertain.Length > 0 || IsClientGuess ? Confidences.Medium : Confidences.High;

    /// <summary>US dollars a month that it saves against the way over NAT; null where that is not known.</summary>
    public decimal? Saving => IsOverNat && Need.MonthlyGB is { } volume && Best.Type is not null ? Costs.NatData(volume).Total - Best.EstimatedMonthlyCost : null;

    /// <summary>From how many GB a month the endpoint is cheaper than the way over NAT.</summary>
    public decimal? BreakEvenGB => Interface is { Qualifies: true } && Options.All(option => option.Type != EndpointTypes.Gateway || !option.Qualifies) ? Costs.BreakEvenGB(EndpointTypes.Interface, Zones) : null;

    private EndpointOption? Interface => Options.FirstOrDefault(option => option.Type == EndpointTypes.Interface);

    // Where the answer hangs on who the clients are and nobody said it.
    private bool IsClientGuess => Need.AccessFrom == ClientLocations.None && Best.Type == EndpointTypes.Gateway && Interface is { Qualifies: true };

    private bool IsCheaperWithout => Best.Type is null && Options.Any(option => option.Type is not null && option.Qualifies);

    private IEnumerable<RecommendationReason> Cheaper =>
    [
        new(
            $"The NAT gateway that is there carries this volume for {Money.Text(Best.EstimatedMonthlyCost ?? 0)} USD a month, an Interface endpoint would for {Money.Text(Interface?.EstimatedMonthlyCost ?? 0)}.",
            RuleSources.Pricing,
            RuleIds.C005),
    ];

    private IEnumerable<RecommendationReason> MissingPrice => Best.Type is not null && Best.EstimatedMonthlyCost is null
        ? [new($"No figure: {Costs.Endpoint(Best.Type, Zones, Need.MonthlyGB).Missing} is not known. Give a price list (-PriceList) for one.", RuleSources.Pricing)]
        : [];
}
