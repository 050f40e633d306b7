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
    The command line that starts this very PowerShell once more: the program, and what it must be given first.
#>
function Get-SuiteShell {
    $program = (Get-Process -Id $PID).Path
    $program

    # Installed as a .NET tool, PowerShell is a library that dotnet runs.
    if ((Split-Path $program -LeafBase) -eq 'dotnet') {
        Join-Path $PSHOME 'pwsh.dll'
    }
}

<#
.SYNOPSIS
    Runs a script in a process of its own, and gives the lines it prints. $manifest and $examples are set in it.
#>
function Invoke-FreshShell ([string] $Script) {
    $values = "`$manifest = '$(Get-SuiteManifest)'; `$examples = '$(Get-SuiteExample '')'"
    $program, $first = Get-SuiteShell
    $first = @($first | Where-Object { $_ })
    & $program @first -NoProfile -NonInteractive -Command "$values; $Script"
}

<#
.SYNOPSIS
    Text without colours, as lines.
#>
function ConvertTo-PlainLine ([string] $Text) {
    $Text -replace '\e\[[0-9;]*m' -split '\r?\n'
}

Export-ModuleMember -Function Get-SuiteManifest, Get-SuiteExample, Get-SuiteShell, Invoke-FreshShell, ConvertTo-PlainLine
