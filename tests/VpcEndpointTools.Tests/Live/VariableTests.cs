namespace VpcEndpointTools.Tests.Live;

/// <summary>What comes from a variable or a file is checked as what comes from a parameter.</summary>
public sealed class VariableTests : LiveTestBase
{
    private readonly OwnProcess _process = new();

    public VariableTests() => Server.Region(Home).Load(EmulatedRegion.Account(1, 2, 1));

    [Theory]
    [InlineData("AWS_REGION", " ", "")]
    [InlineData("AWS_DEFAULT_REGION", "\t", "")]
    [InlineData("AWS_REGION", "EU-WEST-1", "AWS_REGION")]
    [InlineData("AWS_REGION", "nowhere", "AWS_REGION")]
    [InlineData("AWS_DEFAULT_REGION", "eu-west-1 ", "AWS_DEFAULT_REGION")]
    public void RegionOfAVariableIsCheckedAsTheParameter(string variable, string value, string source)
    {
        string line = Assert.Single(_process.Run("ask", Keys((variable, value))).Lines);
        Assert.StartsWith(source.Length == 0 ? "NoRegion," : "InvalidRegion,", line, StringComparison.Ordinal);
        Assert.Contains(source, line, StringComparison.Ordinal);
        Assert.Empty(Server.Calls);
    }

    // The SDK knows the Region of a profile in any case.
    [Fact]
    public void RegionOfAProfileIsTakenInAnyCase()
    {
        _process.Config("[profile upper]\nregion = EU-WEST-1\naws_access_key_id = AKIAPROFILE\naws_secret_access_key = s\n");
        string line = Assert.Single(_process.Run("ask @{ ProfileName = 'upper' }", Keys()).Lines);
        Assert.EndsWith(" eu-west-1", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?q=1")]
    [InlineData("#part")]
    [InlineData("path?")]
    public void UrlWithQueryOrFragmentIsRefusedWhereverItIsGiven(string more)
    {
        string url = Server.Url + more;
        string[] lines = _process.Run(
            $"ask @{{ Region = 'eu-west-1'; EndpointUrl = '{url}' }}; $env:AWS_ENDPOINT_URL = '{url}'; ask @{{ Region = 'eu-west-1' }}", Keys()).Lines;
        Assert.Equal(2, lines.Length);
        Assert.All(lines, line => Assert.StartsWith("InvalidEndpointUrl,", line, StringComparison.Ordinal));
        Assert.Empty(Server.Calls);
    }

    [Theory]
    [InlineData("AWS_CONFIG_FILE")]
    [InlineData("AWS_SHARED_CREDENTIALS_FILE")]
    public void FolderInPlaceOfAFileIsNamed(string variable)
    {
        string folder = Path.GetDirectoryName(_process.PathOf("config"))!;
        string line = Assert.Single(_process.Run("ask @{ Region = 'eu-west-1' }", (variable, folder)).Lines);
        Assert.StartsWith("InvalidConfigFile,", line, StringComparison.Ordinal);
        Assert.Contains(folder, line, StringComparison.Ordinal);
    }

    [Fact]
    public void ConfiguredUrlsCanBeIgnored()
    {
        // Nothing of the emulator's is called: AWS's own host is, which is not there without a network, or knows no such key.
        _process.Run(
            "ask @{ Region = 'eu-west-1' }",
            Keys(("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true"), ("https_proxy", "http://127.0.0.1:1"), ("AWS_MAX_ATTEMPTS", "1")));
        Assert.Empty(Server.Calls);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _process.Dispose();
        base.Dispose(disposing);
    }

    private (string Name, string Value)[] Keys(params (string Name, string Value)[] more) =>
    [
        ("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT"), ("AWS_SECRET_ACCESS_KEY", "s"), ("AWS_ENDPOINT_URL", Server.Url.ToString()), .. more,
    ];
}
