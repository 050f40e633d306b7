using System.Reflection;
using VpcEndpointTools.Live;

namespace VpcEndpointTools.Tests.Live;

/// <summary>An error of asking AWS has an id of one list, each with its kind: a new one cannot become "InvalidResult" in silence.</summary>
public sealed class AwsErrorIdTests
{
    [Fact]
    public void AnExceptionIsMadeOfAnIdAndNeverOfAText() =>
        Assert.All(typeof(AwsException).GetConstructors(), made => Assert.Equal(typeof(AwsErrorId), made.GetParameters()[0].ParameterType));

    [Fact]
    public void AnIdIsOneOfTheListOrACodeOfAws()
    {
        Assert.Empty(typeof(AwsErrorId).GetConstructors());
        Assert.Equal(
            [nameof(AwsErrorId.OfAws)],
            typeof(AwsErrorId).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => !method.IsSpecialName).Select(method => method.Name));
        Assert.Equal(AwsErrorKind.Result, AwsErrorId.OfAws("RouteAlreadyExists").Kind);
    }

    [Fact]
    public void NamesAreThoseOfTheirPropertiesAndEachKindIsUsed()
    {
        PropertyInfo[] own = typeof(AwsErrorId).GetProperties(BindingFlags.Public | BindingFlags.Static);
        Assert.All(own, property => Assert.Equal(property.Name, ((AwsErrorId)property.GetValue(null)!).Name));
        Assert.Equal(Enum.GetValues<AwsErrorKind>(), own.Select(property => ((AwsErrorId)property.GetValue(null)!).Kind).Distinct().Order());
    }

    [Theory]
    [InlineData("[X] It does not exist", "[X] It does not exist.")]
    [InlineData("Connection reset by peer.", "Connection reset by peer.")]
    [InlineData("Try again!", "Try again!")]
    public void MessageIsASentence(string words, string message) =>
        Assert.Equal(message, new AwsException(AwsErrorId.AwsCallFailed, words).With(new CallTrace()).Message);

    [Fact]
    public void TheKindStaysWhereTheTraceIsAdded() =>
        Assert.Equal(AwsErrorKind.Timeout, new AwsException(AwsErrorId.TimedOut, "late").With(new CallTrace()).ErrorId.Kind);
}
