using System.Xml.Linq;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Module;

/// <summary>What is not in the solution is built by nobody.</summary>
public sealed class SolutionTests
{
    [Fact]
    public void EachProjectIsInTheSolution()
    {
        string[] listed =
        [
            .. XDocument.Load(Path.Combine(Repository.Root, "VpcEndpointTools.slnx")).Descendants("Project")
                .Select(project => project.Attribute("Path")!.Value).Order(StringComparer.Ordinal),
        ];
        string[] there =
        [
            .. new[] { "src", "tests" }
                .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories))
                .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal),
        ];
        Assert.NotEmpty(there);
        Assert.Equal(there, listed);
    }
}
