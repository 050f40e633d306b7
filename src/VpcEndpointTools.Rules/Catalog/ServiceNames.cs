using System.Text.RegularExpressions;

namespace VpcEndpointTools.Catalog;

/// <summary>The anatomy of endpoint service names.</summary>
public static partial class ServiceNames
{
    /// <summary>Prefixes that AWS uses: commercial, new style, SageMaker, China and the isolated partitions.</summary>
    /// <remarks>Source: the AWS page of services that integrate with PrivateLink; aws-cdk-lib 2.276.0 for the partitions.</remarks>
    public static IReadOnlyList<string> KnownPrefixes { get; } =
    [
        "com.amazonaws.", "cn.com.amazonaws.", "aws.api.", "api.aws.", "aws.sagemaker.",
        "gov.ic.c2s.", "gov.sgov.sc2s.", "gov.ic.hci.csp.", "uk.adc-e.cloud.", "eu.amazonaws.",
    ];

    /// <summary>The Region in a service name, or null where it has none (global services).</summary>
    public static string? RegionOf(string serviceName)
    {
        ArgumentNullException.ThrowIfNull(serviceName);
        ReadOnlySpan<char> name = serviceName;
        int start = 0;
        while (start <= name.Length)
        {
            int dot = name[start..].IndexOf('.');
            ReadOnlySpan<char> part = dot < 0 ? name[start..] : name.Slice(start, dot);
            if (part.Contains('-') && RegionForm().IsMatch(part))
            {
                return part.ToString();
            }

            start = dot < 0 ? name.Length + 1 : start + dot + 1;
        }

        return null;
    }

    /// <summary>True for an endpoint service of a customer or partner (vpce-svc-).</summary>
    public static bool IsEndpointService(string serviceName) => serviceName.Contains(".vpce-svc-", StringComparison.Ordinal);

    /// <summary>True for text that has the form of a Region's name, such as us-gov-east-1.</summary>
    public static bool IsRegion(string text) => RegionForm().IsMatch(text);

    [GeneratedRegex("^[a-z]{2,4}(-[a-z]{2,10}){1,2}-[0-9]{1,2}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex RegionForm();
}
