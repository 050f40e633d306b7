namespace VpcEndpointTools.Evaluation;

/// <summary>The ids of all rules, in one file so that none is given twice; those that were given up are in
/// <see cref="RetiredRules"/>.</summary>
internal static class RuleIds
{
    public const string S001 = "VPCE-S001";
    public const string S002 = "VPCE-S002";
    public const string S003 = "VPCE-S003";
    public const string S004 = "VPCE-S004";
    public const string S005 = "VPCE-S005";
    public const string S006 = "VPCE-S006";
    public const string S007 = "VPCE-S007";
    public const string S008 = "VPCE-S008";
    public const string S009 = "VPCE-S009";
    public const string S010 = "VPCE-S010";
    public const string S011 = "VPCE-S011";
    public const string S012 = "VPCE-S012";
    public const string S013 = "VPCE-S013";
    public const string S014 = "VPCE-S014";
    public const string S015 = "VPCE-S015";
    public const string S016 = "VPCE-S016";
    public const string S017 = "VPCE-S017";
    public const string S018 = "VPCE-S018";
    public const string S019 = "VPCE-S019";
    public const string S020 = "VPCE-S020";
    public const string S021 = "VPCE-S021";
    public const string S022 = "VPCE-S022";
    public const string S023 = "VPCE-S023";
    public const string S024 = "VPCE-S024";

    public const string N001 = "VPCE-N001";
    public const string N002 = "VPCE-N002";
    public const string N003 = "VPCE-N003";
    public const string N004 = "VPCE-N004";
    public const string N005 = "VPCE-N005";
    public const string N006 = "VPCE-N006";
    public const string N007 = "VPCE-N007";
    public const string N008 = "VPCE-N008";
    public const string N009 = "VPCE-N009";
    public const string N010 = "VPCE-N010";
    public const string N011 = "VPCE-N011";
    public const string N012 = "VPCE-N012";
    public const string N015 = "VPCE-N015";

    public const string D001 = "VPCE-D001";
    public const string D002 = "VPCE-D002";
    public const string D003 = "VPCE-D003";
    public const string D004 = "VPCE-D004";
    public const string D005 = "VPCE-D005";
    public const string D006 = "VPCE-D006";
    public const string D007 = "VPCE-D007";
    public const string D008 = "VPCE-D008";
    public const string D009 = "VPCE-D009";
    public const string D010 = "VPCE-D010";
    public const string D011 = "VPCE-D011";
    public const string D012 = "VPCE-D012";
    public const string D014 = "VPCE-D014";
    public const string D015 = "VPCE-D015";
    public const string D016 = "VPCE-D016";

    public const string P001 = "VPCE-P001";
    public const string P002 = "VPCE-P002";
    public const string P003 = "VPCE-P003";
    public const string P004 = "VPCE-P004";
    public const string P005 = "VPCE-P005";
    public const string P006 = "VPCE-P006";
    public const string P007 = "VPCE-P007";
    public const string P008 = "VPCE-P008";
    public const string P009 = "VPCE-P009";
    public const string P010 = "VPCE-P010";
    public const string P011 = "VPCE-P011";
    public const string P012 = "VPCE-P012";
    public const string P013 = "VPCE-P013";
    public const string P014 = "VPCE-P014";
    public const string P015 = "VPCE-P015";

    public const string R001 = "VPCE-R001";
    public const string R002 = "VPCE-R002";
    public const string R003 = "VPCE-R003";
    public const string R004 = "VPCE-R004";
    public const string R005 = "VPCE-R005";
    public const string R006 = "VPCE-R006";
    public const string R007 = "VPCE-R007";
    public const string R008 = "VPCE-R008";

    public const string L001 = "VPCE-L001";
    public const string L002 = "VPCE-L002";
    public const string L003 = "VPCE-L003";
    public const string L004 = "VPCE-L004";
    public const string L005 = "VPCE-L005";

    public const string H001 = "VPCE-H001";
    public const string H002 = "VPCE-H002";
    public const string H003 = "VPCE-H003";

    public const string C001 = "VPCE-C001";
    public const string C002 = "VPCE-C002";
    public const string C004 = "VPCE-C004";
    public const string C005 = "VPCE-C005";
    public const string C006 = "VPCE-C006";

    public const string G001 = "VPCE-G001";
    public const string G002 = "VPCE-G002";
    public const string G003 = "VPCE-G003";
    public const string G004 = "VPCE-G004";
}
