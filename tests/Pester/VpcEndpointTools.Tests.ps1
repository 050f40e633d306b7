#Requires -Version 7.4
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }

BeforeDiscovery {
    $script:cmdlets = 'Compare-VpcEndpointType', 'Export-VpcEndpointReport', 'Export-VpcEndpointSnapshot', 'Get-EndpointRecommendation', 'Get-VpcEndpointRule', 'Get-VpcEndpointService', 'New-SafeVpcEndpoint', 'Test-VpcEndpointConfig'
    $script:hasAwsTools = [bool](Get-Module -ListAvailable AWS.Tools.EC2)
    $script:types = 'Interface', 'Gateway', 'GatewayLoadBalancer', 'Resource', 'ServiceNetwork', 'Tunnel'
}

BeforeAll {
    $root = Resolve-Path (Join-Path $PSScriptRoot '../..')
    $manifest = $env:VPCENDPOINTTOOLS_MANIFEST ? $env:VPCENDPOINTTOOLS_MANIFEST : (Join-Path $root 'VpcEndpointTools.psd1')
    Import-Module $manifest -Force
    $examples = Join-Path $root 'examples'
}

Describe 'The module' {
    It 'exports <_>' -ForEach $cmdlets {
        (Test-ModuleManifest $manifest).ExportedCmdlets.Keys | Should -Contain $_
    }

    It 'uses approved verbs' {
        $approved = (Get-Verb).Verb
        Get-Command -Module VpcEndpointTools | ForEach-Object { $_.Verb | Should -BeIn $approved }
    }

    It 'has help with examples for <_>' -ForEach $cmdlets {
        $help = Get-Help $_ -Full
        $help.Synopsis | Should -Not -BeNullOrEmpty
        $help.Synopsis | Should -Not -Match '\[-'
        @($help.examples.example).Count | Should -BeGreaterOrEqual 3
    }

    It 'describes every parameter of <_>' -ForEach $cmdlets {
        $cmdlet = $_
        $common = [System.Management.Automation.Cmdlet]::CommonParameters
        foreach ($name in (Get-Command $cmdlet).Parameters.Keys | Where-Object { $_ -notin $common }) {
            (Get-Help $cmdlet -Parameter $name).description.Text | Should -Not -BeNullOrEmpty -Because $name
        }
    }
}

Describe 'Test-VpcEndpointConfig' {
    It 'knows the type <_>' -ForEach $types {
        Get-ChildItem $examples -Filter *.json | Test-VpcEndpointConfig | Where-Object Type -EQ $_ | Should -Not -BeNullOrEmpty
    }

    It 'passes the good examples and fails the wrong ones' {
        $results = @(Get-ChildItem $examples -Filter *.json | Where-Object Name -NE 'vpc-snapshot.json' | Test-VpcEndpointConfig)
        $results.Count | Should -BeGreaterOrEqual 12
        foreach ($result in $results) {
            $expected = $result.Target -like 'wrong-*' ? 'Failed' : 'Passed'
            $result.Outcome | Should -Be $expected -Because $result.Target
        }
    }

    It 'takes ConvertFrom-Json output' {
        (Get-Content (Join-Path $examples 'gateway-s3.json') -Raw | ConvertFrom-Json | Test-VpcEndpointConfig).Outcome | Should -Be 'Passed'
    }

    It 'takes raw JSON text and its lines' {
        (Get-Content (Join-Path $examples 'gateway-s3.json') -Raw | Test-VpcEndpointConfig).Type | Should -Be 'Gateway'
        (Get-Content (Join-Path $examples 'gateway-s3.json') | Test-VpcEndpointConfig).Type | Should -Be 'Gateway'
    }

    It 'survives ConvertTo-Json and Export-Csv as text' {
        $result = Test-VpcEndpointConfig (Join-Path $examples 'wrong-type-omitted.json')
        $json = $result | ConvertTo-Json -Depth 5 | ConvertFrom-Json
        $json.Outcome | Should -BeExactly 'Failed'
        $json.Findings[0].Severity | Should -BeExactly 'Error'
        ($result.Findings | ConvertTo-Csv | ConvertFrom-Csv)[0].Target | Should -BeExactly 'wrong-type-omitted.json'
    }

    It 'reads a result of its own again' {
        $result = Test-VpcEndpointConfig (Join-Path $examples 'gateway-s3.json')
        ($result.Config | Test-VpcEndpointConfig).Outcome | Should -Be 'Passed'
    }

    It 'completes rule ids' {
        $line = 'Test-VpcEndpointConfig x.json -IncludeRule VPCE-S00'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Contain 'VPCE-S001'
    }

    It 'stops at the first error under -ErrorAction Stop' {
        { Test-VpcEndpointConfig -LiteralPath nowhere.json -ErrorAction Stop } | Should -Throw -ErrorId 'PathNotFound,*'
    }

    It 'works under strict mode' {
        Set-StrictMode -Version Latest
        (Test-VpcEndpointConfig (Join-Path $examples 'gateway-s3.json')).Outcome | Should -Be 'Passed'
    }
}

