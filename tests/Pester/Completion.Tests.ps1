#Requires -Version 7.4
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }

# What Tab offers, as the real TabExpansion2 asks for it. Live ids are for the engine's tests, which have an EC2 to ask.

BeforeDiscovery {
    $offers = @(
        @{ Line = 'Test-VpcEndpointConfig x.json -IncludeRule VPCE-S00'; Text = 'VPCE-S001' }
        @{ Line = 'Test-VpcEndpointConfig x.json -Region eu-w'; Text = 'eu-west-1' }
        @{ Line = 'Test-VpcEndpointConfig x.json -AccessFrom On'; Text = 'OnPremises' }
        @{ Line = 'Get-VpcEndpointRule -Family Ro'; Text = 'Routing' }
        @{ Line = 'Get-VpcEndpointRule -Severity W'; Text = 'Warning' }
        @{ Line = 'Get-VpcEndpointService secrets'; Text = 'secretsmanager' }
        @{ Line = 'Compare-VpcEndpointType Gateway'; Text = 'GatewayLoadBalancer' }
        @{ Line = 'New-SafeVpcEndpoint vpc-1 s3 -VpcEndpointType I'; Text = 'Interface' }
        @{ Line = 'New-SafeVpcEndpoint vpc-1 s3 -PolicyTemplate Org'; Text = 'OrganizationPerimeter' }
        @{ Line = 'Export-VpcEndpointReport x -Format J'; Text = 'JUnit' }
        @{ Line = 'Get-EndpointRecommendation -Action M'; Text = 'Modify' }
        @{ Line = 'Get-EndpointRec'; Text = 'Get-EndpointRecommendation' }
        @{ Line = 'Test-VpcEndpointConfig x.json -Snap'; Text = '-Snapshot' }
        @{ Line = '(Test-VpcEndpointConfig x.json).Outc'; Text = 'Outcome' }
        @{ Line = 'Get-VpcEndpointRule | Where-Object Sev'; Text = 'Severity' }
    )
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Suite.psm1') -Force
    Import-Module (Get-SuiteManifest) -Force
}

Describe 'Tab' {
    It 'after "<Line>" offers <Text>' -ForEach $offers {
        (TabExpansion2 $Line $Line.Length).CompletionMatches.CompletionText | Should -Contain $Text
    }

    It 'says where a Region is' {
        $line = 'Test-VpcEndpointConfig x.json -Region eu-central-1'
        (TabExpansion2 $line $line.Length).CompletionMatches[0].ToolTip | Should -Be 'Europe (Frankfurt)'
    }

    It 'offers no ids without credentials, and without an error' {
        $lines = Invoke-FreshShell @'
$env:HOME = $env:USERPROFILE = [System.IO.Path]::GetTempPath()
$env:AWS_SHARED_CREDENTIALS_FILE = $env:AWS_CONFIG_FILE = [System.IO.Path]::Combine([System.IO.Path]::GetTempPath(), 'no-such-file')
$env:AWS_ACCESS_KEY_ID = $env:AWS_PROFILE = ''
Import-Module $manifest
$line = 'Get-VpcEndpointRule -Family R'
$null = TabExpansion2 $line $line.Length
$Error.Clear()
$line = 'Test-VpcEndpointConfig -Region eu-west-1 -VpcId vpc-'
$found = TabExpansion2 $line $line.Length
@($found.CompletionMatches | Where-Object CompletionText -Like 'vpc-*').Count
$Error.Count
'@
        $lines | Should -Be '0', '0'
    }

    It 'completes a profile from the shared files' {
        $file = Join-Path $TestDrive 'credentials'
        "[network]`naws_access_key_id = a`naws_secret_access_key = b`n" | Set-Content $file
        $line = "Test-VpcEndpointConfig -VpcId * -ProfileLocation '$file' -ProfileName net"
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Contain 'network'
    }
}
