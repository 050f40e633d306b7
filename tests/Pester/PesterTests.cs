namespace VpcEndpointTools.Tests.Pester;

/// <summary>The module as a user meets it, in a real PowerShell: the *.Tests.ps1 beside this file.</summary>
public sealed class PesterTests
{
    /// <summary>A file of the suite, as <see cref="PesterFileCase"/> runs it.</summary>
    [PesterFiles]
    public void Suite(string file) => Assert.Fail($"{file} is run by {nameof(PesterFileCase)}");

    /// <summary>A folder without files would pass.</summary>
    [Fact]
    public void SuiteHasFiles() => Assert.NotEmpty(PesterSuite.Files);
}
