using System.Management.Automation;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Live;

/// <summary>What removals and edits write does nothing in a pipe of AWS.Tools that it was not meant for.</summary>
public sealed class ChangeHarmTests : ChangeTestBase
{
    private static readonly string[] Harmful =
    [
        "VpcId", "ServiceName", "VpcEndpointId", "SubnetId", "SecurityGroupId", "InstanceId", "PolicyDocument", "RouteTableId",
            "NetworkInterfaceId", "Force", "Select", "PassThru", "EndpointUrl",
        "ProfileName", "AccessKey", "SecretKey", "SessionToken", "Credential", "ClientToken", "DryRun", "NextToken", "MaxResult",
            "AddSubnetId", "RemoveSubnetId", "PrivateDnsEnabled",
    ];

    [Fact]
    public void NoCmdletOfAwsToolsActsOnThem()
    {
        Assert.Empty(Session.Run("param($assembly) Import-Module -Assembly $assembly", typeof(AwsToolsCmdlet).Assembly).Errors);
        string id = Made("ssm");
        List<PSObject> written =
        [
            Run($"Edit-SafeVpcEndpoint @aws {id} -RemoveSubnetId {B} -WhatIf").Single,
            Run($"Edit-SafeVpcEndpoint @aws {id} -RemoveSubnetId {B}").Single,
            Run($"Remove-SafeVpcEndpoint @aws {id} -WhatIf").Single,
            Run($"Remove-SafeVpcEndpoint @aws {id} {Approved}").Single,
        ];
        Assert.All(written, item => Assert.DoesNotContain(item.Properties.Select(property => property.Name), IsHarmful));
        foreach (string cmdlet in new[] { "New-EC2VpcEndpoint", "Edit-EC2VpcEndpoint", "Remove-EC2VpcEndpoint" })
        {
            foreach (PSObject item in written)
            {
                SessionAnswer answer = Session.Run($"param($item) [Threading.Thread]::CurrentThread.CurrentCulture = "
                    + $"[cultureinfo]'en-US'; $item | {cmdlet}", item);
                Assert.True(answer.Output.Count == 0, $"{item} | {cmdlet}");
            }
        }
    }

    [Fact]
    public void AsTextTheyAreALineForALog()
    {
        string id = Made("ssm");
        string text = $"{Run($"\"$(Remove-SafeVpcEndpoint @aws {id} -WhatIf)\"").Single}";
        Assert.StartsWith($"{id} (Interface, com.amazonaws.eu-west-1.ssm)", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text);
    }

    [Fact]
    public void NeitherTakesWhatTheOtherWrote()
    {
        string id = Made("ssm");
        Run($"Edit-SafeVpcEndpoint @aws {id} -RemoveSubnetId {B} | Remove-SafeVpcEndpoint @aws {Approved}").OnlyError("NoVpcEndpointId");
        Run($"Test-VpcEndpointConfig @aws -VpcEndpointId {id} | Remove-SafeVpcEndpoint @aws {Approved}").OnlyError("NoVpcEndpointId");
        Assert.NotNull(Found(id));
    }

    private static bool IsHarmful(string name) => Harmful.Any(harm =>
        name.Equals(harm, StringComparison.OrdinalIgnoreCase) || name.Equals(harm + "s", StringComparison.OrdinalIgnoreCase));
}
