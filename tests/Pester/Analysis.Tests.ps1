#Requires -Version 7.4
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }

# PSScriptAnalyzer on all PowerShell of this repository: scripts, data, the blocks in the views, what the pages show.

BeforeDiscovery {
    Import-Module (Join-Path $PSScriptRoot 'Suite.psm1') -Force
    $root = (Resolve-Path (Join-Path $PSScriptRoot '../..')).Path
    $files = Get-ChildItem $root -Recurse -Include *.ps1, *.psm1, *.psd1 | Where-Object FullName -NotMatch '[\\/](bin|obj|out)[\\/]' | ForEach-Object { @{ Path = $_.FullName; Name = $_.FullName.Substring($root.Length + 1) } }
    $views = Get-ChildItem (Join-Path $root 'formats') -Filter *.format.ps1xml | ForEach-Object { @{ Path = $_.FullName; Name = $_.Name } }
    $pages = Get-ChildItem (Join-Path $root 'docs/cmdlets'), $root -Filter *.md | ForEach-Object { @{ Path = $_.FullName; Name = $_.Name } }
}

Describe 'PSScriptAnalyzer finds nothing' {
    BeforeAll {
        $hasAnalyzer = [bool](Get-Module -ListAvailable PSScriptAnalyzer)
        if ($hasAnalyzer) {
            Import-Module PSScriptAnalyzer
        }

        Import-Module (Join-Path $PSScriptRoot 'Suite.psm1') -Force
        Import-Module (Get-SuiteManifest) -Force
        function Skip-WithoutAnalyzer {
            if (-not $hasAnalyzer) {
                Set-ItResult -Skipped -Because 'PSScriptAnalyzer is not installed (Install-Module PSScriptAnalyzer)'
            }
        }

        $severity = 'Error', 'Warning', 'Information', 'ParseError'
        $settings = Join-Path $PSScriptRoot 'PSScriptAnalyzerSettings.psd1'
    }

    It 'in <Name>' -ForEach $files {
        Skip-WithoutAnalyzer
        $ours = $Path -like "$PSScriptRoot*" ? @{ Settings = $settings } : @{}
        Invoke-ScriptAnalyzer -Path $Path -Severity $severity @ours | ForEach-Object { "$($_.RuleName) in line $($_.Line): $($_.Message)" } | Should -BeNullOrEmpty
    }

    It 'in the blocks of <Name>' -ForEach $views {
        Skip-WithoutAnalyzer
        $blocks = ([xml](Get-Content $Path -Raw)).SelectNodes('//ScriptBlock').InnerText.Trim()
        $blocks.Count | Should -BeGreaterThan 0
        foreach ($block in $blocks) {
            Invoke-ScriptAnalyzer -ScriptDefinition $block -Severity $severity | ForEach-Object { "$($_.RuleName): $($_.Message) $block" } | Should -BeNullOrEmpty
        }
    }

    It 'in what <Name> shows' -ForEach $pages {
        Skip-WithoutAnalyzer
        # Who types at a prompt names no parameters.
        foreach ($block in [regex]::Matches((Get-Content $Path -Raw), '(?ms)^```powershell\r?\n(.*?)^```')) {
            $code = $block.Groups[1].Value
            Invoke-ScriptAnalyzer -ScriptDefinition $code -Severity $severity -ExcludeRule PSAvoidUsingPositionalParameters, PSUseDeclaredVarsMoreThanAssignments |
                ForEach-Object { "$($_.RuleName): $($_.Message) $code" } | Should -BeNullOrEmpty
        }
    }
}
