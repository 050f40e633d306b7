<#
.SYNOPSIS
    Runs the Pester suite in this process against the module in a folder of modules; the exit code is the count of failures.
.PARAMETER ModulePath
    The folder that VpcEndpointTools is installed in: the package, not the sources.
.PARAMETER Path
    The tests; all without it.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $ModulePath,

    [string[]] $Path = $PSScriptRoot
)

$ErrorActionPreference = 'Stop'
$ModulePath = (Resolve-Path $ModulePath).Path

# First, so that the module is found by its name, as any user's is.
$env:PSModulePath = $ModulePath + [IO.Path]::PathSeparator + $env:PSModulePath
$env:VPCENDPOINTTOOLS_MANIFEST = (Get-ChildItem $ModulePath -Recurse -Filter VpcEndpointTools.psd1 | Select-Object -First 1).FullName
Import-Module Pester -MinimumVersion 5.0
"PowerShell $($PSVersionTable.PSVersion) on $($PSVersionTable.OS), Pester $((Get-Module Pester).Version)"
$result = Invoke-Pester -Path $Path -Output Detailed -PassThru
exit ($result.FailedCount + $result.FailedContainersCount + $result.FailedBlocksCount)
