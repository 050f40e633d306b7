#Requires -Version 7.4
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }

# What it looks like, in a terminal and without, and that looks never get into files.

BeforeDiscovery {
    $kinds = 'ConfigTestResult', 'Finding', 'NotEvaluatedRule', 'EndpointView', 'RuleCoverage', 'RuleView', 'ServiceView', 'TypeComparison', 'CheatSheetStatement', 'TypeFact',
    'EndpointRecommendation', 'EndpointOption', 'RecommendationReason', 'CostLine'
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Suite.psm1') -Force
    Import-Module (Get-SuiteManifest) -Force
    $results = Test-VpcEndpointConfig (Get-SuiteExample '*.json')
    $recommendations = Get-EndpointRecommendation -Snapshot (Get-SuiteExample 'network-us-east-1.json') -Action *
    $comparison = Compare-VpcEndpointType -IncludeOutdated
    $objects = @{
        ConfigTestResult       = $results
        Finding                = $results.Findings
        NotEvaluatedRule       = $results.NotEvaluated
        EndpointView           = $results.Config
        RuleCoverage           = $results.Coverage
        RuleView               = Get-VpcEndpointRule
        ServiceView            = Get-VpcEndpointService -Region eu-west-1
        TypeComparison         = $comparison
        CheatSheetStatement    = $comparison.Outdated
        TypeFact               = $comparison.Gateway
        EndpointRecommendation = $recommendations
        EndpointOption         = $recommendations.Alternatives
        RecommendationReason   = $recommendations.Reasons
        CostLine               = $recommendations.CostLines
    }
}

Describe '<_>' -ForEach $kinds {
    BeforeAll {
        $items = @($objects[$_] | Where-Object { $null -ne $_ })
    }

    It 'has a table that fits <_> columns' -ForEach 80, 120 {
        $lines = ConvertTo-PlainLine ($items | Format-Table | Out-String -Width $_)
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual $_
        $lines.Count | Should -BeGreaterThan $items.Count
    }

    It 'has a list that shows something of each' {
        $lines = ConvertTo-PlainLine ($items | Format-List | Out-String -Width 200)
        @($lines | Where-Object { $_ -match '^\S+ +: \S' }).Count | Should -BeGreaterOrEqual $items.Count
    }

    It 'can be shown wide' {
        ConvertTo-PlainLine ($items | Format-Wide | Out-String -Width 120) | Where-Object { $_ } | Should -Not -BeNullOrEmpty
    }

    It 'goes into JSON and CSV as data, not as looks' {
        $json = $items | ConvertTo-Json -Depth 8
        $json | Should -Not -Match 'FormatEntryData|\\u001b'
        @($json | ConvertFrom-Json).Count | Should -Be $items.Count
        @($items | ConvertTo-Csv | ConvertFrom-Csv).Count | Should -Be $items.Count
        $file = Join-Path $TestDrive 'items.csv'
        $items | Export-Csv $file
        (Import-Csv $file).Count | Should -Be $items.Count
    }
}

Describe 'Tables' {
    It 'show the whole verdict in <_> columns' -ForEach 80, 120 {
        $results | Out-String -Width $_ | Should -Match 'Target\s+Type\s+Service\s+Outcome\s+Rules\s+Findings'
    }

    It 'show all six types even in 80 columns' {
        Compare-VpcEndpointType | Out-String -Width 80 | Should -Match 'Aspect\s+Interface\s+Gateway\s+GWLB\s+Resource\s+SvcNet\s+Tunnel'
    }

    It 'set two types side by side' {
        Compare-VpcEndpointType Interface, Gateway Quota | Format-Table -Wrap | Out-String -Width 120 | Should -Match 'Aspect\s+Interface\s+Gateway'
    }

    It 'have money on the right' {
        $lines = ConvertTo-PlainLine ($recommendations | Out-String -Width 120)
        $amounts = $lines | Select-String '^\d+ .*? (-?\d+\.\d\d) ' | ForEach-Object { $_.Matches[0].Groups[1] }
        @($amounts).Count | Should -BeGreaterThan 10
        @($amounts | ForEach-Object { $_.Index + $_.Length } | Sort-Object -Unique).Count | Should -Be 1
    }
}

Describe 'Lists' {
    It 'argue the findings' {
        $list = Test-VpcEndpointConfig (Get-SuiteExample 'wrong-type-omitted.json') | Format-List | Out-String -Width 200
        $list | Should -Match 'VPCE-S002'
        $list | Should -Match 'Mend:'
        $list | Should -Match 'https://'
    }

    It 'tell all of a rule and of a service' {
        Get-VpcEndpointRule VPCE-S003 | Format-List | Out-String -Width 200 | Should -Match 'Remediation\s+:.*[\s\S]*https://'
        Get-VpcEndpointService s3 | Format-List | Out-String -Width 200 | Should -Match 'EndpointTypes\s+: Interface, Gateway'
    }

    It 'argue a recommendation' {
        $text = Get-EndpointRecommendation ssm -Region us-east-1 | Format-List | Out-String -Width 200
        $text | Should -Match 'Alternatives +: No endpoint'
        $text | Should -Match 'Interface endpoint, 2 zone\(s\): 1460 hour and zone at 0\.0100 = 14\.60 USD'
        $text | Should -Match '(?m)EstimatedMonthlyCost +: 14.60 USD'
    }
}

Describe 'Colour' {
    It 'is there in a terminal' {
        if ($IsWindows -or -not (Get-Command script -CommandType Application -ErrorAction Ignore)) {
            Set-ItResult -Skipped -Because 'the program "script", which gives a shell a terminal of its own, is not on this machine'
        }

        $env:TERM = 'xterm-256color'
        $show = "Import-Module '$(Get-SuiteManifest)'; Test-VpcEndpointConfig '$(Get-SuiteExample 'wrong-tunnel.json')'"
        $shell = @(Get-SuiteShell) + '-NoProfile', '-Command', $show
        $text = $IsMacOS ? (script -q /dev/null @shell) : (script -qec (($shell | ForEach-Object { "`"$_`"" }) -join ' ') /dev/null)
        $text -join "`n" | Should -Match '\e\[31mFailed'
    }

    It 'is not there in a file' {
        $file = Join-Path $TestDrive 'result.txt'
        Test-VpcEndpointConfig (Get-SuiteExample 'wrong-tunnel.json') > $file
        Get-Content $file -Raw | Should -Match 'Failed'
        Get-Content $file -Raw | Should -Not -Match '\e\['
    }

    It 'is not there where the user wants none' {
        $lines = Invoke-FreshShell '$PSStyle.OutputRendering = "PlainText"; Import-Module $manifest; Test-VpcEndpointConfig $examples/wrong-tunnel.json'
        $lines -join "`n" | Should -Match 'Failed'
        $lines | Should -Not -Match '\e\['
    }

    It 'follows $PSStyle' {
        $rendering = $PSStyle.OutputRendering
        try {
            $PSStyle.OutputRendering = 'Ansi'
            Test-VpcEndpointConfig (Get-SuiteExample 'wrong-tunnel.json') | Out-String | Should -Match '\e\[31m'
            $PSStyle.OutputRendering = 'PlainText'
            Test-VpcEndpointConfig (Get-SuiteExample 'wrong-tunnel.json') | Out-String | Should -Not -Match '\e\['
        }
        finally {
            $PSStyle.OutputRendering = $rendering
        }
    }
}
