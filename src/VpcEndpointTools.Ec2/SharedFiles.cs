using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using Amazon.Runtime.Internal;
using VpcEndpointTools.Live;

namespace VpcEndpointTools.Ec2;

/// <summary>
/// AWS's shared files and variables as they are now. The SDK keeps in static fields what it has read of them once: the paths, the
/// settings, the Region and the
/// credentials of a process. In a session they change, so all of that is read anew whenever something has changed.
/// </summary>
internal sealed partial class SharedFiles
{
    private const string Nowhere = "vpcendpointtools-no-such-folder";

    // Where the SDK looks for a home, in this order.
    private static readonly string[] Homes = ["HOME", "USERPROFILE"];

    private static readonly object Gate = new();
    private static SharedFiles? _current;

    private readonly string _print;

    private SharedFiles(string print, AwsException? problem)
    {
        (_print, Problem) = (print, problem);
        Chain = new DefaultAWSCredentialsIdentityResolver();
    }

    /// <summary>Why they cannot be read; null where they can.</summary>
    public AwsException? Problem { get; }

    /// <summary>The SDK's chain of credentials. It keeps what it has found, and is another one after every change.</summary>
    public DefaultAWSCredentialsIdentityResolver Chain { get; }

    /// <summary>The profile that counts where none is named.</summary>
    public static string DefaultProfile => DefaultAWSCredentialsIdentityResolver.GetProfileName();

    /// <summary>As they are now.</summary>
    public static SharedFiles Now()
    {
        lock (Gate)
        {
            (string credentials, string config) = Paths();
            string print = Print(credentials, config);
            return _current?._print == print ? _current : _current = Read(print, credentials, config);
        }
    }

    /// <summary>Throws <see cref="AwsException"/> where they cannot be read.</summary>
    public SharedFiles Required() => Problem is null ? this : throw Problem;

    /// <summary>The error of files that cannot be read, with what is wrong in which line.</summary>
    public static AwsException Unreadable(Exception exception) => new(
        AwsErrorId.InvalidConfigFile, $"AWS's shared files cannot be read: {WithoutContent(exception.Message)} Correct the file; the next "
            + $"command reads it again.") { IsGeneral = true };

    private static SharedFiles Read(string print, string credentials, string config)
    {
        AwsException? problem = null;
        try
        {
            foreach (string path in (string[])[credentials, config])
            {
                // The SDK takes it for a file that is not there.
                if (Directory.Exists(path))
                {
                    throw new IOException($"{path} is a folder.");
                }
            }

            PointTo(credentials, config);
            CredentialProfileStoreChain chain = new();
            chain.ListProfiles();
            chain.TryGetProfile(DefaultProfile, out _);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException
            or AmazonClientException or ArgumentException)
        {
            // Given keys do without the files. They must not be met again: what fails in a static constructor fails until the process ends.
            problem = Unreadable(exception);
            PointTo(Path.Combine(Nowhere, "credentials"), Path.Combine(Nowhere, "config"));
        }

        FallbackInternalConfigurationFactory.Reset();
        FallbackRegionFactory.Reset();
        CredentialFinder.InstallChain();
        return new SharedFiles(print, problem);
    }

    // As the SDK does it, which does it once.
    private static (string Credentials, string Config) Paths()
    {
        string home = Homes.Select(Environment.GetEnvironmentVariable).FirstOrDefault(value =>
            !string.IsNullOrEmpty(value)) ?? Directory.GetCurrentDirectory();
        return (
            Named("AWS_SHARED_CREDENTIALS_FILE") ?? Path.Combine(home, ".aws", "credentials"),
            Named("AWS_CONFIG_FILE") ?? Path.Combine(home, ".aws", "config"));

        static string? Named(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } path
            && Path.Exists(path) ? path : null;
    }

    // The setters are the SDK's own; a test says when they are gone.
    private static void PointTo(string credentials, string config)
    {
        Set(nameof(SharedCredentialsFile.DefaultFilePath), credentials);
        Set(nameof(SharedCredentialsFile.DefaultConfigFilePath), config);

        static void Set(string property, string path) =>
            typeof(SharedCredentialsFile).GetProperty(property, BindingFlags.Public | BindingFlags.Static)!.SetValue(null, path);
    }

    // All that the SDK looks at: the variables, by a hash because some are secret, and when the files were written.
    private static string Print(params string[] files)
    {
        StringBuilder print = new();
        foreach (System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (variable.Key is string name && name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase))
            {
                print.Append(name).Append('=').Append(variable.Value).Append('\n');
            }
        }

        foreach (FileInfo file in files.Select(path => new FileInfo(path)))
        {
            print.Append(file.FullName).Append(file.Exists ? $"{file.LastWriteTimeUtc.Ticks} {file.Length}" : "none").Append('\n');
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
            print.ToString().Split('\n').Order(StringComparer.Ordinal)))));
    }

    // The SDK shows the line that it cannot read, and a secret may be in it.
    private static string WithoutContent(string message) => LineContent().Replace(message, "Line $1");

    [GeneratedRegex(@"Line (\d+):<.*>(?= in file)", RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex LineContent();
}
