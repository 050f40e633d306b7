using System.Globalization;
using System.Text;
using System.Xml;
using VpcEndpointTools.Evaluation;

namespace VpcEndpointTools.Reporting;

/// <summary>JUnit's XML: a suite a file, a case an endpoint. What is inconclusive is a skipped case.</summary>
internal static class JUnitReport
{
    public static string Write(ReportContent content)
    {
        StringBuilder text = new();
        using XmlWriter xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, CheckCharacters = false });
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", "VpcEndpointTools");
        if (content.IsEmpty)
        {
            // A run without a case counts as a good one in most CI.
            Nothing(xml);
        }
        else
        {
            Counts(xml, content.Results);
        }

        foreach (IGrouping<string, ConfigTestResult> suite in content.Results.GroupBy(result => content.FileOf(result.Source) ?? result.Source ?? "pipeline", StringComparer.Ordinal))
        {
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", Clean(suite.Key));
            Counts(xml, [.. suite]);
            xml.WriteAttributeString("timestamp", content.Time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
            foreach (ConfigTestResult result in suite)
            {
                Case(xml, suite.Key, result);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.Flush();

        // A StringBuilder has no encoding; the file has.
        return text.Replace("utf-16", "utf-8", 0, Math.Min(text.Length, 60)).ToString();
    }

    private static void Nothing(XmlWriter xml)
    {
        xml.WriteAttributeString("tests", "1");
        xml.WriteAttributeString("errors", "1");
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", "VPC endpoints");
        xml.WriteAttributeString("tests", "1");
        xml.WriteAttributeString("errors", "1");
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", "VPC endpoints");
        xml.WriteAttributeString("classname", "VpcEndpointTools");
        xml.WriteStartElement("error");
        xml.WriteAttributeString("message", "No endpoint was tested.");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Case(XmlWriter xml, string suite, ConfigTestResult result)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", Clean(ReportContent.Title(result)));
        xml.WriteAttributeString("classname", Clean(suite));
        xml.WriteAttributeString("time", "0");
        if (result.Line is { } line)
        {
            xml.WriteAttributeString("line", line.ToString(CultureInfo.InvariantCulture));
        }

        string[] errors = [.. result.Findings.Where(finding => finding.Severity == nameof(Severity.Error)).Select(Line)];
        if (errors.Length > 0)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("type", "Error");
            xml.WriteAttributeString("message", Clean(errors[0]));
            xml.WriteString(Clean(string.Join('\n', errors)));
            xml.WriteEndElement();
        }
        else if (result.Outcome == TestOutcomes.Inconclusive)
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", Clean("An error could not be excluded: " + string.Join("; ", result.NotEvaluated.Where(rule => rule.IsBlocking).Select(rule => rule.ToString()))));
            xml.WriteEndElement();
        }

        string[] others = [.. result.Findings.Where(finding => finding.Severity != nameof(Severity.Error)).Select(Line), .. result.SuppressedFindings.Select(finding => $"Suppressed: {Line(finding)} ({finding.SuppressionReason ?? finding.SuppressedBy})")];
        if (others.Length > 0)
        {
            xml.WriteElementString("system-out", Clean(string.Join('\n', others)));
        }

        xml.WriteEndElement();
    }

    private static void Counts(XmlWriter xml, IReadOnlyList<ConfigTestResult> results)
    {
        xml.WriteAttributeString("tests", Number(results.Count));
        xml.WriteAttributeString("failures", Number(results.Count(result => result.Outcome == TestOutcomes.Failed)));
        xml.WriteAttributeString("errors", "0");
        xml.WriteAttributeString("skipped", Number(results.Count(result => result.Outcome == TestOutcomes.Inconclusive)));
        xml.WriteAttributeString("time", "0");
    }

    private static string Line(Finding finding) => $"{finding.Severity} {finding.RuleId}{(finding.Line is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" line {finding.Line}"))}: {finding.Message} {finding.Remediation}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // XML has no way to write most control characters.
    private static string Clean(string text) => string.Concat(text.Select(character => XmlConvert.IsXmlChar(character) || char.IsSurrogate(character) ? character : '\uFFFD'));
}
