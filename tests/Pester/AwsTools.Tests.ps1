#Requires -Version 7.4
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }

# In one pipe with AWS.Tools: with stand-ins that bind as its cmdlets do, and with itself where it is installed.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Suite.psm1') -Force
    Import-Module (Get-SuiteManifest) -Force
    $network = Get-SuiteExample 'network-us-east-1.json'
    $snapshot = Get-SuiteExample 'vpc-snapshot.json'
}

Describe 'The parameters' {
    It 'are those of AWS.Tools, with their aliases' {
        $parameters = (Get-Command Test-VpcEndpointConfig).Parameters
        $parameters.Region.Aliases | Should -Contain 'RegionToCall'
        $parameters.ProfileName.Aliases | Should -Be 'StoredCredentials', 'AWSProfileName'
        $parameters.ProfileLocation.Aliases | Should -Be 'AWSProfilesLocation', 'ProfilesLocation'
        $parameters.AccessKey.Aliases | Should -Be 'AK'
        $parameters.SecretKey.Aliases | Should -Be 'SK', 'SecretAccessKey'
        $parameters.SessionToken.Aliases | Should -Be 'ST'
    }
}

Describe 'With stand-ins for its cmdlets' {
    BeforeAll {
        # As Get-EC2VpcEndpoint writes: plural lists, groups as objects, State with a capital.
        function Get-EC2VpcEndpoint {
            [pscustomobject]@{
                VpcEndpointId = 'vpce-0123456789abcdef0'; VpcEndpointType = 'Gateway'; VpcId = 'vpc-0a1b2c3d4e5f60718'; ServiceName = 'com.amazonaws.eu-west-1.sqs'; State = 'Available'
                RouteTableIds = $null; SubnetIds = $null; Groups = $null; PolicyDocument = $null; PrivateDnsEnabled = $false; RequesterManaged = $false
            }
        }

        # The parameters that AWS.Tools binds by name, with its types: a string is coerced into a list, nothing else is.
        function New-EC2VpcEndpoint {
            [CmdletBinding(SupportsShouldProcess)]
            param(
                [Parameter(ValueFromPipelineByPropertyName)] [string] $VpcId,
                [Parameter(ValueFromPipelineByPropertyName)] [string] $ServiceName,
                [Parameter(ValueFromPipelineByPropertyName)] [string] $VpcEndpointType,
                [Parameter(ValueFromPipelineByPropertyName)] [string[]] $RouteTableId,
                [Parameter(ValueFromPipelineByPropertyName)] [string[]] $SubnetId,
                [Parameter(ValueFromPipelineByPropertyName)] [string[]] $SecurityGroupId,
                [Parameter(ValueFromPipelineByPropertyName)] [System.Nullable[bool]] $PrivateDnsEnabled,
                [Parameter(ValueFromPipelineByPropertyName)] [switch] $Force,
                [Parameter(ValueFromPipelineByPropertyName)] [string] $Region
            )
            process { if ($VpcId -and $ServiceName -and $PSCmdlet.ShouldProcess($VpcId)) { $created.Add([pscustomobject]([hashtable]$PSBoundParameters)) } }
        }

        function Remove-EC2VpcEndpoint {
            [CmdletBinding(SupportsShouldProcess)]
            param([Parameter(ValueFromPipelineByPropertyName)] [string[]] $VpcEndpointId)
            process { if ($VpcEndpointId -and $PSCmdlet.ShouldProcess($VpcEndpointId)) { $removed.Add("$VpcEndpointId") } }
        }
    }

    BeforeEach {
        $created = [System.Collections.Generic.List[object]]::new()
        $removed = [System.Collections.Generic.List[string]]::new()
    }

    It 'tests what Get-EC2VpcEndpoint writes' {
        $result = Get-EC2VpcEndpoint | Test-VpcEndpointConfig
        $result.Outcome | Should -Be 'Failed'
        $result.Findings.RuleId | Should -Contain 'VPCE-S003'
    }

    It 'creates what is recommended, each once' {
        $recommended = Get-EndpointRecommendation -Snapshot $network -Action Create
        $recommended | New-EC2VpcEndpoint
        $created.Count | Should -Be $recommended.Count
        $created.VpcEndpointType | Should -Be $recommended.VpcEndpointType
        ($created | Where-Object VpcEndpointType -EQ Gateway)[0].RouteTableId | Should -Not -BeNullOrEmpty
        $created | Where-Object { $_.Force } | Should -BeNullOrEmpty
    }

    It 'creates nothing from a result, a plan or a service' {
        Test-VpcEndpointConfig $snapshot | New-EC2VpcEndpoint -ErrorAction SilentlyContinue
        Get-VpcEndpointService ssm -Region eu-west-1 | New-EC2VpcEndpoint -ErrorAction SilentlyContinue
        $created.Count | Should -Be 0
    }

    It 'removes what is to be removed, and nothing else' {
        $all = Get-EndpointRecommendation -Snapshot $network -Action *
        $all | Remove-EC2VpcEndpoint -ErrorAction SilentlyContinue
        $removed | Should -Be ($all | Where-Object Action -EQ Remove).VpcEndpointId
        $removed.Count | Should -BeGreaterThan 0
    }
}

Describe 'Beside AWS.Tools.EC2' {
    It 'works when imported <_>' -ForEach 'first', 'second' {
        if (-not (Get-Module -ListAvailable AWS.Tools.EC2)) {
            Set-ItResult -Skipped -Because 'AWS.Tools.EC2 is not installed (Install-Module AWS.Tools.EC2)'
        }

        $use = "`$null = Test-VpcEndpointConfig -VpcId '*' -AccessKey a -SecretKey b -Region eu-west-1 -EndpointUrl http://127.0.0.1:1 -ErrorAction Ignore"
        $ours = "Import-Module `$manifest; $use"
        $theirs = 'Import-Module AWS.Tools.EC2'
        $order = $_ -eq 'first' ? "$ours; $theirs" : "$theirs; $ours"
        $pipe = "`$endpoint = [Amazon.EC2.Model.VpcEndpoint]@{ VpcEndpointId = 'vpce-0123456789abcdef0'; VpcEndpointType = 'Gateway'; ServiceName = 'com.amazonaws.eu-west-1.sqs'; VpcId = 'vpc-0a1b2c3d4e5f60718' }; (`$endpoint | Test-VpcEndpointConfig).Outcome"
        Invoke-FreshShell "`$ErrorActionPreference = 'Stop'; $order; $pipe" | Should -Be 'Failed'
    }
}
