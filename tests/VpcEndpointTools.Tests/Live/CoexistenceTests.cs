using VpcEndpointTools.Emulator;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Live;

/// <summary>The module beside another copy of AWS's SDK in the default load context, as AWS.Tools brings it. The real AWS.Tools is the Pester suite's.</summary>
public sealed class CoexistenceTests : IDisposable
{
    private const string Contexts =
        "[AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -like 'AWSSDK.*' } | "
        + "ForEach-Object { \"$([System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($_).Name) $($_.Location)\" }";

    private readonly Ec2Server _server = Ec2Server.Start();
    private readonly string _foreign = Path.Combine(AppContext.BaseDirectory, "foreign");

    public CoexistenceTests() => _server.Region("eu-west-1").Load(EmulatedRegion.Account(1, 2, 2));

    private string LoadForeign =>
        $"foreach ($name in 'AWSSDK.Core', 'AWSSDK.EC2') {{ $null = [System.Runtime.Loader.AssemblyLoadContext]::Default.LoadFromAssemblyPath(\"{_foreign}/$name.dll\") }}; "
        + $"$config = New-ForeignConfig; $config.ServiceURL = '{_server.Url}'; $config.AuthenticationRegion = 'eu-west-1'; $client = New-ForeignClient $config; ";

    private string Ours => $"-Live -AccessKey a -SecretKey b -Region eu-west-1 -EndpointUrl {_server.Url}";

    [Fact]
    public void ForeignSdkFirst() => Check(Run(
        $"{LoadForeign} $theirs = Get-Foreign $client; Import-Module '{InstalledModule.Manifest}'; $theirs | Test-VpcEndpointConfig {Ours} | ForEach-Object Outcome; "
        + $"(Get-Foreign $client).Count; {Contexts}"));

    [Fact]
    public void ModuleFirst() => Check(Run(
        $"Import-Module '{InstalledModule.Manifest}'; $null = @{{ VpcId = 'vpc-00000000000000000' }} | Test-VpcEndpointConfig {Ours}; {LoadForeign} "
        + $"$theirs = Get-Foreign $client; $theirs | Test-VpcEndpointConfig {Ours} | ForEach-Object Outcome; (Get-Foreign $client).Count; {Contexts}"));

    /// <inheritdoc/>
    public void Dispose() => _server.Dispose();

    // The types are named only when the functions run: by then the foreign copy is there.
    private static ProcessAnswer Run(string script) => ShellProcess.Run(
        "-Command",
        "function New-ForeignConfig { [Amazon.EC2.AmazonEC2Config]::new() } "
        + "function New-ForeignClient($config) { [Amazon.EC2.AmazonEC2Client]::new([Amazon.Runtime.BasicAWSCredentials]::new('a', 'b'), $config) } "
        + "function Get-Foreign($client) { $client.DescribeVpcEndpointsAsync([Amazon.EC2.Model.DescribeVpcEndpointsRequest]::new()).GetAwaiter().GetResult().VpcEndpoints } "
        + script);

    private void Check(ProcessAnswer answer)
    {
        Assert.Equal(string.Empty, answer.Errors);
        Assert.Equal(["Passed", "Passed", "2"], answer.Lines[..3]);
        string isolated = Path.Combine(InstalledModule.Folder, "bin", "isolated");
        string[] foreign = [.. answer.Lines[3..].Where(line => line.StartsWith("Default ", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        Assert.Equal([$"Default {Path.Combine(_foreign, "AWSSDK.Core.dll")}", $"Default {Path.Combine(_foreign, "AWSSDK.EC2.dll")}"], foreign);
        string[] own = [.. answer.Lines[3..].Except(foreign)];
        Assert.Contains($"VpcEndpointTools {Path.Combine(isolated, "AWSSDK.Core.dll")}", own);
        Assert.All(own, line => Assert.StartsWith($"VpcEndpointTools {isolated}", line, StringComparison.Ordinal));
    }
}
