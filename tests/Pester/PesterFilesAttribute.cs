using Xunit.Abstractions;
using Xunit.Sdk;

namespace VpcEndpointTools.Tests.Pester;

/// <summary>A test case for each *.Tests.ps1 of the suite, with a result for each Pester test in it.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("VpcEndpointTools.Tests.Pester.PesterFileDiscoverer", "Pester.Tests")]
public sealed class PesterFilesAttribute : FactAttribute;

/// <summary>Finds the files; PowerShell is not asked before the tests run.</summary>
public sealed class PesterFileDiscoverer(IMessageSink diagnostics) : IXunitTestCaseDiscoverer
{
    /// <inheritdoc/>
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        PesterSuite.Files.Select(file => new PesterFileCase(diagnostics, discoveryOptions.MethodDisplayOrDefault(), testMethod, file));
}
