using Amazon.Runtime;
using VpcEndpointTools.Ec2.Wire;

namespace VpcEndpointTools.Ec2;

/// <summary>Credentials whose secrets are kept out of every message from the moment they are used.</summary>
internal sealed class RememberedCredentials(AWSCredentials inner) : AWSCredentials
{
    /// <inheritdoc/>
    public override ImmutableCredentials GetCredentials() => Remember(inner.GetCredentials());

    /// <inheritdoc/>
    public override async Task<ImmutableCredentials> GetCredentialsAsync() =>
        Remember(await inner.GetCredentialsAsync().ConfigureAwait(false));

    private static ImmutableCredentials Remember(ImmutableCredentials credentials)
    {
        Secrets.Remember(credentials.SecretKey);
        Secrets.Remember(credentials.Token);
        return credentials;
    }
}
