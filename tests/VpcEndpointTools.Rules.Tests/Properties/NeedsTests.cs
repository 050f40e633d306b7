using System.Reflection;
using CsCheck;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Tests.Properties;

/// <summary>A rule looks at nothing but what it declares: live reading leaves the rest out.</summary>
public sealed class NeedsTests
{
    [Fact]
    public void WhatARuleDoesNotNeedChangesNothing() => Worlds.Any.Holds(
        world =>
        {
            foreach (Rule rule in RuleCatalog.All)
            {
                RuleOutcome all = rule.Evaluate(new RuleContext(world.Config, world.Snapshot, declared: world.Declared));
                RuleOutcome less = rule.Evaluate(new RuleContext(world.Config, OnlyNeeded(world.Snapshot, rule.Info.Needs), declared: world.Declared));
                Assert.True(Describe(all) == Describe(less), $"{rule.Info.Id}, which needs {rule.Info.Needs}: {Describe(all)} became {Describe(less)}");
            }
        });

    private static NetworkSnapshot OnlyNeeded(NetworkSnapshot snapshot, RuleNeeds needs)
    {
        bool attributes = needs.HasFlag(RuleNeeds.VpcDnsAttributes);
        NetworkSnapshot copy = snapshot with
        {
            AccountId = needs.HasFlag(RuleNeeds.AccountId) ? snapshot.AccountId : null,
            Vpcs = attributes ? snapshot.Vpcs : snapshot.Vpcs?.Select(vpc => vpc with { EnableDnsSupport = default, EnableDnsHostnames = default }).ToList(),
        };
        foreach (PropertyInfo member in Ignorance.Members.Where(member => !needs.HasFlag(Enum.Parse<RuleNeeds>(member.Name))))
        {
            member.SetValue(copy, null);
        }

        return copy;
    }

    private static string Describe(RuleOutcome outcome) =>
        $"{outcome.Kind} {string.Join(' ', outcome.Violations.Select(violation => violation.Message))}{outcome.Missing?.What}";
}
