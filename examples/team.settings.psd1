# Settings for VpcEndpointTools: give it with -Settings, or name it VpcEndpointTools.settings.psd1 and it is found from the current folder upward.
# It is data, nothing in it is run.
@{
    # Rules not to run; wildcards are allowed.
    Exclude              = @('VPCE-C005')

    # Other severities than the rules' own.
    Severity             = @{ 'VPCE-H001' = 'Error' }

    # From where clients use the endpoints (Vpc, PeeredVpc, TransitGateway, OnPremises, OtherRegion), and who they are:
    # address ranges, security groups, prefix lists or subnets.
    AccessFrom           = @('Vpc', 'OnPremises')
    Clients              = @('10.8.0.0/16', 'sg-0123456789abcdef0')

    # What the organization asks for.
    RequiredTags         = @{ Name = '*'; Environment = '*' }
    RequireFips          = $false
    AllowedServiceOwners = @('amazon', '111122223333', 'com.amazonaws.vpce.*.vpce-svc-0a1b2c3d4e5f60718')

    # Applied quotas, where they are not the defaults.
    Quotas               = @{ 'L-29B6F2EB' = 100; 'L-1B52E74A' = 40 }

    # Findings to live with. Expires is the last day that it holds.
    Suppressions         = @(
        @{ RuleId = 'VPCE-P007'; Target = 'vpce-0123456789abcdef0'; Reason = 'Sandbox account, see ticket 4711'; Expires = '2027-01-31' }
    )
}
