using VpcEndpointTools.Changes;

namespace VpcEndpointTools.Creation;

/// <summary>What a creation says, and asks, by way of the cmdlet.</summary>
internal interface ICreationVoice : IChangeVoice
{
    void Write(SafeVpcEndpoint endpoint);

    /// <summary>Asks whether to go on; under -WhatIf it shows the plan and says no.</summary>
    bool Approve(EndpointPlan plan);

    /// <summary>Asks whether to delete a failed endpoint that is in the way; under -WhatIf it shows that and says no.</summary>
    bool ApproveRemoval(Model.EndpointConfig failed, string region);
}
