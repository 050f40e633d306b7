using System.Management.Automation;

namespace VpcEndpointTools.Creation;

/// <summary>What a creation says, and asks, by way of the cmdlet.</summary>
internal interface ICreationVoice
{
    void Say(string message);

    void Warn(string message);

    void Fail(ErrorRecord error);

    void Write(SafeVpcEndpoint endpoint);

    /// <summary>Asks whether to go on; under -WhatIf it shows the plan and says no.</summary>
    bool Approve(EndpointPlan plan);

    /// <summary>Asks whether to delete a failed endpoint that is in the way; under -WhatIf it shows that and says no.</summary>
    bool ApproveRemoval(Model.EndpointConfig failed, string region);

    /// <summary>Tells of the wait.</summary>
    void Waiting(string endpointId, string state, double share);

    /// <summary>Says something although the pipeline is being stopped, when its own streams are shut.</summary>
    void LastWords(string message);
}
