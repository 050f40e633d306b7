using System.Management.Automation;
using System.Text;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Templates;

/// <summary>Broken and odd Terraform files get clear errors, and what is not known is no finding.</summary>
public sealed class TerraformBadInputTests(ModuleSession session) : IClassFixture<ModuleSession>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{\"format_version\": \"1.2\", \"resource_changes\": [", "InvalidJson", "(1,")]
    [InlineData("{\"format_version\": \"2.0\", \"resource_changes\": []}", "UnsupportedTerraformFormat", "2.0")]
    [InlineData("{\"format_version\": \"1.2\",\n \"resource_changes\": \"x\"}", "InvalidInput", "(2,22): resource_changes must be a list")]
    [InlineData("{\"format_version\": \"1.2\", \"resource_changes\": [7]}", "InvalidInput", "resource_changes[0] must be an object, but is the number 7")]
    [InlineData("{\"format_version\": \"1.2\", \"planned_values\": []}", "InvalidInput", "planned_values must be an object")]
    public void BadFileIsOneError(string content, string id, string says)
    {
        ErrorRecord error = Test(content).OnlyError(id);
        Assert.Contains("plan.json", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains(says, error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"format_version\": \"1.2\", \"resource_changes\": []}", "plan")]
    [InlineData("{\"format_version\": \"1.2\", \"planned_values\": {\"root_module\": {}}}", "plan")]
    [InlineData("{\"format_version\": \"1.0\"}", "state")]
    [InlineData("{\"version\": 4, \"terraform_version\": \"1.9.0\", \"resources\": []}", "state")]
    public void FileWithoutEndpointsIsAWarning(string content, string says)
    {
        SessionAnswer answer = Test(content);
        Assert.Empty(answer.Errors);
        Assert.Empty(answer.Output);
        Assert.EndsWith(
            $"plan.json: the Terraform {says} has no aws_vpc_endpoint, so there is nothing to test.", Assert.Single(answer.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"subnet_ids\": \"subnet-0aaaaaaaaaaaaaaaa\"", "aws_vpc_endpoint.a.subnet_ids must be a list")]
    [InlineData("\"private_dns_enabled\": \"yes\"", "aws_vpc_endpoint.a.private_dns_enabled must be true or false")]
    [InlineData("\"vpc_id\": [1]", "aws_vpc_endpoint.a.vpc_id must be a text")]
    [InlineData("\"dns_options\": [3]", "aws_vpc_endpoint.a.dns_options must be an object")]
    [InlineData("\"tags\": \"x\"", "aws_vpc_endpoint.a.tags must be a list")]
    public void WrongTypeCostsOneEndpointOnly(string argument, string says)
    {
        SessionAnswer answer = Test(Plan(Change("a", argument), Change("b", "\"vpc_id\": \"vpc-0a1b2c3d4e5f60718\"")));
        Assert.Contains(says, answer.OnlyError("InvalidInput").Exception.Message, StringComparison.Ordinal);
        Assert.Equal(["aws_vpc_endpoint.b"], answer.Each("Target"));
    }

    [Fact]
    public void WhatIsNotKnownIsNoError()
    {
        const string unknown =
            """
            "vpc_id": true, "subnet_ids": true, "security_group_ids": true, "service_name": true, "policy": true, "private_dns_enabled": true,
            "tags": true, "dns_options": true, "route_table_ids": true, "subnet_configuration": true, "ip_address_type": true
            """;
        SessionAnswer answer = Test(Plan(Change("a", "\"vpc_endpoint_type\": \"Interface\"", unknown)));
        Assert.Empty(answer.Errors);
        dynamic result = answer.Single;
        Assert.Equal("Inconclusive", (string)result.Outcome);
        Assert.DoesNotContain((IEnumerable<dynamic>)result.Findings, finding => finding.Severity == "Error");
        Assert.Contains((IEnumerable<dynamic>)result.NotEvaluated, rule => ((string)rule.Missing).Contains("aws_vpc_endpoint.a.subnet_ids", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"var.in_a\", \"aws_subnet.a.id\", \"aws_subnet.a\", \"aws_subnet.b.id\", \"aws_subnet.b\"")]
    [InlineData("\"local.subnets\"")]
    [InlineData("\"aws_subnet.a.id\", \"aws_subnet.a\", \"count.index\", \"aws_subnet.b.id\", \"aws_subnet.b\"")]
    [InlineData("\"module.elsewhere.subnets\", \"module.elsewhere\"")]
    [InlineData("\"each.value.subnets\", \"each.value\"")]
    public void WhatMayBeAChoiceIsFollowedNowhere(string references)
    {
        string plan = File.ReadAllText(Path.Combine(Repository.Fixtures, "terraform", "two-subnets-one-zone", "plan.json"));
        int at = plan.LastIndexOf("\"subnet_ids\"", StringComparison.Ordinal);
        int start = plan.IndexOf('[', at) + 1;
        SessionAnswer answer = session.Run(
            "param($f) Test-VpcEndpointConfig $f -IncludeRule VPCE-N001",
            _folder.Write("plan.json", plan[..start] + references + plan[plan.IndexOf(']', start)..]));
        Assert.Equal("Inconclusive", (string)answer.Single.Outcome);
    }

    [Fact]
    public void SensitiveValueIsNotPrinted()
    {
        const string secret = "hunter2-in-a-policy";
        string change = Change("a", $"\"service_name\": \"com.amazonaws.eu-west-1.sqs\", \"vpc_endpoint_type\": \"Interface\", \"policy\": \"{secret}\", \"tags\": {{\"Name\": \"{secret}\"}}")
            .Replace("\"after_sensitive\": {}", "\"after_sensitive\": {\"policy\": true, \"tags\": {\"Name\": true}}", StringComparison.Ordinal);
        dynamic result = Test(Plan(change)).Single;
        string text = string.Join('\n', [.. (IEnumerable<object>)result.Findings, .. (IEnumerable<object>)result.NotEvaluated]);
        Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        Assert.Contains("aws_vpc_endpoint.a.policy, which is sensitive", text, StringComparison.Ordinal);
    }

    [Fact]
    public void PlanOfOneHundredModulesInOneAnotherIsReadOrRefused()
    {
        string modules = string.Concat(Enumerable.Repeat("{\"child_modules\":[", 100)) + string.Concat(Enumerable.Repeat("]}", 100));
        Test("{\"format_version\": \"1.2\", \"planned_values\": {\"root_module\": " + modules + "}}").OnlyError("InvalidJson");
    }

    [Theory]
    [InlineData("modules/plan.json")]
    [InlineData("associations/plan.json")]
    [InlineData("changes/plan.json")]
    [InlineData("state/state-pull.json")]
    public void DamagedPlanIsNeverACrash(string fixture)
    {
        byte[] whole = Encoding.UTF8.GetBytes(string.Concat(File.ReadAllLines(Path.Combine(Repository.Fixtures, "terraform", fixture)).Select(line => line.Trim())));
        Random random = new(42);
        List<string> files = [];
        for (int i = 0; i < 130; i++)
        {
            files.Add(_folder.Write($"damaged{i}.json", Encoding.UTF8.GetString(Damage(whole, random, i))));
        }

        SessionAnswer answer = session.Run("param($f) Test-VpcEndpointConfig $f", (object)files.ToArray());
        string[] known = ["InvalidJson", "InvalidInput", "NothingToTest", "NotAnEndpointConfiguration", "EmptyInput", "UnsupportedTerraformFormat"];
        Assert.All(answer.Errors, error => Assert.Contains(error.FullyQualifiedErrorId.Split(',')[0], known));
        Assert.NotEmpty(answer.Output);
    }

    private static byte[] Damage(byte[] whole, Random random, int kind)
    {
        byte[] damaged = [.. whole];
        switch (kind % 5)
        {
            case 0:
                return damaged[..random.Next(damaged.Length)];
            case 1:
                damaged[random.Next(damaged.Length)] = (byte)random.Next(32, 127);
                return damaged;
            default:
                // Another value in place of a value keeps it JSON.
                string[] others = ["null", "true", "\"x\"", "[]", "{}", "7", "[[1]]", "{\"references\":[\"aws_vpc_endpoint.sqs.id\"]}"];
                string text = Encoding.UTF8.GetString(damaged);
                for (int i = 0; i <= kind % 7; i++)
                {
                    int at = text.IndexOf("\":", random.Next(text.Length), StringComparison.Ordinal);
                    if (at > 0 && text[at - 1] != '\\')
                    {
                        text = text[..(at + 2)] + others[random.Next(others.Length)] + text[EndOfValue(text, at + 2)..];
                    }
                }

                return Encoding.UTF8.GetBytes(text);
        }
    }

    private static int EndOfValue(string text, int start)
    {
        int depth = 0;
        bool isText = false;
        for (int i = start; i < text.Length; i++)
        {
            if (text[i] == '"' && (i == start || text[i - 1] != '\\'))
            {
                isText = !isText;
            }

            if (!isText)
            {
                depth += text[i] is '{' or '[' ? 1 : text[i] is '}' or ']' ? -1 : 0;
                if (depth < 0 || (depth == 0 && text[i] == ','))
                {
                    return i;
                }
            }
        }

        return text.Length;
    }

    private SessionAnswer Test(string content) => session.Run("param($f) Test-VpcEndpointConfig $f", _folder.Write("plan.json", content));

    private static string Plan(params string[] changes) => $"{{\"format_version\": \"1.2\", \"terraform_version\": \"1.13.4\", \"resource_changes\": [{string.Join(",\n", changes)}]}}";

    private static string Change(string name, string after, string unknown = "")
    {
        string marks = unknown.Length == 0 ? "\"id\": true" : "\"id\": true, " + unknown;
        return
            $$"""
            { "address": "aws_vpc_endpoint.{{name}}", "mode": "managed", "type": "aws_vpc_endpoint", "name": "{{name}}",
              "change": { "actions": ["create"], "before": null, "after": { {{after}} }, "after_unknown": { {{marks}} }, "after_sensitive": {} } }
            """;
    }
}
