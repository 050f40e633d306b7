using System.Management.Automation;
using VpcEndpointTools.Emulator;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Live;

/// <summary>A session and an emulated EC2, and the parameters that lead from the one to the other.</summary>
public abstract class LiveTestBase : IDisposable
{
    /// <summary>Where everything is.</summary>
    protected const string Home = "eu-west-1";

    private protected Ec2Server Server { get; } = Ec2Server.Start();

    private protected ModuleSession Session { get; } = new();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends both.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Session.Dispose();
            Server.Dispose();
        }
    }

    /// <summary>Runs a script in which @aws stands for keys, URL and Region.</summary>
    private protected SessionAnswer Run(string script, params object?[] arguments) =>
        Session.Run($"param($p0, $p1, $p2) $aws = @{{ AccessKey = 'AKIAEXAMPLE'; SecretKey = 'never-to-be-seen'; EndpointUrl = '{Server.Url}'; Region = '{Home}' }}; {script}", arguments);

    /// <summary>The calls of an operation.</summary>
    private protected int Calls(string action) => Server.Calls.Count(call => call.Action == action);

    /// <summary>Results as lines: endpoint, outcome, findings, and what was not evaluated.</summary>
    private protected static IReadOnlyList<string> Verdicts(IEnumerable<PSObject> results) => [.. results.Select(result =>
    {
        dynamic verdict = result;
        IEnumerable<dynamic> findings = verdict.Findings;
        IEnumerable<dynamic> missing = verdict.NotEvaluated;
        return $"{verdict.Target} {verdict.Outcome} {verdict.Coverage} {string.Join(' ', findings.Select(finding => (string)finding.RuleId))} | {string.Join(' ', missing.Select(rule => (string)rule.RuleId))}";
    })];
}
