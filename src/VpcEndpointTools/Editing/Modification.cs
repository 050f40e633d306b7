using System.Management.Automation;
using VpcEndpointTools.Changes;
using VpcEndpointTools.Creation;
using VpcEndpointTools.Isolation;
using VpcEndpointTools.Live;
using VpcEndpointTools.Model;
using VpcEndpointTools.Policies;

namespace VpcEndpointTools.Editing;

/// <summary>Sends a change once and waits until AWS shows it.</summary>
/// <param name="site">Where.</param>
/// <param name="before">The endpoint as it was when it was looked at.</param>
/// <param name="change">What to change: nothing that the endpoint has already.</param>
/// <param name="voice">Who tells.</param>
/// <param name="target">What the user gave.</param>
internal sealed class Modification(ChangeSite site, EndpointConfig before, EndpointChange change, IVoice voice, object target)
{
    private string? _zoneConflict;
    private TimeSpan? _missingSince;

    /// <summary>Yes, Unknown, or null as long as nothing is known to be changed.</summary>
    public string? Changed { get; private set; }

    /// <summary>True once a request has left.</summary>
    public bool IsSent { get; private set; }

    /// <summary>True where AWS refused this request and shows the change all the same: somebody else made it.</summary>
    public bool IsOfOthers { get; private set; }

    /// <summary>True where the endpoint is gone.</summary>
    public bool IsGone { get; private set; }

    /// <summary>The endpoint as it was shown last.</summary>
    public ShownEndpoint? Last { get; private set; }

    private string Id => before.VpcEndpointId.Known;

    /// <summary>Sends it; false where it is not known to be changed, which has been told.</summary>
    /// <param name="waitForName">True to wait for a private DNS name that a deleted endpoint still has.</param>
    public bool Send(bool waitForName)
    {
        while (true)
        {
            IsSent = true;
            try
            {
                site.Run(stop => ModuleServices.Changes.ModifyAsync(site.Connection, site.Region, Id, change, site.Monitor, stop));
                Changed = ChangeOutcomes.Yes;
                return true;
            }
            catch (AwsException exception) when (waitForName && TakenPrivateName.Is(exception))
            {
                if (_zoneConflict is null)
                {
                    voice.Warn(TakenPrivateName.Warning(Id, exception));
                }

                _zoneConflict = exception.Id;

                // It was refused: nothing has been sent that could still take effect.
                IsSent = false;
                voice.Waiting(Id, "the private DNS name is taken", site.Deadline.Elapsed / site.Deadline.Limit);
                site.Pause();
            }
            catch (AwsException exception)
            {
                return Recover(exception);
            }
        }
    }

    /// <summary>Waits until AWS shows the change and the endpoint is available again; false where that came to nothing, which has been
    /// told.</summary>
    /// <param name="inAnyState">True to wait for the change alone: it counts on an endpoint that has failed too.</param>
    public bool Await(bool inAnyState = false)
    {
        while (true)
        {
            ShownEndpoint? now = site.Find(Id, before.VpcId.Known);
            _missingSince = now is null ? _missingSince ?? site.Deadline.Elapsed : null;
            if (now is null ? site.Deadline.Elapsed - _missingSince > Pause.Of(EndpointWait.LongestAbsence)
                : EndpointStates.IsGone(now.State))
            {
                return FailAsGone(now);
            }

            Last = now ?? Last;
            if (now is null || Last is null)
            {
                voice.Waiting(Id, "not listed", site.Deadline.Elapsed / site.Deadline.Limit);
                site.Pause();
                continue;
            }

            if (!inAnyState && EndpointStates.IsBroken(Last.State))
            {
                return Fail(Errors.ChangedEndpointBroken(Last, target));
            }

            if (IsShown(Last.Config) && (inAnyState || IsSettled(Last.State)))
            {
                return true;
            }

            voice.Waiting(Id, IsShown(Last.Config) ? Last.State : "the change is not shown yet",
                site.Deadline.Elapsed / site.Deadline.Limit);
            site.Pause();
        }
    }

    /// <summary>What is known of it when the time is over or the pipeline is being stopped: takes a last short look.</summary>
    public string WhatIsKnown()
    {
        if (!IsSent)
        {
            return $"{Id} was not changed{(_zoneConflict is null ? ": nothing was sent" : $": AWS refused it ({_zoneConflict})")}.";
        }

        bool looked = site.TryLastLook(Id, before.VpcId.Known, out ShownEndpoint? now);
        Last = looked ? now : Last;
        string seen = looked
            ? now is null ? "the endpoint is not listed any more"
                : $"AWS {(IsShown(now.Config) ? "shows" : "does not show")} the change, and the endpoint is {now.State}"
            : "it could not be looked at again";
        return Changed switch
        {
            ChangeOutcomes.Yes => $"AWS accepted the change of {Id} in {site.Region}; {seen}.",
            ChangeOutcomes.Unknown => $"The change of {Id} in {site.Region} was sent; {seen}.",
            _ => $"The change of {Id} in {site.Region} was sent and not answered, so whether it takes effect is not known; {seen}.",
        };
    }

    /// <summary>True where AWS shows the change. A policy may come back in other words than it was sent.</summary>
    public bool IsShown(EndpointConfig now)
    {
        EndpointChange missing = change.Needed(now);
        return missing.IsEmpty || (missing with { PolicyDocument = null }).IsEmpty
            && !PolicyText.Same(now.PolicyDocument.KnownOrDefault ?? string.Empty, before.PolicyDocument.KnownOrDefault ?? string.Empty);
    }

    // One that waits for acceptance goes on waiting.
    private bool IsSettled(string state) =>
        string.Equals(state, "available", StringComparison.OrdinalIgnoreCase)
            || string.Equals(state, before.State.KnownOrDefault, StringComparison.OrdinalIgnoreCase);

    // An attempt before the last may have been carried out, and somebody else may have been faster: what is there tells.
    private bool Recover(AwsException exception)
    {
        try
        {
            Last = site.Find(Id, before.VpcId.Known);
        }
        catch (AwsException look)
        {
            return Fail(Errors.ChangeNotKnown(Id, exception, look, target));
        }

        if (Last is null || EndpointStates.IsGone(Last.State))
        {
            return FailAsGone(Last);
        }

        if (!IsShown(Last.Config))
        {
            return Fail(Errors.NotChanged(Id, exception, Last, target));
        }

        IsOfOthers = !exception.MayHaveActed;
        voice.Warn($"{Id}: {exception.Message} But it is as it was to be: {(IsOfOthers ? string.Empty : "this request, or ")}somebody else"
            + $"{(IsOfOthers ? string.Empty : ",")} changed it.");
        Changed = ChangeOutcomes.Unknown;
        return true;
    }

    private bool FailAsGone(ShownEndpoint? now)
    {
        IsGone = true;
        return Fail(Errors.ChangedEndpointGone(Id, now, target));
    }

    private bool Fail(ErrorRecord error)
    {
        voice.Fail(error);
        return false;
    }
}
