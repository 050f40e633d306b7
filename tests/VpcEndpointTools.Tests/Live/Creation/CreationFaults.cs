using VpcEndpointTools.Emulator;

namespace VpcEndpointTools.Tests.Live.Creation;

/// <summary>What a call of a creation can meet.</summary>
internal static class CreationFaults
{
    public static void Inject(FaultScript faults, string action, int number, string fault)
    {
        switch (fault)
        {
            case "no fault":
                break;
            case "throttled":
                faults.Throttle(action, number);
                break;
            case "500":
                faults.Fail(action, number, 500, "InternalError", "An internal error has occurred");
                break;
            case "500 after":
                faults.FailAfter(action, number);
                break;
            case "503":
                faults.Fail(action, number, 503, "Unavailable", "The service is unavailable. Please try again shortly.");
                break;
            case "cut before":
                faults.CutBefore(action, number);
                break;
            case "cut after":
                faults.CutAfter(action, number);
                break;
            case "denied":
                faults.Deny(action, number);
                break;
            case "hang, Ctrl+C":
                faults.Hang(action, number);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(fault), fault, "no such fault");
        }
    }
}
