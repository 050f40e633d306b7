# What all files of the suite share: where the module and its examples are, and how to get a shell that nothing was done in.

<#
.SYNOPSIS
    The manifest under test: of the installed package where Invoke-Suite.ps1 names it, else that of the repository.
#>
function Get-SuiteManifest {
    if ($env:VPCENDPOINTTOOLS_MANIFEST) {
        return $env:VPCENDPOINTTOOLS_MANIFEST
    }

    (Resolve-Path (Join-Path $PSScriptRoot '../../VpcEndpointTools.psd1')).Path
}

<#
.SYNOPSIS
    A shipped example.
#>
function Get-SuiteExample ([string] $Name) {
    Join-Path (Split-Path (Get-SuiteManifest)) "examples/$Name"
}

<#
.SYNOPSIS
    Runs a script in a process of its own, and gives the lines it prints. $manifest and $examples are set in it.
#>
function Invoke-FreshShell ([string] $Script) {
    $values = "`$manifest = '$(Get-SuiteManifest)'; `$examples = '$(Get-SuiteExample '')'"
    & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -Command "$values; $Script"
}

<#
.SYNOPSIS
    Text without colours, as lines.
#>
function ConvertTo-PlainLine ([string] $Text) {
    $Text -replace '\e\[[0-9;]*m' -split '\r?\n'
}

Export-ModuleMember -Function Get-SuiteManifest, Get-SuiteExample, Invoke-FreshShell, ConvertTo-PlainLine
