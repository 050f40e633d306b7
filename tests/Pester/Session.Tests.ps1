#Requires -Version 7.4
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }

# What a session can be like: strict, constrained, of another culture, in the background; and what it hands down to cmdlets.

BeforeDiscovery {
    $cultures = 'de-DE', 'tr-TR', 'fa-IR', 'ja-JP'
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Suite.psm1') -Force
    Import-Module (Get-SuiteManifest) -Force
    $good = Get-SuiteExample 'gateway-s3.json'
    $wrong = Get-SuiteExample 'wrong-gateway.json'
    $network = Get-SuiteExample 'network-us-east-1.json'
    $nobody = @{ AccessKey = 'a'; SecretKey = 'b'; Region = 'eu-west-1'; EndpointUrl = 'http://127.0.0.1:1' }
}

Describe '$ErrorActionPreference' {
    It 'Stop ends at the first bad input' {
        $ErrorActionPreference = 'Stop'
        $results = [System.Collections.Generic.List[object]]::new()
        { 'nowhere.json', $good | Test-VpcEndpointConfig | ForEach-Object { $results.Add($_) } } | Should -Throw -ErrorId 'PathNotFound,*'
        $results.Count | Should -Be 0
    }

    It 'Continue answers for the others' {
        $ErrorActionPreference = 'Continue'
        $results = 'nowhere.json', $good | Test-VpcEndpointConfig 2> $null
        $results.Outcome | Should -Be 'Passed'
    }

    It 'SilentlyContinue says it in -ErrorVariable' {
        $null = 'nowhere.json' | Test-VpcEndpointConfig -ErrorVariable problems -ErrorAction SilentlyContinue
        $problems.Count | Should -Be 1
        $problems[0].TargetObject | Should -BeLike '*nowhere.json'
        $problems[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }

    It 'makes an error that try and catch see' {
        $caught = try { Test-VpcEndpointConfig -LiteralPath nowhere.json -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
        $caught | Should -BeLike 'PathNotFound,*'
    }
}

Describe '-WhatIf' {
    It 'is inherited from $WhatIfPreference' {
        $WhatIfPreference = $true
        $file = Join-Path $TestDrive 'inherited.sarif'
        Test-VpcEndpointConfig $good | Export-VpcEndpointReport $file
        [System.IO.File]::Exists($file) | Should -BeFalse
    }

    It 'is inherited from a function that supports it' {
        function Invoke-Report {
            [CmdletBinding(SupportsShouldProcess)]
            param($File)
            $null = $PSCmdlet.ShouldProcess($File)
            Test-VpcEndpointConfig $good | Export-VpcEndpointReport $File
        }

        $file = Join-Path $TestDrive 'function.sarif'
        Invoke-Report $file -WhatIf
        $file | Should -Not -Exist
        Invoke-Report $file
        $file | Should -Exist
    }

    It 'can be overruled' {
        $WhatIfPreference = $true
        $file = Join-Path $TestDrive 'overruled.sarif'
        Test-VpcEndpointConfig $good | Export-VpcEndpointReport $file -WhatIf:$false
        [System.IO.File]::Exists($file) | Should -BeTrue
    }

    It 'keeps a snapshot from being written' {
        $file = Join-Path $TestDrive 'snapshot.json'
        Export-VpcEndpointSnapshot $file @nobody -WhatIf
        $file | Should -Not -Exist
    }
}

Describe 'Strict mode' {
    It 'changes no answer, and no view' {
        $plain = Invoke-FreshShell 'Import-Module $manifest; $r = Test-VpcEndpointConfig $examples/*.json; $r | Out-String -Width 120; $r | Format-List | Out-String -Width 120'
        $strict = Invoke-FreshShell 'Set-StrictMode -Version Latest; Import-Module $manifest; $r = Test-VpcEndpointConfig $examples/*.json; $r | Out-String -Width 120; $r | Format-List | Out-String -Width 120'
        $strict | Should -Be $plain
        $plain.Count | Should -BeGreaterThan 100
    }

    It 'changes no recommendation' {
        $script = '$r = Get-EndpointRecommendation -Snapshot $examples/network-us-east-1.json -Action *; $r | Out-String -Width 120; $r | Format-List | Out-String -Width 120'
        Invoke-FreshShell "Set-StrictMode -Version Latest; Import-Module `$manifest; $script" | Should -Be (Invoke-FreshShell "Import-Module `$manifest; $script")
    }
}

Describe 'Constrained language' {
    It 'changes no answer, and no view' {
        $script = 'Test-VpcEndpointConfig $examples/*.json, $examples/templates/*.yaml | Out-String -Width 120; Compare-VpcEndpointType | Out-String -Width 120; Get-VpcEndpointRule VPCE-D* | Format-List | Out-String -Width 120; Get-EndpointRecommendation s3 -Region us-east-1 | Format-List | Out-String -Width 120'
        $free = Invoke-FreshShell "Import-Module `$manifest; $script"
        $constrained = Invoke-FreshShell "Import-Module `$manifest; `$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'; $script; `$ExecutionContext.SessionState.LanguageMode"
        $constrained | Select-Object -SkipLast 1 | Should -Be $free
        $constrained[-1] | Should -Be 'ConstrainedLanguage'
    }

    It 'takes hashtables and objects from the pipe' {
        $lines = Invoke-FreshShell "Import-Module `$manifest; `$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'; (@{ VpcEndpointType = 'Gateway'; VpcId = 'vpc-0a1b2c3d4e5f60718'; ServiceName = 'com.amazonaws.eu-west-1.s3'; RouteTableId = 'rtb-0aaaaaaaaaaaaaaaa' } | Test-VpcEndpointConfig -Settings @{ Exclude = 'VPCE-G*' }).Outcome"
        $lines | Should -Be 'Passed'
    }
}

Describe 'Culture <_>' -ForEach $cultures {
    BeforeAll {
        $script = '$r = Test-VpcEndpointConfig $examples/*.json; $e = Get-EndpointRecommendation s3, ssm -Region us-east-1 -MonthlyGB 1500.5; $r | ConvertTo-Json -Depth 6; $e | ConvertTo-Json -Depth 6; $e | ForEach-Object { "$($_.CostLines)" }; $r | ForEach-Object { "$_" }; $r.Findings | ConvertTo-Csv'
        $there = Invoke-FreshShell "[cultureinfo]::CurrentCulture = '$_'; [cultureinfo]::CurrentUICulture = '$_'; Import-Module `$manifest; $script"
        $here = Invoke-FreshShell "[cultureinfo]::CurrentCulture = 'en-US'; Import-Module `$manifest; $script"
    }

    It 'changes nothing that a machine reads, nor a line for a log' {
        $there | Should -Be $here
        $here.Count | Should -BeGreaterThan 500
    }

    It 'finds the help, which is English' {
        Invoke-FreshShell "[cultureinfo]::CurrentUICulture = '$_'; Import-Module `$manifest; (Get-Help Test-VpcEndpointConfig).Synopsis" | Should -BeLike 'Tests VPC endpoint configurations*'
    }
}

Describe 'In the background' {
    It 'works in a job, and its results arrive whole' {
        $manifest = Get-SuiteManifest
        $job = Start-Job { Import-Module $using:manifest; Test-VpcEndpointConfig $using:wrong }
        $result = $job | Receive-Job -Wait -AutoRemoveJob
        $result.Outcome | Should -BeExactly 'Failed'
        $result.Findings.RuleId | Should -Contain 'VPCE-S006'
    }

    It 'works in parallel, in one process' {
        $manifest = Get-SuiteManifest
        $outcomes = 1..12 | ForEach-Object -ThrottleLimit 4 -Parallel {
            Import-Module $using:manifest
            (Test-VpcEndpointConfig ($_ % 2 ? $using:good : $using:wrong)).Outcome
        }
        ($outcomes | Group-Object -NoElement | Sort-Object Name).Count | Should -Be 2
        ($outcomes -eq 'Passed').Count | Should -Be 6
        ($outcomes -eq 'Failed').Count | Should -Be 6
    }

    It 'stops when the pipeline does' {
        $first = Test-VpcEndpointConfig (Get-SuiteExample '*.json') | Select-Object -First 1
        @($first).Count | Should -Be 1
    }
}

Describe 'Looking at AWS' {
    It 'says in one error that nobody answers' {
        { Test-VpcEndpointConfig -VpcId '*' @nobody -ErrorAction Stop } | Should -Throw -ErrorId 'EndpointUnreachable,*'
    }

    It 'shows the secret in no stream' {
        $nobody.SecretKey = 'never-to-be-seen'
        $all = Test-VpcEndpointConfig -VpcId '*' @nobody -Verbose -Debug -ErrorAction Continue *>&1 | Out-String
        $all | Should -Match 'DescribeVpcs'
        $all | Should -Not -Match 'never-to-be-seen'
    }

    It 'creates nothing where nobody answers, and says so' {
        $made = New-SafeVpcEndpoint vpc-0a1b2c3d4e5f60718 ssm @nobody -Confirm:$false -ErrorVariable problem -ErrorAction SilentlyContinue
        $made | Should -BeNullOrEmpty
        $problem[0].FullyQualifiedErrorId | Should -BeLike 'EndpointUnreachable,*'
    }
}