Describe 'Get-VpcEndpointRule' {
    It 'explains the findings of a result, each rule once' {
        $rules = Test-VpcEndpointConfig (Join-Path $examples 'wrong-gateway.json') | ForEach-Object Findings | Get-VpcEndpointRule
        $rules.Id | Should -Contain 'VPCE-S006'
        @($rules.Id | Select-Object -Unique).Count | Should -Be @($rules).Count
    }

    It 'survives ConvertTo-Json as text' {
        $json = Get-VpcEndpointRule VPCE-S003 | ConvertTo-Json | ConvertFrom-Json -DateKind String
        $json.Severity | Should -BeExactly 'Error'
        $json.EndpointTypes | Should -Be 'Gateway'
        $json.Checked | Should -Match '^\d{4}-\d\d-\d\d$'
    }

    It 'completes families' {
        $line = 'Get-VpcEndpointRule -Family Ro'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Contain 'Routing'
    }
}

Describe 'Compare-VpcEndpointType' {
    It 'shows each cell with source and date in JSON, and as text in CSV' {
        $row = Compare-VpcEndpointType -Aspect Quota -IncludeOutdated
        $json = $row | ConvertTo-Json -Depth 8 | ConvertFrom-Json
        $json.Gateway.Text | Should -Match '^20 per Region'
        $json.Gateway.Source | Should -Match '^https://'
        $json.Outdated[0].Id | Should -BeExactly 'S-G2'
        $csv = $row | ConvertTo-Csv | ConvertFrom-Csv
        $csv.Gateway | Should -BeExactly $json.Gateway.Text
        $csv.Outdated | Should -Match '^S-G2 '
    }

    It 'sets two types side by side' {
        $table = Compare-VpcEndpointType Interface, Gateway Quota | Format-Table -Wrap | Out-String -Width 120
        $table | Should -Match 'Aspect\s+Interface\s+Gateway'
    }
}

Describe 'Get-VpcEndpointService' {
    It 'fills in the Region' {
        (Get-VpcEndpointService ssm -Region eu-west-1).ServiceName | Should -BeExactly 'com.amazonaws.eu-west-1.ssm'
    }

    It 'lets a newer answer of AWS win' {
        $catalog = Join-Path $examples 'catalog/describe-vpc-endpoint-services.json'
        (Get-VpcEndpointService brand-new -Catalog $catalog).PrivateDnsNameBasis | Should -BeExactly 'Documented'
    }

    It 'keeps numbers and booleans in JSON' {
        $json = Get-VpcEndpointService email-smtp | ConvertTo-Json | ConvertFrom-Json
        $json.Ports | Should -Contain 587
    }
}

