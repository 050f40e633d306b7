using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Integration;

/// <summary>A stack that terraform applies to moto here and now: both forms of its state are read and judged.</summary>
public sealed class TerraformStateTests(ModuleSession session, TerraformServer server)
    : IClassFixture<ModuleSession>, IClassFixture<TerraformServer>
{
    [TerraformFact]
    public void AppliedStackIsJudgedFromBothFormsOfItsState()
    {
        TerraformCase item = TerraformCase.Of("state");
        Dictionary<string, string> made = item.Make(server.Moto);
        Assert.Equal(["state-pull.json", "state.json"], made.Keys.Order(StringComparer.Ordinal));
        Assert.All(made, file =>
        {
            SessionAnswer answer = session.Run("param($f) Test-VpcEndpointConfig $f", server.Keep(file.Key, file.Value));
            Assert.Equal(TerraformVerdicts.Endpoints(file.Value), answer.Each("Target"));
            Assert.Equal(
                """
                aws_vpc_endpoint.s3
                aws_vpc_endpoint.sqs
                module.more.aws_vpc_endpoint.bad["x"] VPCE-P001
                """.ReplaceLineEndings("\n"),
                TerraformVerdicts.Lines(TerraformVerdicts.ErrorsOf(answer)));
            Assert.Equal(TerraformRecord.Content(item.Read(file.Key)), TerraformRecord.Content(file.Value));
        });
    }
}
