namespace VpcEndpointTools.Costs;

/// <summary>How much is measured: all of it, or with --quick once and on a tenth, which shows that it works and says nothing of the figures.</summary>
internal static class Effort
{
    /// <summary>True with --quick.</summary>
    public static bool IsQuick { get; set; }

    /// <summary>So often.</summary>
    public static int Times(int times) => IsQuick ? 1 : times;

    /// <summary>Of that size.</summary>
    public static int Size(int size) => IsQuick ? size / 10 : size;
}
