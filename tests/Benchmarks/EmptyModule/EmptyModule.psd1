@{
    RootModule           = 'bin/EmptyModule.dll'
    ModuleVersion        = '0.1.0'
    GUID                 = '5e5e0a8e-3a54-4f0f-8f5e-6a2d4f3b7c10'
    Author               = 'The VpcEndpointTools authors'
    Description          = 'An empty binary module to measure against.'
    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')
    FormatsToProcess     = @('EmptyModule.format.ps1xml')
    FunctionsToExport    = @()
    CmdletsToExport      = @('Get-Nothing')
    VariablesToExport    = @()
    AliasesToExport      = @()
}
