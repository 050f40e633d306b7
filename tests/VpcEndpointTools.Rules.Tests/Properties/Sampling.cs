using System.Globalization;
using CsCheck;
using Xunit.Sdk;

namespace VpcEndpointTools.Tests.Properties;

/// <summary>How many worlds a property is tried in. They are the same ones each time; VPCE_WORLDS asks for that many others.</summary>
internal static class Sampling
{
    private const long Usual = 2_000;
    private const ulong Seed = 20261127;

    /// <summary>What VPCE_WORLDS says; null where the usual worlds are meant.</summary>
    private static readonly long? Wanted = long.TryParse(
        Environment.GetEnvironmentVariable("VPCE_WORLDS"), NumberStyles.None, CultureInfo.InvariantCulture, out long count) ? count : null;

    /// <summary>So many a property.</summary>
    public static long Count => Wanted ?? Usual;

    /// <summary>Tries a property. What a failure names as CsCheck_Seed replays the world that broke it, made as small as can be.</summary>
    public static void Holds<T>(this Gen<T> gen, Action<T> check)
    {
        if (Wanted is not null || Environment.GetEnvironmentVariable("CsCheck_Seed") is { Length: > 0 })
        {
            gen.Sample(check, iter: Count, threads: 1);
            return;
        }

        PCG random = new(1, Seed);
        for (long i = 0; i < Usual; i++)
        {
            ulong state = random.State;
            T world = gen.Generate(random, null, out _);
            try
            {
                check(world);
            }
            catch (XunitException failure)
            {
                throw new XunitException($"World {i} (CsCheck_Seed={random.ToString(state)}): {failure.Message}", failure);
            }
        }
    }

    /// <summary>Tries a property of two things.</summary>
    public static void Holds<T1, T2>(this Gen<(T1, T2)> gen, Action<T1, T2> check) => gen.Holds(both => check(both.Item1, both.Item2));
}
