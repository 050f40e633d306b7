namespace VpcEndpointTools.Tests.Docs;

/// <summary>Blocks and commands are read as who reads the page reads them: none is missed.</summary>
public sealed class CodeBlockTests
{
    [Fact]
    public void LongerFenceHoldsAShorterOne()
    {
        CodeBlock[] blocks = [.. CodeBlock.Read("page", "text\n\n````markdown\n```json\n{}\n```\n````\n\n```sh\na\n```\n")];
        Assert.Equal(["markdown", "sh"], blocks.Select(block => block.Language));
        Assert.Equal("```json\n{}\n```", blocks[0].Code);
        Assert.Equal([3, 9], blocks.Select(block => block.Line));
    }

    [Fact]
    public void BlockInAListLosesItsIndent() =>
        Assert.Equal("a\n  b", Assert.Single(CodeBlock.Read("page", "- x\n\n  ```sh\n  a\n    b\n  ```\n")).Code);

    [Fact]
    public void OpenBlockIsAnError() => Assert.Throws<InvalidDataException>(() => CodeBlock.Read("page", "```sh\na\n").ToList());

    [Theory]
    [InlineData("<!-- not run: needs AWS -->\n```sh\na\n```", "needs AWS")]
    [InlineData("<!-- not run: needs Terraform -->\n```sh\na\n```", "needs Terraform")]
    [InlineData("<!-- not run: needs patience -->\n```sh\na\n```", null)]
    [InlineData("<!-- not run: needs AWS -->\n\n```sh\na\n```", null)]
    [InlineData("```sh\na\n```", null)]
    public void MarkerCountsDirectlyAboveItsBlock(string text, string? why) =>
        Assert.Equal(why, Assert.Single(CodeBlock.Read("page", text)).NotRun);

    [Theory]
    [InlineData("A=1 dotnet test x --filter \"One|Two\"", "dotnet test x --filter One|Two")]
    [InlineData("cd a/b && dotnet stryker", "cd a/b", "dotnet stryker")]
    [InlineData("aws ec2 describe-subnets | jq '.a | .b' > x.json", "aws ec2 describe-subnets", "jq .a | .b > x.json")]
    [InlineData(
        "# no command\n\ndotnet run --project x -- -Command \"Get-Date; 'a b'\"", "dotnet run --project x -- -Command Get-Date; 'a b'")]
    [InlineData("dotnet test \\\n  x", "dotnet test x")]
    public void CommandsAreSplitAsAShellDoes(string code, params string[] expected) =>
        Assert.Equal(
            expected, ShellCommand.Read(new CodeBlock("page", 1, "sh", code, null)).Select(command => string.Join(' ', command.Words)));

    [Theory]
    [InlineData("Tests.Docs|SameVerdict", "VpcEndpointTools.Tests.Docs.ReadmeTests.RulesAreCounted", true)]
    [InlineData("samev", "VpcEndpointTools.Tests.Templates.SameVerdictTests.A", true)]
    [InlineData("FullyQualifiedName!~Properties&FullyQualifiedName!~Performance", "VpcEndpointTools.Tests.Properties.A.B", false)]
    [InlineData("NoSuchTest", "VpcEndpointTools.Tests.Docs.ReadmeTests.RulesAreCounted", false)]
    public void FilterMatchesAsDotNetTestDoes(string filter, string test, bool expected) =>
        Assert.Equal(expected, DotNetSources.Matches(filter, test));

    [Fact]
    public void TestsAreReadFromTheSources()
    {
        IReadOnlyList<string> tests = DotNetSources.TestsOf("tests/VpcEndpointTools.Tests");
        Assert.Contains("VpcEndpointTools.Tests.Docs.CodeBlockTests.TestsAreReadFromTheSources", tests);
        Assert.Contains("VpcEndpointTools.Tests.Docs.CodeBlockTests.FilterMatchesAsDotNetTestDoes", tests);
        Assert.Contains("VpcEndpointTools.Tests.Docs.ShellBlocksTests.AwsCommandsRun", tests);
        Assert.DoesNotContain("VpcEndpointTools.Tests.Docs.CodeBlock.Read", tests);
    }
}
