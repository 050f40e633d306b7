using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Docs;

/// <summary>What can be tested is told in one sentence: by errors, and by the pages in the same words.</summary>
public sealed class InputFormatsTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    [Fact]
    public void ErrorsOfAllKindsSayTheSameSentence()
    {
        using TemporaryFolder folder = new();
        string[] files = [.. new[] { "hello", string.Empty, "[]", "{" }.Select((text, i) => folder.Write($"{i}.json", text)), "nowhere.json"];
        string[] sentences = [.. session.Run("param($files) Test-VpcEndpointConfig -Path $files", [files]).Errors.Select(Sentence)];
        Assert.Equal(files.Length, sentences.Length);
        Assert.Single(sentences.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void PageOfTheCmdletSaysIt()
    {
        string page = Repository.ReadText(Path.Combine(Repository.Root, "docs", "cmdlets", "Test-VpcEndpointConfig.md"));
        string parameter = page.Split("### -Path", 2)[1].Split("###", 2)[0];
        string sentence = Sentence(session.Run("Test-VpcEndpointConfig nowhere.json").OnlyError("PathNotFound"));
        Assert.Contains(sentence, OneLine(parameter), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Test-VpcEndpointConfig x.json -Snapshot nowhere.json", "the members of describe answers")]
    [InlineData("Get-VpcEndpointService -Catalog nowhere.json", "describe-vpc-endpoint-services")]
    [InlineData("Get-EndpointRecommendation s3 -PriceList nowhere.json", "a price file of AWS")]
    public void MissingFileOfAnotherKindSaysWhatThatIs(string command, string expected)
    {
        SessionAnswer answer = session.Run($"try {{ {command} }} catch {{ $_.ToString() }}");
        Assert.Contains("no such file. Expected ", (string)Assert.Single(answer.Output).BaseObject, StringComparison.Ordinal);
        Assert.Contains(expected, (string)answer.Output[0].BaseObject, StringComparison.Ordinal);
    }

    // A parser of JSON may have expected something before.
    private static string Sentence(System.Management.Automation.ErrorRecord error) => error.Exception.Message.Split("Expected ")[^1];

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
