using System.Globalization;

namespace VpcEndpointTools.Evaluation;

/// <summary>The text of an object that must never be taken for an id.</summary>
/// <remarks>AWS.Tools' cmdlets take any object by value and turn it into text: Remove-EC2VpcEndpoint would be called with a sentence for
/// an id. PowerShell asks for that
/// text in the session's culture, and for "$object" in the invariant one: only the latter gets it.</remarks>
internal static class NotAnId
{
    /// <summary>The text for people; refused to a cmdlet that would take it for an id.</summary>
    public static string Text(object item, IFormatProvider? provider, string what) =>
        provider is not CultureInfo culture || ReferenceEquals(culture, CultureInfo.InvariantCulture)
            ? item.ToString()!
            : throw new FormatException($"{what} is not an id. As text it is \"$object\" or ToString().");
}
