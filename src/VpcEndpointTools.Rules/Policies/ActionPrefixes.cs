namespace VpcEndpointTools.Policies;

/// <summary>The IAM prefixes of services whose endpoints are known to carry no other actions.</summary>
/// <remarks>Only services whose prefix is certain (the Service Authorization Reference) are here: for the others nothing is judged.</remarks>
public static class ActionPrefixes
{
    private static readonly Dictionary<string, string[]> ByShortName = new(StringComparer.Ordinal)
    {
        ["athena"] = ["athena"],
        ["autoscaling"] = ["autoscaling"],
        ["dynamodb"] = ["dynamodb"],
        ["ec2"] = ["ec2"],
        ["ecr.api"] = ["ecr"],
        ["ecr.dkr"] = ["ecr"],
        ["ecs"] = ["ecs"],
        ["elasticfilesystem"] = ["elasticfilesystem"],
        ["events"] = ["events"],
        ["execute-api"] = ["execute-api"],
        ["glue"] = ["glue"],
        ["kinesis-firehose"] = ["firehose"],
        ["kinesis-streams"] = ["kinesis"],
        ["kms"] = ["kms"],
        ["lambda"] = ["lambda"],
        ["logs"] = ["logs"],
        ["monitoring"] = ["cloudwatch"],
        ["rds"] = ["rds"],
        ["s3"] = ["s3", "s3-object-lambda"],
        ["s3express"] = ["s3express"],
        ["secretsmanager"] = ["secretsmanager"],
        ["sns"] = ["sns"],
        ["sqs"] = ["sqs"],
        ["ssm"] = ["ssm"],
        ["states"] = ["states"],
        ["sts"] = ["sts"],
    };

    /// <summary>The prefixes of a service by its short name in the catalogue; null where they are not certain.</summary>
    public static IReadOnlyList<string>? Of(string shortName) => ByShortName.GetValueOrDefault(shortName);

    /// <summary>The prefixes of a service; null where they are not certain.</summary>
    public static IReadOnlyList<string>? Of(Catalog.ServiceEntry? service) => service is null ? null : Of(service.ShortName);

    /// <summary>True when an Action pattern can mean an action of one of the prefixes.</summary>
    /// <param name="action">For example s3:Get*, S3:*, * or s*:List*. IAM ignores the case of actions.</param>
    /// <param name="prefixes">The prefixes.</param>
    public static bool CanMean(string action, IReadOnlyList<string> prefixes)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(prefixes);
        if (action == "*")
        {
            return true;
        }

        int colon = action.IndexOf(':', StringComparison.Ordinal);
        ReadOnlySpan<char> pattern = colon < 0 ? action : action.AsSpan(0, colon);
        for (int i = 0; i < prefixes.Count; i++)
        {
            if (System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, prefixes[i], ignoreCase: true))
            {
                return true;
            }
        }

        return false;
    }
}
