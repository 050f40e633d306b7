using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace VpcEndpointTools.Tests.Pester;

/// <summary>A file of the suite. It is run in a process of its own, and reported test by test.</summary>
public sealed class PesterFileCase : XunitTestCase
{
    /// <summary>For xunit, which fills it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Called by the de-serializer", error: true)]
    public PesterFileCase()
    {
    }

    internal PesterFileCase(IMessageSink diagnostics, TestMethodDisplay display, ITestMethod testMethod, string file)
        : base(diagnostics, display, TestMethodDisplayOptions.None, testMethod, [file])
    {
    }

    /// <inheritdoc/>
    public override Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink,
        IMessageBus messageBus,
        object[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource) =>
        new Runner(this, constructorArguments, messageBus, aggregator, cancellationTokenSource).RunAsync();

    private sealed class Runner(
        PesterFileCase testCase,
        object[] constructorArguments,
        IMessageBus messageBus,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellation)
        : XunitTestCaseRunner(testCase, testCase.DisplayName, null, constructorArguments, testCase.TestMethodArguments, messageBus, aggregator, cancellation)
    {
        protected override Task<RunSummary> RunTestAsync()
        {
            string file = (string)TestCase.TestMethodArguments[0];
            RunSummary summary = new();
            foreach (PesterResult result in Results(file))
            {
                Report(new XunitTest(TestCase, $"{file}: {result.Name}"), result, summary);
            }

            return Task.FromResult(summary);
        }

        // What keeps the file from being run at all is a failure of the file.
        private static IReadOnlyList<PesterResult> Results(string file)
        {
            try
            {
                return PesterSuite.Run(file);
            }
            catch (Exception exception) when (exception is InvalidOperationException or TimeoutException or TypeInitializationException or Win32Exception)
            {
                return [new PesterResult("(as a whole)", "Failed", 0, exception.ToString())];
            }
        }

        private void Report(XunitTest test, PesterResult result, RunSummary summary)
        {
            summary.Total++;
            summary.Time += result.Seconds;
            MessageBus.QueueMessage(new TestStarting(test));
            switch (result.Result)
            {
                case "Passed":
                    MessageBus.QueueMessage(new TestPassed(test, result.Seconds, string.Empty));
                    break;
                case "Skipped" or "Inconclusive":
                    summary.Skipped++;
                    MessageBus.QueueMessage(new TestSkipped(test, result.Message ?? result.Result));
                    break;
                default:
                    summary.Failed++;
                    XunitException failure = new($"{result.Result}: {result.Message}");
                    MessageBus.QueueMessage(new TestFailed(test, result.Seconds, string.Empty, failure));
                    break;
            }

            MessageBus.QueueMessage(new TestFinished(test, result.Seconds, string.Empty));
        }
    }
}
