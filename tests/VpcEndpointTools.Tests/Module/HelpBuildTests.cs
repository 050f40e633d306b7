using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Module;

/// <summary>The step that makes help of pages: what a page lacks or has too much is an error with its place.</summary>
public sealed class HelpBuildTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Pages => Path.Combine(_folder.FullName, "cmdlets");

    private string Help => Path.Combine(_folder.FullName, "Help.xml");

    public HelpBuildTests()
    {
        Directory.CreateDirectory(Pages);
        foreach (string page in Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "cmdlets")))
        {
            File.Copy(page, Path.Combine(Pages, Path.GetFileName(page)));
        }
    }

    [Fact]
    public void HelpInThePackageIsWhatThePagesMake()
    {
        Assert.Equal(0, Make().ExitCode);
        Assert.Equal(File.ReadAllText(Path.Combine(InstalledModule.Folder, "en-US", "VpcEndpointTools.dll-Help.xml")), File.ReadAllText(Help));
    }

    [Theory]
    [InlineData("### -Aspect\n", "### -Aspects\n", "Compare-VpcEndpointType has no parameter 'Aspects'")]
    [InlineData("### -Aspect\n\nThe rows", "<!-- -->\n\nThe rows", "nothing is said of the parameter -Aspect")]
    [InlineData("## Links", "## Link", "there is no '## Links'")]
    [InlineData("# Compare-VpcEndpointType\n", "# Compare-VpcEndpointTypes\n", "the title is 'Compare-VpcEndpointTypes'")]
    [InlineData("```powershell\nCompare-VpcEndpointType\n```", "Compare-VpcEndpointType", "an example has a block of code marked 'powershell'")]
    [InlineData("### VpcEndpointTools.TypeComparison.Chosen\n", "### Something.Else\n", "VpcEndpointTools.TypeComparison.Chosen is written by the cmdlet")]
    [InlineData("### None\n\nNothing comes from the pipe.\n", "### None\n\n", "nothing is said of None")]
    public void MistakeIsAnErrorWithItsPlace(string right, string wrong, string message)
    {
        string page = Path.Combine(Pages, "Compare-VpcEndpointType.md");
        string text = File.ReadAllText(page).ReplaceLineEndings("\n");
        Assert.Contains(right, text, StringComparison.Ordinal);
        File.WriteAllText(page, text.Replace(right, wrong, StringComparison.Ordinal));
        ProcessAnswer answer = Make();
        Assert.Equal(1, answer.ExitCode);
        Assert.Matches($@"Compare-VpcEndpointType\.md(\(\d+\))?: error VPCE: .*{System.Text.RegularExpressions.Regex.Escape(message)}", answer.Errors);
        Assert.False(File.Exists(Help));
    }

    [Fact]
    public void CmdletWithoutAPageIsAnError()
    {
        File.Delete(Path.Combine(Pages, "Get-VpcEndpointRule.md"));
        Assert.Contains("error VPCE: Get-VpcEndpointRule has no page", Make().Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void PageWithoutACmdletIsAnError()
    {
        File.WriteAllText(Path.Combine(Pages, "Remove-Everything.md"), "# Remove-Everything\n");
        Assert.Contains("Remove-Everything.md: error VPCE: VpcEndpointTools.dll has no such cmdlet", Make().Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private ProcessAnswer Make() => InstalledModule.Build(
        "help",
        Path.Combine(InstalledModule.Folder, "bin", "VpcEndpointTools.dll"),
        InstalledModule.TypesFile,
        Pages,
        Help);
}
