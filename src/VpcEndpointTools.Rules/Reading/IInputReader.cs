namespace VpcEndpointTools.Reading;

/// <summary>Turns what people have into configurations and snapshots. Implemented outside this library, which reads nothing itself.</summary>
public interface IInputReader
{
    /// <summary>Reads a file's content. Never throws for bad input: what is wrong is in <see cref="InputDocument.Problems"/>.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="source">What to call it in results and problems.</param>
    /// <param name="cancellationToken">Ends the reading early with <see cref="OperationCanceledException"/>.</param>
    InputDocument Read(Stream content, string source, CancellationToken cancellationToken);

    /// <summary>Reads an object of the pipe.</summary>
    /// <param name="node">The object.</param>
    /// <param name="source">What to call it in results and problems.</param>
    InputDocument Read(InputNode node, string source);
}
