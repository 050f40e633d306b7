using VpcEndpointTools.Catalog;
using VpcEndpointTools.Creation;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Tests.Creation;

public sealed class PolicyTemplatesTests
{
    public static TheoryData<string> Services => [.. ServiceCatalog.Shipped.Entries.Where(entry => entry.PolicySupported != false && !entry.IsServiceManaged).Select(entry => entry.ShortName).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Services))]
    public void TemplatesPassAllRulesOnPolicies(string shortName)
    {
        ServiceEntry service = ServiceCatalog.Shipped.FindShort(shortName)!;
        string?[] policies =
        [
            PolicyTemplates.OrganizationPerimeter("o-a1b2c3d4e5"), PolicyTemplates.ReadOnly(service, "o-a1b2c3d4e5", "111122223333"), PolicyTemplates.ReadOnly(service, null, "111122223333"),
        ];
        foreach (string policy in policies.OfType<string>())
        {
            EndpointConfig config = Given.Interface with { ServiceName = service.NameIn("eu-west-1"), PolicyDocument = policy, VpcEndpointType = service.EndpointTypes[0] };
            ConfigTestResult result = new RuleEvaluator([.. RuleCatalog.All.Where(rule => rule.Info.Id is not ("VPCE-P001" or "VPCE-P002" or "VPCE-P003") && rule.Info.Family == "Security")]).Evaluate(config, null, "eu-west-1");
            Assert.True(result.Findings.Count == 0, $"{policy}: {string.Join("; ", result.Findings)}");
        }
    }

    [Fact]
    public void FullAccessIsWhatItSays()
    {
        ConfigTestResult result = new RuleEvaluator().Evaluate(Given.Interface with { PolicyDocument = PolicyTemplates.FullAccess });
        Assert.Contains(result.Findings, finding => finding.RuleId == "VPCE-P007");
    }

    [Fact]
    public void ReadOnlyNeedsACertainPrefix()
    {
        Assert.Null(PolicyTemplates.ReadOnly(null, null, "111122223333"));
        Assert.Contains("ssm:Get*", PolicyTemplates.ReadOnly(ServiceCatalog.Shipped.FindShort("ssm"), null, "111122223333"), StringComparison.Ordinal);
    }
}
