using VpcEndpointTools.Tests.Engine;
using Xunit.Abstractions;

namespace VpcEndpointTools.Tests.Docs;

/// <summary>What is made in the documentation is compared with what it would be now, or written anew where the variable says so.</summary>
internal static class DocsFile
{
    private const string UpdateVariable = "VPCE_UPDATE_DOCS";
    private const string UpdateCommand = "dotnet test tests/VpcEndpointTools.Tests --filter \"Tests.Docs|SameVerdict\"";

    private static bool Updates => Environment.GetEnvironmentVariable(UpdateVariable) == "1";

    /// <summary>The text of a page; empty where there is none yet.</summary>
    public static string Read(string path) => File.Exists(path) ? Repository.ReadText(path) : string.Empty;

    /// <summary>Compares a file with what it should be.</summary>
    public static void Compare(ITestOutputHelper output, string path, string expected)
    {
        string actual = Read(path);
        if (expected == actual)
        {
            return;
        }

        if (!Updates)
        {
            string? line = expected.Split('\n').Except(actual.Split('\n'), StringComparer.Ordinal).FirstOrDefault();
            Assert.Fail($"{path} is not what is made of the code; it lacks '{line}'. {UpdateVariable}=1 {UpdateCommand} writes it anew.");
        }

        File.WriteAllText(path, expected);
        output.WriteLine($"{UpdateVariable}=1: {path} was written, not compared.");
    }
}
