using VpcEndpointTools.Catalog;

namespace VpcEndpointTools.Recommendation;

/// <summary>Measured traffic between a VPC and a service.</summary>
/// <param name="VpcId">The VPC.</param>
/// <param name="Service">A service name, or a tag of AWS's address ranges (S3, DYNAMODB).</param>
/// <param name="Bytes">How many bytes, both ways.</param>
/// <param name="Span">In what time.</param>
public sealed record TrafficVolume(string VpcId, string Service, decimal Bytes, TimeSpan Span)
{
    // AWS's steps are binary: 1 PB is 1,048,576 GB (see prices.tsv).
    private const decimal BytesPerGB = 1024m * 1024m * 1024m;

    // AWS's own month in price examples.
    private const decimal HoursPerMonth = Pricing.CostModel.HoursPerMonth;

    // The tags of the address ranges that are a service with an endpoint. EC2 is the addresses of instances, AMAZON any service.
    // Source: https://docs.aws.amazon.com/vpc/latest/userguide/aws-ip-syntax.html
    private static readonly Dictionary<string, string> Tags = new(StringComparer.OrdinalIgnoreCase)
    {
        ["S3"] = "s3", ["DYNAMODB"] = "dynamodb", ["API_GATEWAY"] = "execute-api", ["CODEBUILD"] = "codebuild", ["EBS"] = "ebs", ["AMAZON_APPFLOW"] = "appflow",
    };

    /// <summary>From where the traffic goes: false where it does not go through a NAT gateway.</summary>
    public bool IsOverNat { get; init; } = true;

    /// <summary>False where the row does not say which way the traffic goes: then <see cref="IsOverNat"/> is assumed.</summary>
    public bool IsPathKnown { get; init; } = true;

    /// <summary>GB (of 2^30 bytes) in a month of 730 hours at the same rate.</summary>
    public decimal MonthlyGB => Bytes / BytesPerGB * HoursPerMonth / (decimal)Span.TotalHours;

    /// <summary>The service in the catalogue; null where it is none that has an endpoint.</summary>
    /// <remarks>Rows name it in full, in short in any case, by the tag of its address range, or by its host in the Region.</remarks>
    public NeedTarget? Target(string? region, ServiceCatalog catalog)
    {
        string name = Tags.TryGetValue(Service, out string? tagged) ? tagged : Service;
        string inLowerCase = name.ToLowerInvariant();
        string host = $".{region}.amazonaws.com";
        return NeedTarget.OfService(name, region, catalog) ?? NeedTarget.OfService(inLowerCase, region, catalog)
            ?? (region is not null && inLowerCase.EndsWith(host, StringComparison.Ordinal)
                ? NeedTarget.OfService(inLowerCase[..^host.Length], region, catalog) : null);
    }
}
