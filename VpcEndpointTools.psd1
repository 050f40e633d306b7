@{
    RootModule             = 'bin/VpcEndpointTools.dll'
    ModuleVersion          = '0.1.0'
    GUID                   = 'b0a1f6c2-6d3c-4e58-9d0b-5d5b6f7c9a41'
    Author                 = 'The VpcEndpointTools authors'
    Copyright              = '(c) The VpcEndpointTools authors. MIT licence.'
    Description            = 'Makes AWS VPC endpoints hard to get wrong: tests configurations against what AWS really accepts, before AWS says it.'
    PowerShellVersion      = '7.4'
    CompatiblePSEditions   = @('Core')

    # Named here so that its types are there as literals after import; everything else in bin/isolated/ loads apart, at first use.
    RequiredAssemblies     = @('bin/VpcEndpointTools.Rules.dll')
    TypesToProcess         = @('formats/Depth.types.ps1xml')
    FormatsToProcess       = @('formats/Catalog.format.ps1xml', 'formats/Changes.format.ps1xml', 'formats/Creation.format.ps1xml', 'formats/Evaluation.format.ps1xml', 'formats/Recommendation.format.ps1xml', 'formats/Rules.format.ps1xml', 'formats/TypeComparison.format.ps1xml')

    FunctionsToExport      = @()
    CmdletsToExport        = @('Compare-VpcEndpointType', 'Edit-SafeVpcEndpoint', 'Export-VpcEndpointReport', 'Export-VpcEndpointSnapshot', 'Get-EndpointRecommendation', 'Get-VpcEndpointRule', 'Get-VpcEndpointService', 'New-SafeVpcEndpoint', 'Remove-SafeVpcEndpoint', 'Test-VpcEndpointConfig')
    VariablesToExport      = @()
    AliasesToExport        = @()

    PrivateData            = @{
        PSData = @{
            Tags         = @('AWS', 'VPC', 'VpcEndpoint', 'PrivateLink', 'EC2', 'Lint', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://opensource.org/license/mit'
            # The repository has no public address yet: 'build.ps1 -Task Pack -RepositoryUri' puts one here, with IconUri and LicenseUri.
            ProjectUri   = 'https://www.powershellgallery.com/packages/VpcEndpointTools'
            # The package has the section of CHANGELOG.md here.
            ReleaseNotes = 'See CHANGELOG.md.'
        }
    }
}
