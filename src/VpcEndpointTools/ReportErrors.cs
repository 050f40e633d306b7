using System.Management.Automation;
using VpcEndpointTools.Reporting;

namespace VpcEndpointTools;

/// <summary>The error records of reports.</summary>
internal static partial class Errors
{
    public static ErrorRecord UnknownReportFormat(string path) =>
        new(
            new ArgumentException($"{path}: its extension means no format. There are {string.Join(", ", ReportFormats.Extensions)}; for another name give -Format."),
            ErrorIds.UnknownReportFormat,
            ErrorCategory.InvalidArgument,
            path);

    public static ErrorRecord ReportIsFolder(string path) =>
        new(new ArgumentException($"{path}: a folder. Expected a file to write."), ErrorIds.PathIsFolder, ErrorCategory.InvalidArgument, path);

    public static ErrorRecord NotReportable(object? input) =>
        new(
            new ArgumentException($"{input ?? "$null"}: expected what Test-VpcEndpointConfig or Get-EndpointRecommendation gives."),
            ErrorIds.NotReportable,
            ErrorCategory.InvalidArgument,
            input);

    public static ErrorRecord ReportFailed(string path, string what, bool isWritten) =>
        new(new InvalidOperationException(isWritten ? $"{what} The report is in {path}." : $"{what} The report could not be written to {path}."), ErrorIds.ReportFailed, ErrorCategory.InvalidResult, path);
}
