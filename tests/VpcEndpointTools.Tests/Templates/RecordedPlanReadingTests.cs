using VpcEndpointTools.Tests.Engine;
using VpcEndpointTools.Tests.Integration;

namespace VpcEndpointTools.Tests.Templates;

/// <summary>Every recorded plan and state is read: no crash, no endpoint lost, the addresses that terraform gave.</summary>
public sealed class RecordedPlanReadingTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    public static TheoryData<string> Files { get; } =
        [.. TerraformCase.All.Select(TerraformCase.Of).SelectMany(item => item.Files.Select(file => $"{item.Name}/{file}"))];

    [Theory]
    [MemberData(nameof(Files))]
    public void EachEndpointGetsItsResult(string file)
    {
        string path = Path.Combine(TerraformCase.Folder, file);
        IReadOnlyList<string> endpoints = TerraformVerdicts.Endpoints(File.ReadAllText(path));
        SessionAnswer answer = session.Run("param($f) Test-VpcEndpointConfig $f", path);
        Assert.Equal(endpoints, answer.Each("Target"));
        Assert.All(answer.Output, result => Assert.NotEqual(0, (int)((dynamic)result).Coverage.Evaluated));
        if (endpoints.Count > 0)
        {
            Assert.Empty(answer.Errors);
        }
        else
        {
            // Nothing stays: that is said, whether as an error or as a warning.
            IEnumerable<string> said = answer.Errors.Select(error => error.Exception.Message).Concat(answer.Warnings);
            Assert.Single(said, text => text.Contains(file.Split('/')[1], StringComparison.Ordinal));
        }
    }
}
