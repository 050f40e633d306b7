namespace VpcEndpointTools.Catalog;

/// <summary>Services that need several endpoints.</summary>
/// <param name="Name">What for.</param>
/// <param name="ShortNames">All services of the set.</param>
internal sealed record CompanionSet(string Name, IReadOnlyList<string> ShortNames);

/// <summary>The sets that AWS documents.</summary>
/// <remarks>Sources, checked 2026-11-23: the user guides of Amazon ECR (vpc-endpoints), Amazon ECS (vpc-endpoints), AWS Systems Manager
/// (systems-manager-setting-up-messageAPIs; ec2messages is for old agents only). That of a private EKS cluster depends on what runs in it and
/// is not judged here.</remarks>
internal static class CompanionSets
{
    private static readonly CompanionSet Images = new("Pulling images from Amazon ECR", ["ecr.api", "ecr.dkr", "s3"]);
    private static readonly CompanionSet Containers = new("Amazon ECS on EC2", ["ecs", "ecs-agent", "ecs-telemetry"]);
    private static readonly CompanionSet Management = new("AWS Systems Manager", ["ssm", "ssmmessages"]);

    // What a cluster without a way out needs at the least; sts is for roles of service accounts. Source: the Amazon EKS guide, private-clusters.
    private static readonly CompanionSet Cluster = new("A private cluster of Amazon EKS", ["ec2", "ecr.api", "ecr.dkr", "s3", "sts"]);

    /// <summary>The set to recommend for a service: also that of a private cluster, which depends on what runs in it and is no rule.</summary>
    public static CompanionSet? ToRecommendFor(string shortName) => shortName is "eks" or "eks-auth" ? Cluster : Of(shortName);

    /// <summary>The set that a service is the beginning of; null where it works alone.</summary>
    public static CompanionSet? Of(string shortName) => shortName switch
    {
        "ecr.api" or "ecr.dkr" => Images,
        "ecs-agent" or "ecs-telemetry" => Containers,
        "ssm" or "ssmmessages" => Management,
        _ => null,
    };
}
