namespace VpcEndpointTools.Tests.Integration;

/// <summary>A test against moto with the AWS CLI; skipped, with the reason, where either is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MotoFactAttribute : FactAttribute
{
    public MotoFactAttribute() => Skip = Programs.Missing("moto_server", "aws");
}

/// <summary>A test with the AWS CLI; skipped, with the reason, where it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AwsCliFactAttribute : FactAttribute
{
    public AwsCliFactAttribute() => Skip = Programs.Missing("aws");
}

/// <summary>Programs that nobody must have.</summary>
internal static class Programs
{
    /// <summary>Why a test is skipped; null where all are there.</summary>
    public static string? Missing(params string[] programs)
    {
        string[] missing = [.. Absent(programs)];
        return missing.Length == 0 ? null : $"not on this machine: {string.Join(", ", missing)} (pip install 'moto[server]' awscli)";
    }

    /// <summary>Those of the programs that are not on the path.</summary>
    public static IEnumerable<string> Absent(params string[] programs) => programs.Where(program => !OnPath(program));

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));
}
