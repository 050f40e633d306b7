#Requires -Version 7.4
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }

# The module as PowerShell sees it: found, loaded, helped with, removed.

BeforeDiscovery {
    Import-Module (Join-Path $PSScriptRoot 'Suite.psm1') -Force
    $cmdlets = (Import-PowerShellDataFile (Get-SuiteManifest)).CmdletsToExport
    $topics = 'about_VpcEndpointInterop', 'about_VpcEndpointRules', 'about_VpcEndpointSnapshots', 'about_VpcEndpointTools'
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Suite.psm1') -Force
    $manifest = Get-SuiteManifest
    Import-Module $manifest -Force
}

Describe 'The manifest' {
    It 'is valid' {
        $found = Test-ModuleManifest $manifest
        $found.Name | Should -BeExactly 'VpcEndpointTools'
        $found.CompatiblePSEditions | Should -Be 'Core'
        $found.PowerShellVersion | Should -Be '7.4'
    }

    It 'tells a gallery what it needs' {
        $data = (Import-PowerShellDataFile $manifest).PrivateData.PSData
        $data.Tags | Should -Contain 'PSEdition_Core'
        $data.Tags | Should -Contain 'AWS'
        $data.LicenseUri | Should -Match '^https://'
        $data.ProjectUri | Should -Match '^https://'
        $data.ReleaseNotes | Should -Not -BeNullOrEmpty
    }

    It 'has the version of its assemblies' {
        $version = [version](Import-PowerShellDataFile $manifest).ModuleVersion
        foreach ($file in Get-ChildItem (Split-Path $manifest) -Recurse -Filter VpcEndpointTools*.dll) {
            [version][System.Diagnostics.FileVersionInfo]::GetVersionInfo($file.FullName).FileVersion | Should -Be ([version]::new($version.Major, $version.Minor, $version.Build, 0)) -Because $file.Name
        }
    }
}

Describe 'Discovery' {
    It 'exports <_>' -ForEach $cmdlets {
        (Get-Command -Module VpcEndpointTools).Name | Should -Contain $_
    }

    It 'exports cmdlets, and nothing else' {
        $module = Get-Module VpcEndpointTools
        $module.ExportedCmdlets.Count | Should -Be (Import-PowerShellDataFile $manifest).CmdletsToExport.Count
        $module.ExportedFunctions.Count + $module.ExportedAliases.Count + $module.ExportedVariables.Count | Should -Be 0
    }

    It 'uses approved verbs' {
        $approved = (Get-Verb).Verb
        Get-Command -Module VpcEndpointTools | ForEach-Object { $_.Verb | Should -BeIn $approved }
    }

    It 'is found by name, and loaded by the first use of a cmdlet' -Skip:(-not $env:VPCENDPOINTTOOLS_MANIFEST) {
        $lines = Invoke-FreshShell '(Get-Module -ListAvailable VpcEndpointTools).Version.ToString(); (Get-Module VpcEndpointTools).Count; (Test-VpcEndpointConfig $examples/gateway-s3.json).Outcome; (Get-Module VpcEndpointTools).Count'
        $lines | Should -Be (Import-PowerShellDataFile $manifest).ModuleVersion, '0', 'Passed', '1'
    }

    It 'is not loaded by looking for its commands' -Skip:(-not $env:VPCENDPOINTTOOLS_MANIFEST) {
        Invoke-FreshShell '(Get-Command -Name *-VpcEndpointR* -ListImported | Measure-Object).Count; (Get-Command -Name *-VpcEndpointR*).Name' | Should -Be '0', 'Export-VpcEndpointReport', 'Get-VpcEndpointRule'
    }
}

Describe 'Help' {
    It 'tells of <_>, with examples that say what they are for' -ForEach $cmdlets {
        $help = Get-Help $_ -Full
        $help.Synopsis | Should -Not -BeNullOrEmpty
        $help.Synopsis | Should -Not -Match '\[-'
        @($help.examples.example).Count | Should -BeGreaterOrEqual 3
        foreach ($example in $help.examples.example) {
            $example.title | Should -Match 'Example \d+: \S'
            $example.code | Should -Not -BeNullOrEmpty
        }
    }

    It 'tells of every parameter of <_>' -ForEach $cmdlets {
        $cmdlet = $_
        $common = [System.Management.Automation.Cmdlet]::CommonParameters
        foreach ($name in (Get-Command $cmdlet).Parameters.Keys | Where-Object { $_ -notin $common }) {
            (Get-Help $cmdlet -Parameter $name).description.Text | Should -Not -BeNullOrEmpty -Because $name
        }
    }

    It 'tells what <_> writes, property by property' -ForEach $cmdlets {
        $told = (Get-Help $_ -Full).returnValues.returnValue
        foreach ($output in (Get-Command $_).OutputType | Where-Object { $_.Type -and $_.Name -like 'VpcEndpointTools.*' }) {
            $text = ($told | Where-Object { $_.type.name -eq $output.Name }).description.Text -join "`n"
            foreach ($property in $output.Type.GetProperties()) {
                $text | Should -Match "(?m)^$($property.Name) \("
            }
        }
    }

    It 'renders <_> in full' -ForEach $cmdlets {
        $text = Get-Help $_ -Full | Out-String -Width 120
        foreach ($heading in 'NAME', 'SYNOPSIS', 'SYNTAX', 'DESCRIPTION', 'PARAMETERS', 'INPUTS', 'OUTPUTS', 'RELATED LINKS') {
            $text | Should -MatchExactly "(?m)^$heading"
        }
    }

    It 'shows the topic <_>' -ForEach $topics {
        $text = Get-Help $_ | Out-String
        $text | Should -MatchExactly "(?s)^\s*TOPIC\s+$_\s.*SHORT DESCRIPTION.*LONG DESCRIPTION"
    }
}

Describe 'Import' {
    It 'can be done again by force after everything was used' {
        $lines = Invoke-FreshShell 'Import-Module $manifest; (Test-VpcEndpointConfig $examples/gateway-s3.json).Outcome; Import-Module $manifest -Force; (Test-VpcEndpointConfig $examples/templates/sound.yaml)[0].Outcome'
        $lines | Should -Be 'Passed', 'Passed'
    }

    It 'leaves nothing behind when the module is removed, and comes back' {
        $lines = Invoke-FreshShell @'
Import-Module $manifest
$null = Test-VpcEndpointConfig $examples/gateway-s3.json | Out-String
Remove-Module VpcEndpointTools
$env:PSModulePath = ''
(Get-Command Test-VpcEndpointConfig -ErrorAction Ignore | Measure-Object).Count
(Get-FormatData VpcEndpointTools.* | Measure-Object).Count
Import-Module $manifest
(Test-VpcEndpointConfig $examples/gateway-s3.json).Outcome
'@
        $lines | Should -Be '0', '0', 'Passed'
    }

    It 'adds nothing to $Error' {
        Invoke-FreshShell '$Error.Clear(); Import-Module $manifest; $null = Get-VpcEndpointRule | Out-String; $Error.Count' | Should -Be '0'
    }
}
