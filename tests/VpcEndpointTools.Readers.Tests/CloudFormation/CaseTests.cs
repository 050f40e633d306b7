namespace VpcEndpointTools.Readers.Tests.CloudFormation;

/// <summary>Small templates that other people's trouble was reduced to, each with its right verdicts.</summary>
public sealed class CaseTests
{
    [Theory]
    [InlineData("getatt-subnet-vpcid/template.yaml", "Lambda Passed")]
    [InlineData("getatt-misc/template.yaml", "BySgVpc Passed", "Sub Passed", "Gw Passed")]
    [InlineData("lattice-ref/template.yaml", "SnByArn Passed", "SnByRef Passed")]
    [InlineData("vpce-service-ref/template.yaml", "Gwlbe Passed")]
    [InlineData("duplicate-key-elsewhere/template.yaml", "S3 Passed")]
    [InlineData("yes-boolean/template.yaml", "Sns Passed", "S3 Passed")]
    [InlineData("icmp-port/template.yaml", "Ssm Passed")]
    [InlineData("condition-false-by-default/template.yaml", "Broken Failed D001 S007 [EnableSsm = true]")]
    [InlineData("sg-condition/template.yaml", "Kms Passed [On = true]")]
    [InlineData("sg-condition/unconditional.yaml", "Kms Passed")]
    [InlineData("conditional-ref/template.yaml", "S3 Passed")]
    [InlineData("foreach/template.yaml", "Endpointssm Failed S007", "Endpointssmmessages Failed S007", "Endpointec2messages Failed S007")]
    public void VerdictIsRight(string name, params string[] verdicts)
    {
        TemplateRun run = TemplateRun.Of(TemplateRun.Case(name));
        Assert.Empty(run.Document.Problems);
        Assert.Equal(verdicts, run.Lines);
    }

    [Fact]
    public void DuplicateKeyIsAWarningWithBothLines() => Assert.Equal(
        "template.yaml(5,16): eu-west-3 is there more than once, in line 4 and in line 5. CloudFormation uses the last one.",
        Assert.Single(TemplateRun.Of(TemplateRun.Case("duplicate-key-elsewhere/template.yaml")).Document.Warnings));

    [Fact]
    public void IcmpHasNoPort()
    {
        string message = Assert.Single(TemplateRun.Of(TemplateRun.Case("icmp-port/template.yaml")).Results.Single().Findings, finding => finding.RuleId == "VPCE-P003").Message;
        Assert.Contains("admits ICMP from 0.0.0.0/0", message, StringComparison.Ordinal);
        Assert.DoesNotContain("port", message, StringComparison.Ordinal);
    }
}
