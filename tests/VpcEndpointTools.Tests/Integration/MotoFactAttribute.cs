namespace VpcEndpointTools.Tests.Integration;

/// <summary>A test against moto with the AWS CLI; skipped, with the reason, where either is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MotoFactAttribute : FactAttribute
{
    public MotoFactAttribute()
    {
        string[] missing = [.. new[] { "moto_server", "aws" }.Where(program => !OnPath(program))];
        if (missing.Length > 0)
        {
            Skip = $"not on this machine: {string.Join(", ", missing)} (pip install 'moto[server]' awscli)";
        }
    }

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));
}
