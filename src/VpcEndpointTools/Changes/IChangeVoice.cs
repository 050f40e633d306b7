using System.Management.Automation;

namespace VpcEndpointTools.Changes;

/// <summary>What the change of an endpoint says by way of the cmdlet.</summary>
internal interface IChangeVoice
{
    void Say(string message);

    void Warn(string message);

    void Fail(ErrorRecord error);

    /// <summary>Tells of the wait.</summary>
    void Waiting(string endpointId, string state, double share);

    /// <summary>The wait is over.</summary>
    void Waited();

    /// <summary>Says something although the pipeline is being stopped, when its own streams are shut.</summary>
    void LastWords(string message);
}
