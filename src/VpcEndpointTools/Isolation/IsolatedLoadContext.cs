using System.Reflection;
using System.Runtime.Loader;

namespace VpcEndpointTools.Isolation;

/// <summary>Loads bin/isolated/ apart from the session, so that no library of ours meets another copy of itself there.</summary>
internal sealed class IsolatedLoadContext(string folder) : AssemblyLoadContext("VpcEndpointTools")
{
    private static readonly Assembly Rules = typeof(Evaluation.Rule).Assembly;

    /// <summary>Makes an object of a class in the folder, seen through an interface of the shared rules library.</summary>
    public static T Create<T>(string assembly, string typeName)
        where T : class
    {
        Assembly loaded = Shared.LoadFromAssemblyPath(Path.Combine(Shared.Folder, assembly + ".dll"));
        return (T)Activator.CreateInstance(loaded.GetType(typeName, throwOnError: true)!)!;
    }

    private static IsolatedLoadContext Shared { get; } =
        new(Path.Combine(Path.GetDirectoryName(typeof(IsolatedLoadContext).Assembly.Location)!, "isolated"));

    private string Folder { get; } = folder;

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // Its types are shared: there must be one copy.
        if (assemblyName.Name == Rules.GetName().Name)
        {
            return Rules;
        }

        string path = Path.Combine(Folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    /// <inheritdoc/>
    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName)
    {
        string path = Path.Combine(Folder, unmanagedDllName);
        return File.Exists(path) ? LoadUnmanagedDllFromPath(path) : IntPtr.Zero;
    }
}
