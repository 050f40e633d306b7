<#
.SYNOPSIS
    Runs the Pester suite in this process against the module in a folder of modules; the exit code is the count of failures.
.PARAMETER ModulePath
    The folder that VpcEndpointTools is installed in: the package, not the sources.
.PARAMETER Path
    The tests; all without it.
.PARAMETER PesterPath
    The manifest of the Pester to run them with; without it the newest Pester 5 that PowerShell finds.
.PARAMETER ResultPath
    A file for the result of each test, as JSON: Name, Result, Seconds, Message.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $ModulePath,

    [string[]] $Path = $PSScriptRoot,

    [string] $PesterPath,

    [string] $ResultPath
)

$ErrorActionPreference = 'Stop'
$ModulePath = (Resolve-Path $ModulePath).Path

# First, so that the module is found by its name, as any user's is.
$env:PSModulePath = $ModulePath + [IO.Path]::PathSeparator + $env:PSModulePath
$env:VPCENDPOINTTOOLS_MANIFEST = (Get-ChildItem $ModulePath -Recurse -Filter VpcEndpointTools.psd1 | Select-Object -First 1).FullName

# The shells that the tests start tell nobody of themselves.
$env:POWERSHELL_TELEMETRY_OPTOUT = '1'
$env:POWERSHELL_UPDATECHECK = 'Off'
if ($PesterPath) {
    Import-Module $PesterPath
}
else {
    Import-Module Pester -MinimumVersion 5.0 -MaximumVersion 5.999
}

"PowerShell $($PSVersionTable.PSVersion) on $($PSVersionTable.OS), Pester $((Get-Module Pester).Version)"
$result = Invoke-Pester -Path $Path -Output Detailed -PassThru

# A block or a file that failed outside of its tests is a failure of its own: its tests may not have run at all.
function ConvertTo-ResultRow ($Name, $Result, $Duration, $ErrorRecord) {
    [pscustomobject]@{
        Name    = $Name
        Result  = "$Result"
        Seconds = $Duration.TotalSeconds
        Message = ($ErrorRecord | ForEach-Object {
                $Result -eq 'Skipped' ? "$_" -replace '^is skipped, because ' : "$($_.DisplayErrorMessage ?? $_)`n$($_.DisplayStackTrace)".Trim()
            }) -join "`n"
    }
}

$rows = @(
    $result.Tests | ForEach-Object { ConvertTo-ResultRow $_.ExpandedPath $_.Result $_.Duration $_.ErrorRecord }
    $result.FailedBlocks | ForEach-Object { ConvertTo-ResultRow "$($_.ExpandedPath) (outside of its tests)" Failed $_.Duration $_.ErrorRecord }
    $result.FailedContainers | ForEach-Object { ConvertTo-ResultRow "$(Split-Path $_.Item -Leaf) (as a whole)" Failed $_.Duration $_.ErrorRecord }
)
$rows | Where-Object Result -EQ 'Skipped' | Group-Object Message | ForEach-Object { "$($_.Count) skipped: $($_.Name)" }
if ($ResultPath) {
    ConvertTo-Json $rows -Depth 3 | Set-Content $ResultPath
}

exit ($result.FailedCount + $result.FailedContainersCount + $result.FailedBlocksCount)
