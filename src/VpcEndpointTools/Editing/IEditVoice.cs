using VpcEndpointTools.Changes;

namespace VpcEndpointTools.Editing;

/// <summary>What an edit says, and asks, by way of the cmdlet.</summary>
internal interface IEditVoice : IChangeVoice
{
    void Write(EndpointEdit edit);

    /// <summary>Asks whether to go on; under -WhatIf it writes the plan and says no.</summary>
    bool Approve(EndpointEdit plan);
}
