using VpcEndpointTools.Changes;

namespace VpcEndpointTools.Removal;

/// <summary>What a removal says, and asks, by way of the cmdlet.</summary>
internal interface IRemovalVoice : IChangeVoice
{
    void Write(EndpointRemoval removal);

    /// <summary>Asks whether to go on; under -WhatIf it writes the plan and says no.</summary>
    bool Approve(EndpointRemoval plan);
}
