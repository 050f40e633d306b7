using System.Text.RegularExpressions;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Terraform;

/// <summary>The configuration that a plan carries: blocks and expressions, by module. Modules are named by their instances' addresses.</summary>
internal sealed partial class Configuration
{
    private readonly Dictionary<string, Dictionary<string, InputNode>> _blocks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, InputNode?> _modules = new(StringComparer.Ordinal);
    private readonly InputNode? _providers;
    private readonly InputNode? _root;
    private readonly InputNode? _variables;

    public Configuration(InputNode plan)
    {
        _root = plan.Member("configuration")?.Member("root_module");
        _providers = plan.Member("configuration")?.Member("provider_config");
        _variables = plan.Member("variables");
    }

    /// <summary>The block of a resource; null where the file has no configuration.</summary>
    public InputNode? Block(TerraformResource resource) => Block(resource.Module, resource.Resource);

    /// <summary>The block of a resource of a module; null where the file has no configuration.</summary>
    public InputNode? Block(string instance, string resource)
    {
        string module = TerraformAddress.WithoutKeys(instance);
        if (!_blocks.TryGetValue(module, out Dictionary<string, InputNode>? blocks))
        {
            blocks = new(StringComparer.Ordinal);
            foreach (InputNode block in Module(module)?.Member("resources")?.Items ?? [])
            {
                if (block.Member("address") is { Kind: InputKind.Text } address)
                {
                    blocks.TryAdd(address.Text, block);
                }
            }

            _blocks[module] = blocks;
        }

        return blocks.GetValueOrDefault(resource);
    }

    /// <summary>The expression of a module's output.</summary>
    public InputNode? Output(string module, string name) => Module(TerraformAddress.WithoutKeys(module))?.Member("outputs")?.Member(name)?.Member("expression");

    /// <summary>What a module's caller sets a variable to.</summary>
    public InputNode? Argument(string module, string variable)
    {
        string path = TerraformAddress.WithoutKeys(module);
        int last = path.LastIndexOf("module.", StringComparison.Ordinal);
        return last < 0 ? null : Module(path[..last].TrimEnd('.'))?.Member("module_calls")?.Member(path[(last + 7)..])?.Member("expressions")?.Member(variable);
    }

    /// <summary>The default of a variable of a module; null where it has none.</summary>
    public InputNode? Default(string module, string variable) =>
        Module(TerraformAddress.WithoutKeys(module))?.Member("variables")?.Member(variable)?.Member("default");

    /// <summary>The value of a variable of the root module; null where there is none or it is sensitive.</summary>
    public InputNode? Variable(string name) =>
        MergedValues.IsTrue(_root?.Member("variables")?.Member(name)?.Member("sensitive")) ? null : _variables?.Member(name)?.Member("value");

    /// <summary>The module that a module is called from, and the key of the call.</summary>
    public static (string Parent, string Key) Caller(string module)
    {
        Match last = LastCall().Match(module);
        return last.Success ? (module[..last.Index], last.Groups["key"].Value) : (string.Empty, string.Empty);
    }

    /// <summary>The provider of a resource, as the configuration calls it.</summary>
    public string Provider(TerraformResource? resource)
    {
        string key = resource?.Configuration?.Member("provider_config_key") is { Kind: InputKind.Text } given ? given.Text : "aws";
        return _providers?.Member(key) is null ? key[(key.LastIndexOf(':') + 1)..] : key;
    }

    /// <summary>The Region that a provider is set to; null where that is not said plainly.</summary>
    public string? Region(string provider)
    {
        InputNode? region = _providers?.Member(provider)?.Member("expressions")?.Member("region");
        InputNode? value = region?.Member("constant_value");

        // The longest form of the only reference, then its beginnings.
        string[] paths = [.. (region?.Member("references")?.Items ?? []).Select(path => path.Text)];
        if (value is null && paths.Length > 0 && paths.All(path => paths[0].StartsWith(path, StringComparison.Ordinal))
            && paths[0].Split('.') is ["var", var name, .. string[] members])
        {
            value = members.Aggregate(Variable(name), (node, member) => node is { Kind: InputKind.Object } ? node.Member(member) : null);
        }

        return value is { Kind: InputKind.Text, Text: not "" } ? value.Text : null;
    }

    private InputNode? Module(string path)
    {
        if (path.Length == 0)
        {
            return _root;
        }

        if (!_modules.TryGetValue(path, out InputNode? module))
        {
            int last = path.LastIndexOf("module.", StringComparison.Ordinal);
            module = last < 0 ? null : Module(path[..last].TrimEnd('.'))?.Member("module_calls")?.Member(path[(last + 7)..])?.Member("module");
            _modules[path] = module;
        }

        return module;
    }

    [GeneratedRegex("""(^|\.)module\.[^.\[]+(?<key>""" + TerraformAddress.Key + ")?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LastCall();
}
