#Requires -Version 7.4
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }

# What goes in and comes out through cmdlets that only a real shell has: files, CSV, JSON, Measure-Object.

BeforeDiscovery {
    $types = 'Interface', 'Gateway', 'GatewayLoadBalancer', 'Resource', 'ServiceNetwork', 'Tunnel'
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Suite.psm1') -Force
    Import-Module (Get-SuiteManifest) -Force
    $examples = Get-SuiteExample ''
    $network = Get-SuiteExample 'network-us-east-1.json'
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

    It 'takes a plan that ConvertFrom-Json read' {
        $results = Get-Content (Join-Path $examples 'templates/terraform-plan.json') -Raw | ConvertFrom-Json | Test-VpcEndpointConfig
        $results.Outcome | Should -Contain 'Failed'
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

    It 'says in one boolean whether all is well' {
        Test-VpcEndpointConfig (Join-Path $examples 'gateway-s3.json') -Quiet | Should -BeTrue
        Test-VpcEndpointConfig (Join-Path $examples '*.json') -Quiet | Should -BeFalse
    }

    It 'groups and measures like any objects' {
        $groups = Test-VpcEndpointConfig (Join-Path $examples '*.json') | Group-Object Outcome
        $groups.Name | Should -Contain 'Failed'
        ($groups | Measure-Object Count -Sum).Sum | Should -BeGreaterThan 20
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

    It 'names pages that are in the package' {
        foreach ($rule in Get-VpcEndpointRule) {
            Join-Path (Split-Path (Get-SuiteManifest)) $rule.Page | Should -Exist
        }
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
}

Describe 'Get-VpcEndpointService' {
    It 'fills in the Region' {
        (Get-VpcEndpointService ssm -Region eu-west-1).ServiceName | Should -BeExactly 'com.amazonaws.eu-west-1.ssm'
    }

    It 'lets a newer answer of AWS win' {
        (Get-VpcEndpointService brand-new -Catalog (Join-Path $examples 'catalog/describe-vpc-endpoint-services.json')).PrivateDnsNameBasis | Should -BeExactly 'Documented'
    }

    It 'keeps numbers and booleans in JSON' {
        (Get-VpcEndpointService email-smtp | ConvertTo-Json | ConvertFrom-Json).Ports | Should -Contain 587
    }
}

Describe 'Get-EndpointRecommendation' {
    It 'reads traffic from a CSV file' {
        $csv = Join-Path $TestDrive 'traffic.csv'
        'VpcId,ServiceName,Bytes,Start,End', 'vpc-00000000000000001,S3,10995116277760,2026-10-01T00:00:00Z,2026-10-31T10:00:00Z' | Set-Content $csv
        $answer = Import-Csv $csv | Get-EndpointRecommendation -Snapshot $network
        $answer.Action | Should -Be 'Create'
        $answer.EstimatedMonthlySaving | Should -Be 460.8
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

Describe 'Export-VpcEndpointReport' {
    It 'writes a report that fails the job afterwards' {
        $report = Join-Path $TestDrive 'report.sarif'
        { Test-VpcEndpointConfig (Join-Path $examples 'templates/*.yaml') | Export-VpcEndpointReport $report -FailOn Error } | Should -Throw -ErrorId 'ReportFailed*'
        (Get-Content $report -Raw | ConvertFrom-Json).runs[0].results.Count | Should -BeGreaterThan 5
    }

    It 'writes <_>' -ForEach 'sarif', 'xml', 'md', 'csv', 'json', 'html' {
        $report = Join-Path $TestDrive "report.$_"
        $written = Test-VpcEndpointConfig (Join-Path $examples '*.json') | Export-VpcEndpointReport $report -PassThru
        $written.FullName | Should -Be $report
        $written.Length | Should -BeGreaterThan 500
    }
}

Describe 'New-SafeVpcEndpoint' {
    It 'asks like other cmdlets that change something' {
        $metadata = [System.Management.Automation.CommandMetadata](Get-Command New-SafeVpcEndpoint)
        $metadata.SupportsShouldProcess | Should -BeTrue
        $metadata.ConfirmImpact | Should -Be 'Medium'
    }
}
