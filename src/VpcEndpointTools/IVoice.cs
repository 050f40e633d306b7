using System.Management.Automation;

namespace VpcEndpointTools;

/// <summary>The pipeline, for all that works behind a cmdlet: the one way to its streams.</summary>
internal interface IVoice
{
    private const int WaitActivity = 1;

    /// <summary>Writes an object.</summary>
    void Write(object output);

    /// <summary>A line for -Verbose.</summary>
    void Say(string message);

    /// <summary>A warning.</summary>
    void Warn(string message);

    /// <summary>An error of one input; the others go on.</summary>
    void Fail(ErrorRecord error);

    /// <summary>Ends the cmdlet: <c>throw voice.End(error)</c>.</summary>
    Exception End(ErrorRecord error);

    /// <summary>Asks ShouldProcess; under -WhatIf it writes the plan and says no.</summary>
    /// <param name="action">What is done, for -WhatIf and -Verbose.</param>
    /// <param name="question">The whole of it, for the question.</param>
    /// <param name="plan">What is written under -WhatIf; null for nothing.</param>
    /// <param name="caption">The title of the question; the cmdlet's name unless given.</param>
    bool Ask(string action, string question, object? plan = null, string? caption = null);

    /// <summary>Progress.</summary>
    /// <param name="id">The activity's number.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="status">How far it is, in words.</param>
    /// <param name="share">How far it is, from 0 to 1.</param>
    void Progress(int id, string activity, string status, double share);

    /// <summary>The end of an activity.</summary>
    void EndProgress(int id, string activity);

    /// <summary>Says something although the pipeline is being stopped, when its own streams are shut.</summary>
    void LastWords(string message);

    /// <summary>Tells of a wait.</summary>
    void Waiting(string what, string state, double share) => Progress(WaitActivity, $"Waiting for {what}", state, share);

    /// <summary>The wait is over.</summary>
    void Waited() => EndProgress(WaitActivity, "Waiting");

    /// <summary>The same voice, for what must be right for the cmdlet to begin: each error ends it.</summary>
    IVoice Strict => new RelayedVoice(this, error => throw End(error));
}

/// <summary>A voice whose errors somebody hears first.</summary>
/// <param name="inner">Where all else goes.</param>
/// <param name="fail">Who hears them.</param>
internal sealed class RelayedVoice(IVoice inner, Action<ErrorRecord> fail) : IVoice
{
    public void Write(object output) => inner.Write(output);

    public void Say(string message) => inner.Say(message);

    public void Warn(string message) => inner.Warn(message);

    public void Fail(ErrorRecord error) => fail(error);

    public Exception End(ErrorRecord error) => inner.End(error);

    public bool Ask(string action, string question, object? plan = null, string? caption = null) =>
        inner.Ask(action, question, plan, caption);

    public void Progress(int id, string activity, string status, double share) => inner.Progress(id, activity, status, share);

    public void EndProgress(int id, string activity) => inner.EndProgress(id, activity);

    public void LastWords(string message) => inner.LastWords(message);
}
