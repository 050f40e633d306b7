namespace VpcEndpointTools.Catalog;

/// <summary>What is to be said of a service name.</summary>
public enum ServiceNameVerdict
{
    /// <summary>The catalogue has it.</summary>
    Known,

    /// <summary>It cannot be a name at all.</summary>
    Malformed,

    /// <summary>A known service, written with a Region it does not have, or with another prefix than its own.</summary>
    WrongForm,

    /// <summary>Nearly a known name.</summary>
    NearMiss,

    /// <summary>It begins like no name that AWS gives.</summary>
    UnknownPrefix,

    /// <summary>Well formed, and not in the catalogue.</summary>
    Unknown,
}

/// <summary>The verdict on a service name: one for each name, so that no two rules complain of the same mistake.</summary>
/// <param name="Verdict">What it is.</param>
/// <param name="Suggestion">The name that was probably meant.</param>
/// <param name="Reason">What gives it away.</param>
public sealed record ServiceNameJudgement(ServiceNameVerdict Verdict, string? Suggestion = null, string? Reason = null);

/// <summary>Tells a misspelt service name from one that is merely new.</summary>
public static class ServiceNameJudge
{
    private const string RegionPart = "{region}";
    private const int ShortestForOneSlip = 5;
    private const int ShortestForTwoSlips = 10;

    /// <summary>Judges a name; the Region is for the suggestion.</summary>
    public static ServiceNameJudgement Judge(string name, ServiceCatalog catalog, string? region)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(catalog);
        if (Malformation(name) is { } reason)
        {
            return new(ServiceNameVerdict.Malformed, null, reason);
        }

        string? ownRegion = ServiceNames.RegionOf(name);
        if (catalog.Find(name) is { } entry)
        {
            return ChinaForm(name, entry, ownRegion) ?? new(ServiceNameVerdict.Known);
        }

        return WrongForm(name, catalog, ownRegion)
            ?? NearMiss(name, catalog, ownRegion ?? region ?? RegionPart)
            ?? new(ServiceNames.KnownPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)) ? ServiceNameVerdict.Unknown : ServiceNameVerdict.UnknownPrefix);
    }

    private static string? Malformation(string name)
    {
        int left = name.IndexOfAny(['$', '{', '}', '<', '>', '%']);
        return left >= 0 ? $"a template variable is left in it at '{name[left..]}'"
            : name.Any(char.IsWhiteSpace) ? "there is white space in it"
            : name.Split('.').Any(part => part.Length == 0) ? "a part of it is empty"
            : null;
    }

    // The names that begin with cn. are those of the China Regions, and of no others.
    private static ServiceNameJudgement? ChinaForm(string name, ServiceEntry entry, string? region)
    {
        bool written = name.StartsWith("cn.", StringComparison.Ordinal);
        return written && region is not null && !region.StartsWith("cn-", StringComparison.Ordinal)
            ? new(ServiceNameVerdict.WrongForm, entry.NameIn(region), "the prefix cn. is for the China Regions")
            : null;
    }

    private static ServiceNameJudgement? WrongForm(string name, ServiceCatalog catalog, string? region)
    {
        if (region is null)
        {
            return null;
        }

        string global = name.Replace($".{region}.", ".", StringComparison.Ordinal);
        if (catalog.Find(global) is { IsGlobal: true })
        {
            return new(ServiceNameVerdict.WrongForm, global, "this service has one name without a Region");
        }

        int after = name.IndexOf($".{region}.", StringComparison.Ordinal);
        string rest = after < 0 ? string.Empty : name[after..];
        string? suggestion = ServiceNames.KnownPrefixes
            .Select(prefix => prefix.TrimEnd('.') + rest)
            .FirstOrDefault(candidate => rest.Length > 0 && catalog.Find(candidate) is not null && ChinaForm(candidate, catalog.Find(candidate)!, region) is null);
        return suggestion is null ? null : new(ServiceNameVerdict.WrongForm, suggestion, "this service has another prefix");
    }

    private static ServiceNameJudgement? NearMiss(string name, ServiceCatalog catalog, string region)
    {
        if (catalog.FindShort(name) is { } shortEntry)
        {
            return new(ServiceNameVerdict.NearMiss, shortEntry.NameIn(region), "a short name is not enough");
        }

        string? prefix = ServiceNames.KnownPrefixes.FirstOrDefault(known => name.StartsWith(known, StringComparison.Ordinal));
        if (prefix is not null && ServiceNames.RegionOf(name) is null && catalog.FindShort(name[prefix.Length..]) is { IsGlobal: false } withoutRegion)
        {
            return new(ServiceNameVerdict.NearMiss, withoutRegion.NameIn(region), "the Region is missing");
        }

        if (catalog.Find(name.ToLowerInvariant()) is not null)
        {
            return new(ServiceNameVerdict.NearMiss, name.ToLowerInvariant(), "service names are in small letters");
        }

        string template = name.Replace($".{region}.", $".{RegionPart}.", StringComparison.Ordinal);
        ServiceEntry? near = catalog.Entries.FirstOrDefault(entry => IsNear(template, entry));
        return near is null ? null : new(ServiceNameVerdict.NearMiss, near.NameIn(region), "one letter or two are different");
    }

    // Short names lie too close together for a distance to mean anything, and a digit more is a new version rather than a slip.
    private static bool IsNear(string template, ServiceEntry entry)
    {
        int allowed = entry.ShortName.Length >= ShortestForTwoSlips ? 2 : entry.ShortName.Length >= ShortestForOneSlip ? 1 : 0;
        return allowed > 0
            && Math.Abs(template.Length - entry.ServiceNameTemplate.Length) <= allowed
            && Digits(template) == Digits(entry.ServiceNameTemplate)
            && Distance(template, entry.ServiceNameTemplate) <= allowed;
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    // Damerau-Levenshtein over adjacent letters: a swapped pair is one slip.
    private static int Distance(string left, string right)
    {
        int[,] cost = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++)
        {
            for (int j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    cost[i, j] = i + j;
                    continue;
                }

                int same = left[i - 1] == right[j - 1] ? 0 : 1;
                cost[i, j] = Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + same);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[left.Length, right.Length];
    }
}
