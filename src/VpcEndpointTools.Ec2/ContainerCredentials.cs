using System.Globalization;
using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using VpcEndpointTools.Ec2.Wire;
using VpcEndpointTools.Live;

namespace VpcEndpointTools.Ec2;

/// <summary>
/// The credentials of a container (ECS, EKS Pod Identity). The SDK's own follow redirects and wait 100 seconds five times; otherwise
/// these do what those do.
/// </summary>
/// <remarks>Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html.</remarks>
internal sealed class ContainerCredentials : RefreshingAWSCredentials
{
    private const string Relative = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
    private const string Full = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
    private const string Token = "AWS_CONTAINER_AUTHORIZATION_TOKEN";
    private const string TokenFile = "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE";
    private const string EcsHost = "http://169.254.170.2";
    private const int MostAttempts = 3;

    // ECS's and EKS's, which are on this machine; any other but loopback must be https.
    private static readonly string[] Hosts = ["169.254.170.2", "169.254.170.23", "fd00:ec2::23"];

    private static readonly Patience Hasty = new(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10));

    private readonly Uri _url;

    private ContainerCredentials(Uri url)
    {
        _url = url;
        PreemptExpiryTime = TimeSpan.FromMinutes(5);
    }

    /// <summary>True where the variables name some.</summary>
    public static bool AreOffered => (Variable(Relative) ?? Variable(Full)) is not null;

    /// <summary>Those that the variables name; null where they name none.</summary>
    public static ContainerCredentials? FromEnvironment()
    {
        string? address = Variable(Relative) is { } relative ? EcsHost + relative : Variable(Full);
        if (address is null)
        {
            return null;
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? url) || url.Scheme is not ("http" or "https"))
        {
            throw new ArgumentException($"{Full} is not a URL.");
        }

        return url.Scheme == "https" || PlainHttp.IsLoopback(url) || Hosts.Contains(url.IdnHost) ? new ContainerCredentials(url)
            : throw new ArgumentException($"{Full} names {url.Host}, which is neither https nor this machine.");
    }

    /// <inheritdoc/>
    protected override CredentialsRefreshState GenerateNewCredentials() => Task.Run(GenerateNewCredentialsAsync).GetAwaiter().GetResult();

    /// <inheritdoc/>
    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await AskAsync().ConfigureAwait(false);
            }
            catch (Exception exception) when (attempt < MostAttempts && exception is HttpRequestException or IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200 * attempt)).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException or FormatException)
            {
                throw Problem(exception);
            }
        }
    }

    // The call that needed them was not sent: it is not named.
    private AwsException Problem(Exception exception)
    {
        string container = $"The container's credentials from {Secrets.Show(_url)}";
        return Secrets.Clean(exception switch
        {
            StalledException => new(
                AwsErrorId.EndpointStalled, $"{container}: {exception.Message}, and the same again on each retry.", exception) { IsGeneral = true },
            JsonException => new(
                AwsErrorId.NotAnAwsAnswer, $"{container}: the answer is not that of ECS or EKS, and nothing of it "
                    + $"is used. Check {Full}.", exception) { IsGeneral = true },
            _ when Unreachable.Is(exception) => new(
                AwsErrorId.EndpointUnreachable, $"{container}: {Problems.Sentence(exception.Message)}", exception) { IsGeneral = true },
            _ => new(AwsErrorId.NoCredentials, $"{container}: {Problems.Sentence(exception.Message)}", exception) { IsGeneral = true },
        });
    }

    private async Task<CredentialsRefreshState> AskAsync()
    {
        using HttpClient client = GuardedHttp.CreateDirect(Hasty);
        using HttpRequestMessage request = new(HttpMethod.Get, _url);
        if (await TokenAsync().ConfigureAwait(false) is { } token)
        {
            Secrets.Remember(token);
            request.Headers.TryAddWithoutValidation("Authorization", token);
        }

        using HttpResponseMessage response = await client.SendAsync(request).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new HttpRequestException(string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)response.StatusCode}"));
        }

        using Stream body = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        using JsonDocument answer = await JsonDocument.ParseAsync(body).ConfigureAwait(false);
        string key = Text(answer, "AccessKeyId") ?? throw new JsonException("no AccessKeyId in the answer");
        string secret = Text(answer, "SecretAccessKey") ?? throw new JsonException("no SecretAccessKey in the answer");
        DateTime end = Text(answer, "Expiration") is { } text
            ? DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal)
            : DateTime.UtcNow.AddHours(1);
        return new CredentialsRefreshState(new ImmutableCredentials(key, secret, Text(answer, "Token")), end);
    }

    private static async Task<string?> TokenAsync()
    {
        string? token = Variable(TokenFile) is { } file ? await File.ReadAllTextAsync(file).ConfigureAwait(false) : Variable(Token);
        return token?.AsSpan().ContainsAny('\r', '\n') == true ? throw new FormatException("the authorization token has a line "
            + "break") : token;
    }

    private static string? Text(JsonDocument document, string name) =>
        document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(name, out JsonElement value)
            && value.ValueKind == JsonValueKind.String
            ? value.GetString() : null;

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
