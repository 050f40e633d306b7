using System.Globalization;
using System.Management.Automation;
using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Live;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools;

/// <summary>Makes every error record of the module: one id a cause, the user's own input as the target.</summary>
internal static partial class Errors
{
    /// <summary>What a catalogue file is: the sentence that follows "Expected".</summary>
    public const string WholeServiceAnswer = "the whole answer of 'aws ec2 describe-vpc-endpoint-services'.";

    public static ErrorRecord Input(InputProblem problem, object? target) =>
        new(new InvalidDataException(problem.ToString()), problem.Id, ErrorCategory.InvalidData, target);

    public static ErrorRecord NullInput() =>
        new(new ArgumentException("The pipe gave $null where an endpoint configuration was expected."), ErrorIds.NullInput, ErrorCategory.InvalidArgument, null);

    public static ErrorRecord PathNotFound(string path, string expected) =>
        new(new ItemNotFoundException($"{path}: no such file. Expected {expected}"), ErrorIds.PathNotFound, ErrorCategory.ObjectNotFound, path);

    public static ErrorRecord PathNotMatched(string path) =>
        new(new ItemNotFoundException($"{path}: no file matches."), ErrorIds.PathNotMatched, ErrorCategory.ObjectNotFound, path);

    public static ErrorRecord PathIsFolder(string path) =>
        new(
            new InvalidDataException($"{path}: a folder. Expected a file; for all in it say '{System.IO.Path.Combine(path, "*.json")}'."),
            ErrorIds.PathIsFolder,
            ErrorCategory.InvalidArgument,
            path);

    public static ErrorRecord PathNotReadable(string path, Exception cause) =>
        new(new IOException($"{path}: cannot be read: {cause.Message}", cause), ErrorIds.PathNotReadable, ErrorCategory.ReadError, path);

    public static ErrorRecord PathOfOtherProvider(string path, string provider) =>
        new(
            new NotSupportedException($"{path}: belongs to the provider {provider}. Expected a file of the file system."),
            ErrorIds.PathOfOtherProvider,
            ErrorCategory.InvalidArgument,
            path);

    public static ErrorRecord NothingToTest(object target) =>
        new(
            new InvalidDataException($"{target}: a snapshot without VpcEndpoints: there is nothing to test. Give it with -Snapshot, beside the configurations."),
            ErrorIds.NothingToTest,
            ErrorCategory.InvalidData,
            target);

    public static ErrorRecord NotInSnapshot(string id, object target) =>
        new(new ItemNotFoundException($"{id}: not in the VpcEndpoints of the snapshot."), ErrorIds.NotInSnapshot, ErrorCategory.ObjectNotFound, target);

    public static ErrorRecord UnknownRule(string id, IEnumerable<string> near) =>
        new(
            new ArgumentException(RetiredRules.Reasons.TryGetValue(id, out string? reason)
                ? $"{id}: this rule no longer exists. {reason}"
                : $"{id}: no rule has this id. {(near.Any() ? $"Did you mean {string.Join(", ", near)}?" : "Ids look like VPCE-S001.")}"),
            ErrorIds.UnknownRuleId,
            ErrorCategory.InvalidArgument,
            id);

    public static ErrorRecord UnknownName(string id, string given, string what, IEnumerable<string> known) =>
        new(
            new ArgumentException($"{given}: no {what} has this name. There are {string.Join(", ", known)}."),
            id,
            ErrorCategory.InvalidArgument,
            given);

    public static ErrorRecord InvalidPattern(string pattern) =>
        new(new ArgumentException($"{pattern}: not a valid wildcard pattern."), ErrorIds.InvalidPattern, ErrorCategory.InvalidArgument, pattern);

