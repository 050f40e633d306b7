using System.Net;
using VpcEndpointTools.Live;

namespace VpcEndpointTools.Ec2.Wire;

/// <summary>Plain http shows the session token to everybody on the way. Without leave it is only for this machine itself.</summary>
internal static class PlainHttp
{
    /// <summary>Throws <see cref="AwsException"/> where a request would show what it carries.</summary>
    /// <param name="url">Where it goes.</param>
    /// <param name="isAllowed">True where the user wants that.</param>
    public static void Check(Uri url, bool isAllowed)
    {
        if (!isAllowed && url.Scheme == Uri.UriSchemeHttp && !IsLoopback(url))
        {
            throw new AwsException(
                AwsErrorId.InsecureEndpoint,
                $"{url.Host}: plain http would send the session token and all answers unencrypted, so nothing was sent. Use https, "
                + $"or -AllowInsecure to send it anyway.") { IsGeneral = true };
        }
    }

    /// <summary>True for 127.0.0.0/8, ::1 and localhost.</summary>
    public static bool IsLoopback(Uri url) =>
        url.IdnHost.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(url.IdnHost, out IPAddress? address) && IPAddress.IsLoopback(address));
}
