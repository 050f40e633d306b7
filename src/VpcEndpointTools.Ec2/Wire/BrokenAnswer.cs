namespace VpcEndpointTools.Ec2.Wire;

/// <summary>
/// What came back is no answer of AWS's: another page, half a document. Like a broken connection it may be better the next time.
/// </summary>
/// <param name="message">What came, without the name of the call.</param>
internal sealed class NotAnAnswerException(string message) : IOException(message);

/// <summary>No answer came, or it stopped coming.</summary>
/// <param name="message">What came so far, without the name of the call.</param>
internal sealed class StalledException(string message) : IOException(message);
