namespace VpcEndpointTools.Reading;

/// <summary>Turns what people have into configurations and snapshots. Implemented outside this library, which reads nothing itself.</summary>
public interface IInputReader
{
    /// <summary>What a user can give, for messages: the sentence that follows "Expected", made of the formats that are read.</summary>
    string Expected { get; }

    /// <summary>Reads a file's content. Never throws for bad input: what is wrong is in <see cref="InputDocument.Problems"/>.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="source">What to call it in results and problems.</param>
    /// <param name="cancellationToken">Ends the reading early with <see cref="OperationCanceledException"/>.</param>
    /// <param name="options">What a template is read with.</param>
    InputDocument Read(Stream content, string source, CancellationToken cancellationToken, ReadingOptions? options = null);

    /// <summary>Reads an object of the pipe.</summary>
    /// <param name="node">The object.</param>
    /// <param name="source">What to call it in results and problems.</param>
    /// <param name="options">What a template is read with.</param>
    InputDocument Read(InputNode node, string source, ReadingOptions? options = null);

    /// <summary>Reads the findings of an earlier result from a file's content. Never throws for bad input.</summary>
    /// <param name="content">The bytes: what ConvertTo-Json makes of results, or of findings.</param>
    /// <param name="source">What to call it in problems.</param>
    /// <param name="cancellationToken">Ends the reading early with <see cref="OperationCanceledException"/>.</param>
    BaselineDocument ReadBaseline(Stream content, string source, CancellationToken cancellationToken);

    /// <summary>Reads the findings of an earlier result from an object of the session.</summary>
    /// <param name="node">A result, a finding, or a list of them.</param>
    /// <param name="source">What to call it in problems.</param>
    BaselineDocument ReadBaseline(InputNode node, string source);

    /// <summary>Reads a file of AWS's Price List: an offer (index.json), or what 'aws pricing get-products' answers. Never throws for bad input.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="source">What to call it in prices and problems.</param>
    /// <param name="cancellationToken">Ends the reading early with <see cref="OperationCanceledException"/>.</param>
    PriceDocument ReadPrices(Stream content, string source, CancellationToken cancellationToken);
}
