using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Module;

/// <summary>What each type that comes out of a cmdlet looks like. How it is rendered is for the Pester suite: the bare engine has no Format-List.</summary>
public sealed class ViewTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    // One of everything that comes out, and all that hangs on it.
    private const string Everything =
        """
        param($root)
        Test-VpcEndpointConfig "$root/examples/*.json", "$root/examples/templates/*.yaml"
        Test-VpcEndpointConfig "$root/examples/wrong-gateway.json" -Settings @{ Suppressions = @(@{ RuleId = 'VPCE-S006'; Target = '*'; Reason = 'known'; Expires = '2999-01-01' }) }
        Get-EndpointRecommendation -Snapshot "$root/examples/network-us-east-1.json" -Action *
        Get-VpcEndpointRule
        Get-VpcEndpointService -Region eu-west-1
        (Compare-VpcEndpointType -IncludeOutdated).Outdated
        (Compare-VpcEndpointType -IncludeOutdated).Interface
        """;

    private static readonly XElement[] Views =
    [
        .. Directory.EnumerateFiles(Path.Combine(InstalledModule.Folder, "formats"), "*.format.ps1xml").SelectMany(file => XDocument.Load(file).Descendants("View")),
    ];

    public static TheoryData<string> TypesWithAList => new(ListsByType().Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void ManifestNamesEveryFormatFile()
    {
        IEnumerable<string> named = session.Run("param($file) (Test-ModuleManifest $file).ExportedFormatFiles", InstalledModule.Manifest).Output.Select(file => Path.GetFileName(file.ToString())!);
        Assert.Equal(
            Directory.EnumerateFiles(Path.Combine(Repository.Root, "formats"), "*.format.ps1xml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal),
            named.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(TypesWithAList))]
    public void ListTellsAll(string type)
    {
        // The base of the recommendations is shown with what its kinds add.
        string text = string.Join(' ', ListsByType()[type].Descendants("ListControl").Descendants().Where(element => !element.HasElements).Select(element => element.Value));
        Type shown = Rules.GetType(type, throwOnError: true)!;
        IEnumerable<string> properties = Rules.GetExportedTypes().Where(shown.IsAssignableFrom).SelectMany(one => one.GetProperties()).Select(property => property.Name).Distinct(StringComparer.Ordinal)
            .Except(type.EndsWith("EndpointRecommendation", StringComparison.Ordinal) ? ForThePipe : [], StringComparer.Ordinal);
        Assert.All(properties, property => Assert.Matches($@"\b{Regex.Escape(property)}\b", text));
    }

    [Fact]
    public void MoneyStandsOnTheRight()
    {
        int columns = 0;
        foreach (XElement table in Views.Select(view => view.Element("TableControl")).OfType<XElement>())
        {
            XElement[] headers = [.. table.Element("TableHeaders")!.Elements()];
            XElement[] items = [.. table.Descendants("TableColumnItem")];
            Assert.Equal(headers.Length, items.Length);
            foreach ((XElement header, XElement item) in headers.Zip(items).Where(pair => Regex.IsMatch(pair.Second.Value, "Cost|Saving|Price|Amount")))
            {
                Assert.Equal("Right", header.Element("Alignment")?.Value);
                Assert.Contains("0", item.Element("FormatString")?.Value, StringComparison.Ordinal);
                columns++;
            }
        }

        Assert.True(columns >= 5);
    }

    [Fact]
    public void EveryTypeThatComesOutHasATableAndAList()
    {
        string[] types = [.. session.Run("Get-Command -Module VpcEndpointTools | ForEach-Object { $_.OutputType.Name }").Output.Select(name => name.ToString())
            .Where(name => name.StartsWith("VpcEndpointTools.", StringComparison.Ordinal)).Select(Base).Distinct(StringComparer.Ordinal)];
        Assert.True(types.Length >= 7);
        foreach (string kind in (string[])["TableControl", "ListControl"])
        {
            string[] shown = [.. Views.Where(view => view.Element(kind) is not null).SelectMany(view => view.Descendants("TypeName")).Select(name => name.Value)];
            string[] needed = [.. types.Where(type => kind == "ListControl" || !type.EndsWith(".Chosen", StringComparison.Ordinal))];
            Assert.Subset(shown.ToHashSet(StringComparer.Ordinal), needed.ToHashSet(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void AsTextEachIsALineForALog()
    {
        SessionAnswer answer = session.Run(Everything, Repository.Root);
        Assert.Empty(answer.Errors);
        HashSet<string> types = [];
        foreach (object item in answer.Output.SelectMany(item => Parts(item.BaseObject, [])))
        {
            string line = Convert.ToString(item, CultureInfo.InvariantCulture)!;
            types.Add(item.GetType().FullName!);
            Assert.False(string.IsNullOrWhiteSpace(line), item.GetType().FullName);
            Assert.DoesNotContain('\n', line);
            Assert.DoesNotContain(item.GetType().Name + " {", line, StringComparison.Ordinal);
            Assert.NotEqual(item.GetType().FullName, line);
        }

        Assert.True(types.Count >= 15, string.Join(", ", types));
    }

    // What a recommendation has for New-EC2VpcEndpoint, and shows under another name; the form of the tags is AWS.Tools'.
    private static readonly string[] ForThePipe = ["VpcId", "ServiceName", "VpcEndpointType", "TagSpecification"];

    private static Assembly Rules => AppDomain.CurrentDomain.GetAssemblies().First(assembly => assembly.GetName().Name == "VpcEndpointTools.Rules");

    private static Dictionary<string, XElement> ListsByType() => Views.Where(view => view.Element("ListControl") is not null)
        .SelectMany(view => view.Descendants("TypeName").Select(name => (Type: name.Value, view)))
        .Where(pair => !pair.Type.StartsWith("VpcEndpointTools.TypeComparison", StringComparison.Ordinal))
        .ToDictionary(pair => pair.Type, pair => pair.view, StringComparer.Ordinal);

    private static string Base(string type) => type.EndsWith("Recommendation", StringComparison.Ordinal) ? "VpcEndpointTools.Recommendation.EndpointRecommendation" : type;

    private static IEnumerable<object> Parts(object item, HashSet<object> seen)
    {
        if (item is IEnumerable list and not string)
        {
            return list.Cast<object>().SelectMany(part => Parts(part, seen));
        }

        return item.GetType().Namespace?.StartsWith("VpcEndpointTools", StringComparison.Ordinal) == true && seen.Add(item)
            ? item.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0).Select(property => property.GetValue(item)).OfType<object>()
                .SelectMany(value => Parts(value, seen)).Prepend(item)
            : [];
    }
}
