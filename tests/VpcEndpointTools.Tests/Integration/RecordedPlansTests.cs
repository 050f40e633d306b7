using System.Text.Json.Nodes;
using Xunit.Abstractions;

namespace VpcEndpointTools.Tests.Integration;

/// <summary>
/// Recorded plans and states are those of the sources beside them: told by hashes, so that nobody needs Terraform.
/// VPCE_UPDATE_PLANS=1 records them again.
/// </summary>
public sealed class RecordedPlansTests(ITestOutputHelper output)
{
    public static TheoryData<string> Cases { get; } = [.. TerraformCase.All];

    [Theory]
    [MemberData(nameof(Cases))]
    public void RecordIsOfItsSources(string name)
    {
        TerraformCase item = TerraformCase.Of(name);
        if (TerraformRecord.Updates)
        {
            Record(item);
            return;
        }

        JsonNode? record = TerraformRecord.Read(item);
        Assert.True(record is not null, $"{name} has no {TerraformCase.RecordFile}. {TerraformRecord.Advice}");
        string expected = TerraformRecord.Of(item, record["terraform"]!.GetValue<string>(), record["hashicorp/aws"]!.GetValue<string>());
        string[] wanted = expected.Split('\n');
        string[] given = item.Read(TerraformCase.RecordFile).Split('\n');
        string changed = wanted.Except(given, StringComparer.Ordinal).Concat(given.Except(wanted, StringComparer.Ordinal))
            .FirstOrDefault("its order").Trim();
        Assert.True(
            wanted.SequenceEqual(given, StringComparer.Ordinal),
            $"{name}: what was recorded is not of these sources and steps; see {changed}. {TerraformRecord.Advice}");
    }

    [Fact]
    public void NothingIsRecordedWithoutARecipe()
    {
        IEnumerable<string> recorded = TerraformCase.All.Select(TerraformCase.Of)
            .SelectMany(item => item.Files.Append(TerraformCase.RecordFile).Select(item.FilePath));
        if (!TerraformRecord.Updates)
        {
            Assert.Equal(
                recorded.Order(StringComparer.Ordinal),
                Directory.EnumerateFiles(TerraformCase.Folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
        }
    }

    private void Record(TerraformCase item)
    {
        if (TerraformInstallation.Missing is { } missing)
        {
            Assert.Fail($"{TerraformRecord.UpdateVariable}=1, but {missing}");
        }

        using MotoServer moto = new();
        TerraformRecord.Write(item, item.Make(moto));
        output.WriteLine($"{TerraformRecord.UpdateVariable}=1: {item.Name} was recorded, not compared.");
    }
}