Describe 'Views' {
    It 'fits the tables of the catalogues into <_> columns' -ForEach 80, 120 {
        $width = $_
        foreach ($objects in (Get-VpcEndpointRule), (Compare-VpcEndpointType), (Get-VpcEndpointService -Region eu-west-1)) {
            $table = ($objects | Out-String -Width $width) -replace '\e\[[0-9;]*m'
            foreach ($line in $table -split '\r?\n') {
                $line.Length | Should -BeLessOrEqual $width
            }
        }
    }

    It 'shows all six types even in 80 columns' {
        Compare-VpcEndpointType | Out-String -Width 80 | Should -Match 'Aspect\s+Interface\s+Gateway\s+GWLB\s+Resource\s+SvcNet\s+Tunnel'
    }

    It 'tells all of a rule and of a service in the list' {
        Get-VpcEndpointRule VPCE-S003 | Format-List | Out-String -Width 200 | Should -Match 'Remediation\s+:.*[\s\S]*https://'
        Get-VpcEndpointService s3 | Format-List | Out-String -Width 200 | Should -Match 'EndpointTypes\s+: Interface, Gateway'
    }

    It 'fits the whole table into <_> columns' -ForEach 80, 120 {
        $table = (Test-VpcEndpointConfig (Join-Path $examples '*.json') | Out-String -Width $_) -replace '\e\[[0-9;]*m'
        $table | Should -Match 'Target\s+Type\s+Service\s+Outcome\s+Rules\s+Findings'
        foreach ($line in $table -split '\r?\n') {
            $line.Length | Should -BeLessOrEqual $_
        }
    }

    It 'argues the findings in the list' {
        $list = Test-VpcEndpointConfig (Join-Path $examples 'wrong-type-omitted.json') | Format-List | Out-String -Width 200
        $list | Should -Match 'VPCE-S002'
        $list | Should -Match 'Mend:'
        $list | Should -Match 'https://'
    }

    It 'shows colour in a terminal and none in plain text' {
        $rendering = $PSStyle.OutputRendering
        try {
            $PSStyle.OutputRendering = 'Ansi'
            Test-VpcEndpointConfig (Join-Path $examples 'wrong-tunnel.json') | Out-String | Should -Match '\e\[31m'
            $PSStyle.OutputRendering = 'PlainText'
            Test-VpcEndpointConfig (Join-Path $examples 'wrong-tunnel.json') | Out-String | Should -Not -Match '\e\['
        }
        finally {
            $PSStyle.OutputRendering = $rendering
        }
    }
}

Describe 'Looking at AWS' {
    BeforeAll {
        $nobody = @{ AccessKey = 'a'; SecretKey = 'never-to-be-seen'; Region = 'eu-west-1'; EndpointUrl = 'http://127.0.0.1:1' }
    }

    It 'says in one error that nobody answers' {
        { Test-VpcEndpointConfig -VpcId '*' @nobody -ErrorAction Stop } | Should -Throw -ErrorId 'EndpointUnreachable,*'
    }

    It 'shows the secret in no stream' {
        $all = Test-VpcEndpointConfig -VpcId '*' @nobody -Verbose -Debug *>&1 | Out-String
        $all | Should -Match 'DescribeVpcs'
        $all | Should -Not -Match 'never-to-be-seen'
    }

    It 'writes no snapshot under -WhatIf' {
        $file = Join-Path $TestDrive 'snapshot.json'
        Export-VpcEndpointSnapshot $file @nobody -WhatIf
        $file | Should -Not -Exist
    }

    It 'has the parameters of AWS.Tools, with their aliases' {
        $parameters = (Get-Command Test-VpcEndpointConfig).Parameters
        $parameters.Region.Aliases | Should -Contain 'RegionToCall'
        $parameters.ProfileName.Aliases | Should -Be 'StoredCredentials', 'AWSProfileName'
        $parameters.ProfileLocation.Aliases | Should -Be 'AWSProfilesLocation', 'ProfilesLocation'
        $parameters.AccessKey.Aliases | Should -Be 'AK'
        $parameters.SecretKey.Aliases | Should -Be 'SK', 'SecretAccessKey'
        $parameters.SessionToken.Aliases | Should -Be 'ST'
    }
}

Describe 'New-SafeVpcEndpoint' {
    It 'creates nothing where nobody answers, and says so' {
        $made = New-SafeVpcEndpoint vpc-0a1b2c3d4e5f60718 ssm -Region eu-west-1 -AccessKey a -SecretKey b -EndpointUrl http://127.0.0.1:1 -Confirm:$false -ErrorVariable problem -ErrorAction SilentlyContinue
        $made | Should -BeNullOrEmpty
        $problem[0].FullyQualifiedErrorId | Should -BeLike 'EndpointUnreachable,*'
    }

    It 'asks like other cmdlets that change something' {
        $metadata = [System.Management.Automation.CommandMetadata](Get-Command New-SafeVpcEndpoint)
        $metadata.SupportsShouldProcess | Should -BeTrue
        $metadata.ConfirmImpact | Should -Be 'Medium'
    }
}