    public static ErrorRecord UnknownService(string name, ServiceCatalog catalog)
    {
        // The judge knows full names; any Region will do to ask it about a short one.
        bool isShort = !ServiceNames.KnownPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
        string? meant = ServiceNameJudge.Judge(isShort ? $"com.amazonaws.us-east-1.{name}" : name, catalog, null).Suggestion;
        meant = isShort && meant is not null ? catalog.Find(meant)?.ShortName : meant;
        string suggestion = meant is null ? string.Empty : $" Did you mean {meant}?";
        return new(
            new ItemNotFoundException(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: not in the service catalogue of {catalog.Date:yyyy-MM-dd}.{suggestion}")),
            ErrorIds.UnknownServiceName,
            ErrorCategory.ObjectNotFound,
            name);
    }

    public static ErrorRecord NoServiceDetails(string path) =>
        new(
            new InvalidDataException(
                $"{path}: no ServiceDetails in it. Expected {WholeServiceAnswer}"),
            ErrorIds.NoServiceDetails,
            ErrorCategory.InvalidData,
            path);

    public static ErrorRecord NoRuleLeft() =>
        new(new ArgumentException("-IncludeRule, -ExcludeRule and the settings leave no rule to run."), ErrorIds.NoRuleSelected, ErrorCategory.InvalidArgument, null);

    public static ErrorRecord SeveralRegions(string[] regions) =>
        new(
            new ArgumentException($"{string.Join(", ", regions)}: give the one Region where the endpoints will be deployed."),
            ErrorIds.SeveralRegions,
            ErrorCategory.InvalidArgument,
            regions);

    public static ErrorRecord InvalidRegion(string region) =>
        new(new ArgumentException($"{region}: not the name of a Region, such as eu-west-1."), ErrorIds.InvalidRegion, ErrorCategory.InvalidArgument, region);

    public static ErrorRecord InvalidSnapshot(string message, object target) =>
        new(new InvalidDataException(message), ErrorIds.InvalidSnapshot, ErrorCategory.InvalidData, target);

    public static ErrorRecord SettingsNotFound(string path) =>
        new(new ItemNotFoundException($"{path}: no such file. Expected a settings file (.psd1)."), ErrorIds.SettingsNotFound, ErrorCategory.ObjectNotFound, path);

    public static ErrorRecord InvalidSettings(string source, int? line, string message, object target) =>
        new(
            new InvalidDataException(line is null ? $"{source}: {message}" : string.Create(CultureInfo.InvariantCulture, $"{source}({line}): {message}")),
            ErrorIds.InvalidSettings,
            ErrorCategory.InvalidData,
            target);

    public static ErrorRecord BaselineNotFound(string path) =>
        new(new ItemNotFoundException($"{path}: no such file. Expected earlier results as JSON."), ErrorIds.BaselineNotFound, ErrorCategory.ObjectNotFound, path);

    public static ErrorRecord Aws(AwsException problem, object? target) => new(problem, problem.Id, CategoryOf(problem), target);

    public static ErrorRecord NotInAws(string id, IReadOnlyList<string> regions, object target) =>
        new(
            new ItemNotFoundException($"{id}: not found in {string.Join(", ", regions)}."),
            id.StartsWith("vpce-", StringComparison.OrdinalIgnoreCase) ? ErrorIds.VpcEndpointNotFound : ErrorIds.VpcNotFound,
            ErrorCategory.ObjectNotFound,
            target);

    public static ErrorRecord EndpointsNotSeen(string region) =>
        new(
            new UnauthorizedAccessException($"{region}: these credentials may not call ec2:DescribeVpcEndpoints, so there is nothing to test. Grant the permission, or use others."),
            ErrorIds.AccessDenied,
            ErrorCategory.PermissionDenied,
            region);

    public static ErrorRecord SeveralRegionsFor(string config, IReadOnlyList<string> regions, object target) =>
        new(
            new ArgumentException($"{config}: names no Region of its own and -Region means {(regions.Count == 0 ? "none" : string.Join(", ", regions))}: give the one where it will be deployed."),
            ErrorIds.SeveralRegions,
            ErrorCategory.InvalidArgument,
            target);

    public static ErrorRecord SnapshotAndLive() =>
        new(
            new ArgumentException("-Snapshot and -Live exclude each other: what surrounds the endpoints comes from the one or from AWS."),
            ErrorIds.SnapshotAndLive,
            ErrorCategory.InvalidArgument,
            null);

    public static ErrorRecord InvalidEndpointUrl(string url)
    {
        // A password may be in it, before the last @, and a key in the query.
        string shown = url[(url.LastIndexOf('@') + 1)..].Split('?', '#')[0];
        return new(
            new ArgumentException($"{shown}: not a URL without query and fragment, such as "
                + $"https://ec2.eu-west-1.amazonaws.com."), ErrorIds.InvalidEndpointUrl, ErrorCategory.InvalidArgument, shown);
    }

    public static ErrorRecord FolderNotFound(string path) =>
        new(new ItemNotFoundException($"{path}: its folder is not there. Create it first."), ErrorIds.FolderNotFound, ErrorCategory.ObjectNotFound, path);

    public static ErrorRecord FileExists(string path) =>
        new(new IOException($"{path}: is there already, and -NoClobber says not to overwrite it."), ErrorIds.FileExists, ErrorCategory.ResourceExists, path);

    public static ErrorRecord PathNotWritable(string path, Exception cause) =>
        new(new IOException($"{path}: cannot be written: {cause.Message}", cause), ErrorIds.PathNotWritable, ErrorCategory.WriteError, path);

    public static ErrorRecord OneFileForSeveralRegions(string path, IReadOnlyList<string> regions) =>
        new(
            new ArgumentException($"{path}: one file for {string.Join(", ", regions)}. Give a folder that is there; each Region gets its own file in it."),
            ErrorIds.OneFileForSeveralRegions,
            ErrorCategory.InvalidArgument,
            path);

    // A kind without a category does not compile (CS8509); a number that is no kind cannot be made.
#pragma warning disable CS8524
    private static ErrorCategory CategoryOf(AwsException problem) => problem.ErrorId.Kind switch
    {
        AwsErrorKind.Authentication => ErrorCategory.AuthenticationError,
        AwsErrorKind.NotFound => ErrorCategory.ObjectNotFound,
        AwsErrorKind.Permission => ErrorCategory.PermissionDenied,
        AwsErrorKind.Connection => ErrorCategory.ConnectionError,
        AwsErrorKind.Timeout => ErrorCategory.OperationTimeout,
        AwsErrorKind.Security => ErrorCategory.SecurityError,
        AwsErrorKind.Argument => ErrorCategory.InvalidArgument,
        AwsErrorKind.Result => ErrorCategory.InvalidResult,
    };
#pragma warning restore CS8524
}
