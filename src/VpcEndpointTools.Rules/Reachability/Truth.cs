namespace VpcEndpointTools.Reachability;

/// <summary>An answer in three values. The order makes "or" the greater and "and" the lesser of two.</summary>
public enum Truth
{
    /// <summary>Certainly not.</summary>
    No,

    /// <summary>It depends on something that is not known.</summary>
    Unknown,

    /// <summary>Certainly.</summary>
    Yes,
}

/// <summary>Logic over <see cref="Truth"/>.</summary>
public static class Truths
{
    /// <summary>Yes for true, No for false.</summary>
    public static Truth Of(bool value) => value ? Truth.Yes : Truth.No;

    /// <summary>True if either is.</summary>
    public static Truth Or(this Truth left, Truth right) => left > right ? left : right;

    /// <summary>True if both are.</summary>
    public static Truth And(this Truth left, Truth right) => left < right ? left : right;
}
