<#
.SYNOPSIS
    Builds and tests the module: a thin front to dotnet, which does the work.
.PARAMETER Task
    Build (the default) lays bin/ beside the manifest; Test runs the xunit and the Pester suites; Pester runs only the latter; Pack copies the
    module into out/VpcEndpointTools; Install copies it into the first folder of PSModulePath that is yours; Clean removes what was built.
.PARAMETER Configuration
    Release (the default) or Debug.
.EXAMPLE
    ./build.ps1
    Import-Module ./VpcEndpointTools.psd1
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Pester', 'Pack', 'Install', 'Clean')]
    [string] $Task = 'Build',

    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release'
)

$ErrorActionPreference = 'Stop'
$name = 'VpcEndpointTools'
$manifest = Join-Path $PSScriptRoot "$name.psd1"
$packed = Join-Path $PSScriptRoot 'out' $name

function Invoke-DotNet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $args ended with $LASTEXITCODE."
    }
}

function Build-Module {
    Invoke-DotNet build (Join-Path $PSScriptRoot "src/$name/$name.csproj") --configuration $Configuration
}

function Copy-Module ([string] $Destination) {
    Build-Module
    if (Test-Path $Destination) {
        Remove-Item $Destination -Recurse -Force
    }

    $null = New-Item $Destination -ItemType Directory -Force
    foreach ($item in "$name.psd1", "$name.format.ps1xml", 'bin', 'en-US', 'LICENSE', 'README.md', 'CHANGELOG.md') {
        Copy-Item (Join-Path $PSScriptRoot $item) $Destination -Recurse
    }
}

function Invoke-PesterSuite {
    # A process of its own: a binary module cannot be unloaded, and the next build wants its files.
    $suite = Join-Path $PSScriptRoot 'tests/Pester'
    & (Get-Process -Id $PID).Path -NoProfile -Command "`$env:VPCENDPOINTTOOLS_MANIFEST = '$packed/$name.psd1'; Import-Module Pester -MinimumVersion 5.0; Invoke-Pester -Path '$suite' -CI:`$false -Output Detailed -PassThru | ForEach-Object { exit `$_.FailedCount }"
    if ($LASTEXITCODE -ne 0) {
        throw "The Pester suite failed ($LASTEXITCODE)."
    }
}

switch ($Task) {
    'Build' { Build-Module }
    'Pack' { Copy-Module $packed }
    'Pester' {
        Copy-Module $packed
        Invoke-PesterSuite
    }
    'Test' {
        Invoke-DotNet test (Join-Path $PSScriptRoot "$name.slnx")
        Copy-Module $packed
        Invoke-PesterSuite
    }
    'Install' {
        $version = (Import-PowerShellDataFile $manifest).ModuleVersion
        $folder = $env:PSModulePath -split [IO.Path]::PathSeparator | Where-Object { $_.StartsWith($HOME) } | Select-Object -First 1
        if (-not $folder) {
            throw 'No folder of PSModulePath is below your home folder.'
        }

        Copy-Module (Join-Path $folder $name $version)
    }
    'Clean' {
        Get-ChildItem $PSScriptRoot -Recurse -Directory -Include bin, obj, out | Remove-Item -Recurse -Force
    }
}
