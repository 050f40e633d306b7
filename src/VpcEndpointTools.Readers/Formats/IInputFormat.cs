using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Formats;

/// <summary>A format of input. To add one: a folder with its reader and its implementation of this, and a line in <see
/// cref="InputFormats.Shipped"/>.</summary>
internal interface IInputFormat
{
    /// <summary>What users call it, each as a part of the sentence "Expected ...": "a CloudFormation template".</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Words by which text that is no JSON is recognised as this format in YAML; none where the format is JSON alone.</summary>
    /// <remarks>They decide whether a fault in YAML is worth telling, and whether a large file is read at all.</remarks>
    IReadOnlyList<string> YamlMarks { get; }

    /// <summary>True where the last of several equal keys counts in YAML too; else such a document is refused.</summary>
    bool TakesLastOfKeys => false;

    /// <summary>True where a document is of this format. It looks at members, never at a file's name, and throws nothing.</summary>
    bool Recognises(InputNode root);

    /// <summary>Reads a document that it recognised. What is wrong is in <see cref="InputDocument.Problems"/>.</summary>
    InputDocument Read(FormatInput input);
}

/// <summary>A document to read.</summary>
/// <param name="Root">The document.</param>
/// <param name="Source">What to call it in results and problems.</param>
/// <param name="Options">What a template is read with.</param>
/// <param name="Expected">What to expect of any input, for problems.</param>
/// <param name="Stop">Ends the reading early with <see cref="OperationCanceledException"/>.</param>
internal sealed record FormatInput(InputNode Root, string Source, ReadingOptions Options, string Expected, CancellationToken Stop = default);
