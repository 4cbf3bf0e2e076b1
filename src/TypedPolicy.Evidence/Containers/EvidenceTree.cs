using TypedPolicy.Evidence.Sources;
using TypedPolicy.Model.Languages;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace TypedPolicy.Evidence.Containers;

/// <summary>Reads YAML, and JSON, which is YAML too, with the line of each value. Aliases are the value that they name, not a copy.</summary>
internal static class EvidenceTree
{
    /// <summary>How deep values may be in others.</summary>
    private const int MaxDepth = 64;

    /// <summary>The most values of a text.</summary>
    private const int MaxValues = 200_000;

    /// <summary>The documents of a text.</summary>
    /// <param name="file">The text.</param>
    /// <param name="problem">Why it cannot be read; null if it can.</param>
    public static IReadOnlyList<EvidenceNode> Read(EvidenceFile file, out string? problem)
    {
        var documents = new List<EvidenceNode>();
        try
        {
            // A tab is a blank in JSON, and YAML wants others.
            var isJson = file.Text.AsSpan().TrimStart() is ['{' or '[', ..];
            Read(new Parser(new StringReader(isJson ? file.Text.Replace('\t', ' ') : file.Text)), file.Name, documents);
            problem = null;
        }
        catch (LimitException e)
        {
            problem = $"{PlainText.Line(file.Name)}:{e.Start.Line}: {e.Message}";
        }
        catch (YamlException e)
        {
            problem = $"{PlainText.Line(file.Name)}:{e.Start.Line}: This is neither JSON nor YAML. {PlainText.Line(e.Message)}";
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The library's own, for some texts that are not YAML.
            problem = $"{PlainText.Line(file.Name)} is neither JSON nor YAML.";
        }

        return documents;
    }

    private static void Read(Parser parser, string file, List<EvidenceNode> documents)
    {
        var open = new Stack<(EvidenceNode Node, bool IsMapping)>();
        var anchors = new Dictionary<string, EvidenceNode>(StringComparer.Ordinal);
        var sizes = new Dictionary<EvidenceNode, int>(ReferenceEqualityComparer.Instance);
        var keys = new Stack<string?>();
        var count = 0;
        while (parser.MoveNext())
        {
            var here = parser.Current!;
            EvidenceNode node;
            switch (here)
            {
                case DocumentStart:
                    anchors.Clear();
                    continue;
                case MappingEnd or SequenceEnd:
                    sizes[open.Peek().Node] = count - sizes[open.Pop().Node];
                    keys.Pop();
                    continue;
                case Scalar scalar:
                    node = new(file, Line(here)) { Text = scalar.Style == ScalarStyle.Plain && scalar.Value is "null" or "~" or "" ? null : scalar.Value };
                    break;
                case AnchorAlias alias:
                    node = anchors.GetValueOrDefault(alias.Value.Value) ?? new(file, Line(here));
                    break;
                case MappingStart or SequenceStart:
                    node = new(file, Line(here));
                    break;
                default:
                    continue;
            }

            // A value counts each time that it is named.
            count += here is AnchorAlias ? Math.Max(1, sizes.GetValueOrDefault(node)) : 1;
            if (count > MaxValues || open.Count >= MaxDepth)
            {
                throw new LimitException(here.Start, here.End, count > MaxValues ? $"More than {MaxValues} values." : $"Values are more than {MaxDepth} deep in others.");
            }

            if (here is NodeEvent { Anchor.IsEmpty: false } anchored)
            {
                anchors[anchored.Anchor.Value] = node;
            }

            Place(node, here is Scalar ? node.Text ?? "" : null, open, keys, documents);
            if (here is MappingStart or SequenceStart)
            {
                sizes[node] = count;
                open.Push((node, here is MappingStart));
                keys.Push(null);
            }
        }
    }

    /// <summary>Puts a value where it belongs: a scalar in a mapping is first a key, then a value.</summary>
    private static void Place(EvidenceNode node, string? text, Stack<(EvidenceNode Node, bool IsMapping)> open, Stack<string?> keys, List<EvidenceNode> documents)
    {
        if (!open.TryPeek(out var parent))
        {
            documents.Add(node);
        }
        else if (!parent.IsMapping)
        {
            parent.Node.Items.Add(node);
        }
        else if (keys.Pop() is { } key)
        {
            parent.Node.Add(key, node);
            keys.Push(null);
        }
        else
        {
            // A key that is not a text names nothing that is looked for.
            keys.Push(text ?? "\0");
        }
    }

    private sealed class LimitException(Mark start, Mark end, string message) : YamlException(start, end, message);

    private static int Line(ParsingEvent here) => (int)here.Start.Line;
}
