using VpcEndpointTools.Live;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Isolation;

/// <summary>The isolated parts, each loaded at first use: importing the module touches none of them.</summary>
internal static class ModuleServices
{
    private static readonly Lazy<IInputReader> LazyReader = new(
        () => IsolatedLoadContext.Create<IInputReader>("VpcEndpointTools.Readers", "VpcEndpointTools.Readers.InputReader"));

    private static readonly Lazy<IAwsNetwork> LazyAws = new(
        () => IsolatedLoadContext.Create<IAwsNetwork>("VpcEndpointTools.Ec2", "VpcEndpointTools.Ec2.Ec2Network"));

    private static readonly Lazy<IAwsEndpoints> LazyEndpoints = new(
        () => IsolatedLoadContext.Create<IAwsEndpoints>("VpcEndpointTools.Ec2", "VpcEndpointTools.Ec2.Ec2Endpoints"));

    private static readonly Lazy<IAwsChanges> LazyChanges = new(
        () => IsolatedLoadContext.Create<IAwsChanges>("VpcEndpointTools.Ec2", "VpcEndpointTools.Ec2.Ec2Endpoints"));

    private static readonly Lazy<IAwsNames> LazyNames = new(
        () => IsolatedLoadContext.Create<IAwsNames>("VpcEndpointTools.Ec2", "VpcEndpointTools.Ec2.Ec2Names"));

    /// <summary>Ids of AWS, while somebody types.</summary>
    public static IAwsNames Names => LazyNames.Value;

    /// <summary>AWS's endpoints, to be changed.</summary>
    public static IAwsEndpoints Endpoints => LazyEndpoints.Value;

    /// <summary>AWS's endpoints that are there, to be changed or removed.</summary>
    public static IAwsChanges Changes => LazyChanges.Value;

    /// <summary>AWS, through its SDK.</summary>
    public static IAwsNetwork Aws => LazyAws.Value;

    /// <summary>Text and objects in, configurations out.</summary>
    public static IInputReader Reader => LazyReader.Value;
}
