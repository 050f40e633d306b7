using System.Management.Automation;
using VpcEndpointTools.Changes;
using VpcEndpointTools.Editing;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Live;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Creation;

/// <summary>The second stage of a creation: private DNS is turned on when the endpoint is available and sound, and off again where that
/// turns out otherwise.</summary>
/// <remarks>Names that resolve to an endpoint which is not ready are an outage. Source: hashicorp/terraform-provider-aws#7148.</remarks>
internal sealed class PrivateDnsStage(ChangeSite site, RuleEvaluator evaluator, CreationOptions options, IVoice voice,
    CreationProof proof, object target)
{
    // What went wrong once private DNS was on: one error tells it, with what came of turning it off.
    private readonly List<ErrorRecord> _heard = [];
    private bool _isOn;
    private string _reason = string.Empty;
    private Modification? _on;
    private Modification? _off;

    /// <summary>The request of the first stage: what hangs on private DNS comes with it.</summary>
    public static EndpointConfig First(EndpointConfig request) => request with
    {
        PrivateDnsEnabled = false,
        DnsOptions = request.DnsOptions with
        {
            PrivateDnsOnlyForInboundResolverEndpoint = default, PrivateDnsPreference = default,
                PrivateDnsSpecifiedDomains = ValueList<Value<string>>.Absent,
        },
    };

    /// <summary>Turns private DNS on.</summary>
    /// <param name="endpoint">The endpoint, available.</param>
    /// <param name="request">The whole request, private DNS included.</param>
    /// <returns>The endpoint as it is then, and the verdict on it; null where it was not looked at again.</returns>
    public (SafeVpcEndpoint? Endpoint, ConfigTestResult? Verdict) Run(SafeVpcEndpoint endpoint, EndpointConfig request)
    {
        try
        {
            return TurnOn(endpoint, request);
        }
        catch (AwsException exception)
        {
            voice.Fail(Errors.PrivateDnsStopped($"{endpoint.VpcEndpointId}: {_reason}{WhatIsKnown()} {exception.Message}", exception.Id,
                target));
        }
        catch (OperationCanceledException) when (site.Deadline.HasCancelled)
        {
            voice.Fail(Errors.TimeOver(
                $"{endpoint.VpcEndpointId}: {Errors.Seconds(site.Deadline.Limit)} are over. {_reason}{WhatIsKnown()} The same command again goes "
                    + $"on; -TimeoutSeconds waits longer.", target));
        }

        return ((_off ?? _on)?.Last?.View, null);
    }

    /// <summary>What is known of private DNS, in a sentence.</summary>
    public string WhatIsKnown() => (_off ?? _on)?.WhatIsKnown() ?? "Private DNS is not on: nothing was sent for it.";

    private (SafeVpcEndpoint? Endpoint, ConfigTestResult? Verdict) TurnOn(SafeVpcEndpoint endpoint, EndpointConfig request)
    {
        NetworkSnapshot around = site.Read(new SnapshotRequest(site.Region) { VpcIds = [endpoint.VpcId] });
        if (around.VpcEndpoints?.FirstOrDefault(one => one.VpcEndpointId.Is(endpoint.VpcEndpointId)) is not { } now)
        {
            voice.Fail(Errors.PrivateDnsStopped($"{endpoint.VpcEndpointId} is not listed, so private DNS was not turned on.",
                ErrorIds.EndpointNotListed, target));
            return (null, null);
        }

        EndpointChange change = Wanted(request).Needed(now);
        if (change.IsEmpty)
        {
            return (null, evaluator.Evaluate(now, around, site.Region));
        }

        if (!IsReady(now, change, around, out ConfigTestResult asIs))
        {
            return (null, asIs);
        }

        if (!IsApproved(now.VpcEndpointId.Known))
        {
            return (null, asIs);
        }

        _on = new Modification(site, now, change, new RelayedVoice(voice, Hear), target);
        if (!_on.Send(waitForName: true))
        {
            return (_on.Last?.View, asIs);
        }

        _isOn = true;
        if (!_on.Await())
        {
            return _on.IsGone ? TellHeard() : TurnOff(now, Broken(_on.Last!.View));
        }

        ConfigTestResult? verdict = SafeEdit.Verify(site, _on.Last!, change, evaluator, voice);
        return verdict?.Outcome == TestOutcomes.Failed
            ? TurnOff(now, string.Join(" ", verdict.Findings.Where(IsError).Select(finding => $"{finding.RuleId}: {finding.Message}")))
            : (_on.Last!.View, verdict);
    }

    // The creation was asked for with its private DNS; any other endpoint may be somebody else's.
    private bool IsApproved(string id)
    {
        if (proof.IsYes)
        {
            return true;
        }

        string whose = proof.Created == CreationProof.No ? "this command did not create" : "this command is not proved to have created";
        string action = $"Turn on private DNS of {id} in {site.Region}, which {whose}";
        bool isApproved = site.Deadline.WithoutCounting(() => voice.Ask(
            $"{action}.", $"{action}, because {proof.Reason}?", caption: "New-SafeVpcEndpoint -EnablePrivateDns"));
        if (isApproved && proof.Created == CreationProof.No)
        {
            voice.Warn($"Private DNS is turned on for {id}, which {whose}: {proof.Reason}.");
        }

        return isApproved;
    }

    private void Hear(ErrorRecord error)
    {
        if (_isOn)
        {
            _heard.Add(error);
        }
        else
        {
            voice.Fail(error);
        }
    }

    private (SafeVpcEndpoint? Endpoint, ConfigTestResult? Verdict) TellHeard()
    {
        _heard.ForEach(voice.Fail);
        return (_on!.Last?.View, null);
    }

    private static string Broken(SafeVpcEndpoint endpoint) =>
        $"The endpoint is {endpoint.State} since private DNS was turned on ({endpoint.FailureReason?.TrimEnd('.') ?? "AWS gives no reason"}). "
        + "It is billed until it is deleted.";

    private static EndpointChange Wanted(EndpointConfig request) => new()
    {
        PrivateDnsEnabled = true,
        PrivateDnsOnlyForInboundResolverEndpoint = request.DnsOptions.PrivateDnsOnlyForInboundResolverEndpoint is { IsKnown: true } inbound ? inbound.Known : null,
        PrivateDnsPreference = request.DnsOptions.PrivateDnsPreference.KnownOrDefault,
        PrivateDnsSpecifiedDomains = request.DnsOptions.PrivateDnsSpecifiedDomains.IsAbsent ? null
            : [.. request.DnsOptions.PrivateDnsSpecifiedDomains.Select(domain => domain.Known)],
    };

    // Whatever is wrong with the endpoint as it is would be an outage with its names; and what private DNS itself would bring.
    private bool IsReady(EndpointConfig now, EndpointChange change, NetworkSnapshot around, out ConfigTestResult asIs)
    {
        asIs = evaluator.Evaluate(now, around, site.Region);
        ChangePreflight preflight = ChangePreflight.Of(now, change, around, evaluator, site.Region);
        List<Finding> errors = [.. asIs.Findings.Where(IsError).Concat(preflight.Errors)
            .DistinctBy(finding => (finding.RuleId, finding.Message))];
        foreach (Finding finding in errors)
        {
            voice.Fail(Errors.PrivateDnsNotReady(now.VpcEndpointId.Known, finding, target));
        }

        bool isUncertain = errors.Count == 0 && !options.AllowInconclusive
            && (asIs.Outcome == TestOutcomes.Inconclusive || preflight.IsInconclusive);
        if (isUncertain)
        {
            voice.Fail(Errors.ChangeInconclusive(now.VpcEndpointId.Known, asIs.Outcome == TestOutcomes.Inconclusive ? asIs
                : preflight.Result, target));
        }

        return errors.Count == 0 && !isUncertain;
    }

    // What was turned on is turned off again: once, and what came of it is told.
    private (SafeVpcEndpoint? Endpoint, ConfigTestResult? Verdict) TurnOff(EndpointConfig before, string reason)
    {
        string id = before.VpcEndpointId.Known;
        if (_on!.IsOfOthers)
        {
            voice.Fail(Errors.PrivateDnsStopped($"{id}: {reason} AWS refused this command's request: somebody else turned private DNS on, so "
                + "it is left on.", ErrorIds.PrivateDnsNotReverted, target));
            return (_on.Last?.View, null);
        }

        _heard.Clear();
        _reason = $"{reason} ";
        EndpointConfig on = before with { PrivateDnsEnabled = true, State = _on.Last?.View.State ?? "available" };
        _off = new Modification(site, on, new EndpointChange { PrivateDnsEnabled = false }, new RelayedVoice(voice, Hear), target);
        bool isOff = _off.Send(waitForName: false) && _off.Await(inAnyState: true);
        string outcome = isOff ? "Private DNS was turned off again."
            : $"Private DNS could not be turned off again, or that is not known: look at it now. {string.Join(" ", _heard.Select(Message))}";
        voice.Fail(Errors.PrivateDnsStopped($"{id}: {reason} {outcome}", isOff ? ErrorIds.PrivateDnsReverted
            : ErrorIds.PrivateDnsNotReverted, target));
        return (_off.Last?.View ?? LastLook(id, before.VpcId.Known) ?? _on.Last?.View, null);
    }

    private SafeVpcEndpoint? LastLook(string id, string vpcId) => site.TryLastLook(id, vpcId, out ShownEndpoint? shown) ? shown?.View : null;

    private static string Message(ErrorRecord error) => error.Exception.Message;

    private static bool IsError(Finding finding) => finding.Severity == nameof(Severity.Error);
}