# Needs AWS.Tools.EC2 (Install-Module AWS.Tools.EC2); without it Pester counts these as skipped.
Describe 'Beside AWS.Tools.EC2' -Skip:(-not $hasAwsTools) {
    It 'works when imported <_>' -ForEach 'first', 'second' {
        $use = "`$null = Test-VpcEndpointConfig -VpcId '*' -AccessKey a -SecretKey b -Region eu-west-1 -EndpointUrl http://127.0.0.1:1 -ErrorAction Ignore"
        $ours = "Import-Module '$manifest'; $use"
        $theirs = 'Import-Module AWS.Tools.EC2'
        $order = $_ -eq 'first' ? "$ours; $theirs" : "$theirs; $ours"
        $pipe = "`$endpoint = [Amazon.EC2.Model.VpcEndpoint]@{ VpcEndpointId = 'vpce-0123456789abcdef0'; VpcEndpointType = 'Gateway'; ServiceName = 'com.amazonaws.eu-west-1.sqs'; VpcId = 'vpc-0a1b2c3d4e5f60718' }; (`$endpoint | Test-VpcEndpointConfig).Outcome"
        pwsh -NoProfile -Command "`$ErrorActionPreference = 'Stop'; $order; $pipe" | Should -Be 'Failed'
    }
}

Describe 'Get-EndpointRecommendation' {
    BeforeAll {
        $network = Join-Path $examples 'network-us-east-1.json'
    }

    It 'reads traffic from a CSV file' {
        $csv = Join-Path $TestDrive 'traffic.csv'
        'VpcId,ServiceName,Bytes,Start,End', 'vpc-00000000000000001,S3,10995116277760,2026-10-01T00:00:00Z,2026-10-31T10:00:00Z' | Set-Content $csv
        $answer = Import-Csv $csv | Get-EndpointRecommendation -Snapshot $network
        $answer.Action | Should -Be 'Create'
        $answer.EstimatedMonthlySaving | Should -Be 460.8
    }

    It 'fits 120 columns as a table' {
        $lines = (Get-EndpointRecommendation -Snapshot $network -Action * | Out-String -Width 120) -split '\r?\n'
        ($lines -replace '\x1b\[[0-9;]*m' | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 120
    }

    It 'argues the case as a list' {
        $text = Get-EndpointRecommendation ssm -Region us-east-1 | Format-List | Out-String -Width 200
        $text | Should -Match 'Alternatives +: No endpoint'
        $text | Should -Match 'Interface endpoint, 2 zone\(s\): 1460 hour and zone at 0\.0100 = 14\.60 USD'
        $text | Should -Match '(?m)EstimatedMonthlyCost +: 14.60 USD'
    }

    It 'goes into CSV and JSON' {
        $all = Get-EndpointRecommendation -Snapshot $network -Action *
        ($all | ConvertTo-Csv).Count | Should -Be ($all.Count + 1)
        ($all | ConvertTo-Json -Depth 8 | ConvertFrom-Json).Action | Should -Be $all.Action
    }

    It 'is text in a string' {
        "$(Get-EndpointRecommendation s3 -Region us-east-1)" | Should -Be 'None: Gateway endpoint for com.amazonaws.us-east-1.s3'
    }
}

Describe 'Templates and reports' {
    It 'tests templates and writes a report that fails the job afterwards' {
        $report = Join-Path $TestDrive 'report.sarif'
        { Test-VpcEndpointConfig (Join-Path $examples 'templates/*.yaml') | Export-VpcEndpointReport $report -FailOn Error } | Should -Throw -ErrorId 'ReportFailed*'
        (Get-Content $report -Raw | ConvertFrom-Json).runs[0].results.Count | Should -BeGreaterThan 5
    }

    It 'takes what ConvertFrom-Json made of a plan' {
        $results = Get-Content (Join-Path $examples 'templates/terraform-plan.json') -Raw | ConvertFrom-Json | Test-VpcEndpointConfig
        $results.Outcome | Should -Contain 'Failed'
    }
}
