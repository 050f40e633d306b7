<#
.SYNOPSIS
    Builds, tests, packs and installs the module: a thin front to dotnet, which does the work.
.PARAMETER Task
    Build (the default) lays bin/ and the help beside the manifest. Test runs all tests: the xunit suites, and the Pester suite in the PowerShell of
    .config/dotnet-tools.json. Pester runs the latter alone, in the PowerShell that runs this script. Both meet the packed module, installed into
    an empty folder. Pack writes out/VpcEndpointTools.<version>.nupkg, as PowerShell's galleries
    take it. Install installs that package into the first folder of PSModulePath that is yours. Clean removes what was built.
.PARAMETER Configuration
    Release (the default) or Debug.
.PARAMETER RepositoryUri
    Where the repository can be seen. Pack puts it into the packed manifest, with the addresses of licence and icon below it.
.EXAMPLE
    ./build.ps1
    Import-Module ./VpcEndpointTools.psd1
.EXAMPLE
    ./build.ps1 -Task Install
    Test-VpcEndpointConfig request.json
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Pester', 'Pack', 'Install', 'Clean')]
    [string] $Task = 'Build',

    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release',

    [uri] $RepositoryUri
)

$ErrorActionPreference = 'Stop'
$name = 'VpcEndpointTools'
$out = Join-Path $PSScriptRoot 'out'

function Invoke-DotNet ([string[]] $Argument) {
    & dotnet $Argument
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $Argument ended with $LASTEXITCODE."
    }
}

function Build-Module ([string] $Configuration) {
    Invoke-DotNet 'build', (Join-Path $PSScriptRoot "src/$name/$name.csproj"), '--configuration', $Configuration | Out-Host
}

# The steps that dotnet does not have.
function Invoke-BuildTool ([string] $Configuration, [string[]] $Argument) {
    Invoke-DotNet (@(Join-Path $PSScriptRoot "src/$name.Build/bin/$Configuration/net10.0/$name.Build.dll") + $Argument)
}

# Gives the path of the package.
function Build-Package ([string] $Configuration, [string] $RepositoryUri) {
    Build-Module $Configuration
    Invoke-BuildTool $Configuration 'pack', $PSScriptRoot, $out, $RepositoryUri
}

function Invoke-PesterSuite ([string] $Configuration) {
    # The project of the suite has Pester itself, and the module built.
    $project = Join-Path $PSScriptRoot 'tests/Pester'
    Invoke-DotNet 'build', (Join-Path $project 'Pester.Tests.csproj'), '--configuration', $Configuration | Out-Host
    $package = Build-Package $Configuration
    $modules = Join-Path $out 'modules'
    if (Test-Path $modules) {
        Remove-Item $modules -Recurse -Force
    }

    $null = Invoke-BuildTool $Configuration 'install', $package, $modules

    # A process of its own: a binary module cannot be unloaded, and the next build wants its files.
    Import-Module (Join-Path $project 'Suite.psm1') -Force
    $program, $first = Get-SuiteShell
    $first = @($first | Where-Object { $_ })
    $pester = Join-Path $project "bin/$Configuration/net10.0/Pester/Pester.psd1"
    & $program @first -NoProfile -File (Join-Path $project 'Invoke-Suite.ps1') -ModulePath $modules -PesterPath $pester | Out-Host
    if ($LASTEXITCODE -ne 0) {
        throw "The Pester suite failed ($LASTEXITCODE)."
    }
}

switch ($Task) {
    'Build' { Build-Module $Configuration }
    'Pack' { Build-Package $Configuration $RepositoryUri }
    'Pester' { Invoke-PesterSuite $Configuration }
    'Test' { Invoke-DotNet 'test', (Join-Path $PSScriptRoot "$name.slnx") }
    'Install' {
        $folder = $env:PSModulePath -split [IO.Path]::PathSeparator | Where-Object { $_.StartsWith($HOME) } | Select-Object -First 1
        if (-not $folder) {
            throw 'No folder of PSModulePath is below your home folder.'
        }

        Invoke-BuildTool $Configuration 'install', (Build-Package $Configuration), $folder
    }
    'Clean' {
        Get-ChildItem $PSScriptRoot -Recurse -Directory -Include bin, obj, out | Remove-Item -Recurse -Force
        Get-ChildItem (Join-Path $PSScriptRoot 'en-US') -Filter *-Help.xml | Remove-Item
    }
}
