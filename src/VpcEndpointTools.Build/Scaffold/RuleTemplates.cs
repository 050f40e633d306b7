using System.Globalization;

namespace VpcEndpointTools.Build.Scaffold;

/// <summary>The texts of a new rule's files.</summary>
internal static class RuleTemplates
{
    /// <summary>What stands where something is to be filled in; a test finds what is left.</summary>
    public const string Mark = "FILL IN";

    private const string Example =
        """
        {
          "VpcEndpointType": "Interface",
          "VpcId": "vpc-0a1b2c3d4e5f60718",
          "ServiceName": "com.amazonaws.eu-west-1.ssm",
          "SubnetIds": ["subnet-0aaaaaaaaaaaaaaaa"],
          "SecurityGroupIds": ["sg-0aaaaaaaaaaaaaaaa"],
          "PrivateDnsEnabled": true
        }
        """;

    /// <summary>The rule: about no endpoint until it is filled in, so that all other tests go on.</summary>
    public static string Class(RuleRequest rule, DateOnly today) =>
        $$"""
        using VpcEndpointTools.Evaluation;
        using VpcEndpointTools.Model;

        namespace VpcEndpointTools.Rules.{{rule.Family}};

        /// <summary>{{Mark}}: what holds where the rule passes.</summary>
        public sealed class {{rule.ClassName}} : Rule
        {
            /// <summary>Declares the rule.</summary>
            public {{rule.ClassName}}()
                : base(new RuleInfo
                {
                    Id = RuleIds.{{rule.Key}},
                    Title = "{{rule.Title}}",
                    Severity = Severity.{{rule.Severity}},
                    EndpointTypes = EndpointTypes.All,
                    Remediation = "{{Mark}}: what to do, in the imperative.",
                    Source = "https://docs.aws.amazon.com/ {{Mark}}: where the fact was read",
                    Checked = new DateOnly({{today.ToString("yyyy, M, d", CultureInfo.InvariantCulture)}}),
                })
            {
            }

            // {{Mark}}: Fail with what is wrong here and the property that holds it, Unknown where the value is not known, else Pass.
            /// <inheritdoc/>
            protected override RuleOutcome Test(RuleContext context) => RuleOutcome.NotApplicable;
        }

        """.ReplaceLineEndings("\n");

    /// <summary>Its tests, which fail until they are filled in.</summary>
    public static string Test(RuleRequest rule) =>
        $$"""
        using VpcEndpointTools.Evaluation;
        using VpcEndpointTools.Rules.{{rule.Family}};

        namespace VpcEndpointTools.Tests.Rules.{{rule.Family}};

        public sealed class {{rule.Key}}Tests : RuleTest<{{rule.ClassName}}>
        {
            // {{Mark}}: a configuration that is wrong, with the value that the message must name. The name of the test says what is wrong.
            [Fact]
            public void WhatIsWrongIsFound() => Fails(Run(Given.Interface), Severity.{{rule.Severity}}, "{{Mark}}");

            // {{Mark}}: the configuration nearest to it that is right.
            [Fact]
            public void WhatIsRightPasses() => Passes(Run(Given.Interface));

            // {{Mark}}: the property that the rule looks at.
            [Fact]
            public void WhatIsNotKnownIsNotEvaluated() =>
                NotEvaluated(Run(Given.Interface with { VpcId = Given.Unknown<string>("!Ref Vpc") }), wasGiven: true, "!Ref Vpc");
        }

        """.ReplaceLineEndings("\n");

    /// <summary>Its page, without the table that the tests write.</summary>
    public static string Page(RuleRequest rule) =>
        $$"""
        # {{rule.Id}}: {{rule.Title}}

        ## What it checks

        {{Mark}}: what holds where the rule passes.

        ## Why

        {{Mark}}: what AWS does, or what does not work, with the source.

        ## Failing example

        {{Mark}}: the smallest request that this rule finds.

        ```json
        {{Example}}
        ```

        ## Passing example

        {{Mark}}: the same request, right.

        ```json
        {{Example}}
        ```

        ## How to fix

        {{Mark}}: the setting, and the command that changes it.

        ## What it does not check

        {{Mark}}: what a reader may expect of it that it does not do.

        """.ReplaceLineEndings("\n");
}
