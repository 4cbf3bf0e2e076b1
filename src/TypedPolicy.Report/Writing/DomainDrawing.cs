using System.Globalization;
using TypedPolicy.Model.Languages;
using TypedPolicy.Report.Facts;

namespace TypedPolicy.Report.Writing;

/// <summary>One domain as an SVG, between those that start it and those that it starts.</summary>
internal sealed class DomainDrawing
{
    private const double Character = 7.3;
    private const int MaxShown = 40;
    private const int Row = 50;
    private const int Box = 40;
    private const int Gap = 110;
    private const int Top = 34;
    private const int TextLength = 44;

    private const string Style = """
        text { font: 12px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #1d2226 }
        .by { font-size: 11px; fill: #59636b } .title { font: 600 12px system-ui, "DejaVu Sans", sans-serif; fill: #59636b }
        rect { fill: #fff; stroke: #b9bfc4 } .own rect { fill: #e6f0f6; stroke: #0b5c8a } .here rect { fill: #0b5c8a; stroke: #0b5c8a } .here text { fill: #fff; font-weight: 700 }
        .edge { fill: none; stroke: #8a949b; stroke-width: 1.2 } .asked { stroke-dasharray: 5 4 } .tip { fill: #8a949b }
        @media (prefers-color-scheme: dark) {
          text { fill: #e6e9eb } .by, .title { fill: #a3adb4 } rect { fill: #1c2125; stroke: #4c565d } .own rect { fill: #1b3442; stroke: #7cc0e8 }
          .here rect { fill: #7cc0e8; stroke: #7cc0e8 } .here text { fill: #1c2125 }
        }
        """;

    private readonly TextWriter _output;
    private readonly PolicyFacts _facts;
    private readonly Lookup _lookup;

    private DomainDrawing(TextWriter output, PolicyFacts facts) => (_output, _facts, _lookup) = (output, facts, new(facts));

    /// <summary>Draws a domain.</summary>
    public static void Write(TextWriter output, PolicyFacts facts, DomainFact domain) => new DomainDrawing(output, facts).Write(domain);

    private void Write(DomainFact domain)
    {
        var (left, right) = (Column(_lookup.Into(domain), t => t.Source), Column(_lookup.From(domain), t => t.Target));
        double[] widths = [Width(left), (_lookup.Name(domain).Length * Character) + 34, Width(right)];
        double[] starts = [4, 4 + widths[0] + Gap, 4 + widths[0] + Gap + widths[1] + Gap];
        var height = Top + (Math.Max(1, Math.Max(left.Count, right.Count)) * Row) + 8;
        var middle = Top + ((height - Top) / 2.0) - 4;
        var total = starts[2] + widths[2] + 4;
        Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{total:0}\" height=\"{height}\" viewBox=\"0 0 {total:0} {height}\" role=\"img\">");
        Line($"<title>{Text(_lookup.Name(domain))}: who starts it, and whom it starts</title>");
        Line($"<style>{Style}</style>");
        Line($"<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\"><path class=\"tip\" d=\"M0 0 L8 4 L0 8 z\"/></marker></defs>");
        Title(left, starts[0], "Started by");
        Title(right, starts[2], "Starts");
        for (var i = 0; i < left.Count; i++)
        {
            Edge(starts[0] + widths[0], At(left, i), starts[1], middle, left[i].IsAsked);
            Node(starts[0], At(left, i), widths[0], left[i], left[i].IsOwn ? "own" : "");
        }

        for (var i = 0; i < right.Count; i++)
        {
            Edge(starts[1] + widths[1], middle, starts[2], At(right, i), right[i].IsAsked);
            Node(starts[2], At(right, i), widths[2], right[i], right[i].IsOwn ? "own" : "");
        }

        Node(starts[1], middle, widths[1], new(_lookup.Name(domain), "", false, true), "here");
        Line($"</svg>");

        double At(List<Neighbour> nodes, int i) => middle - (nodes.Count * Row / 2.0) + (i * Row) + (Row / 2.0);
    }

    // Those that happen by themselves first; of very many the first.
    private List<Neighbour> Column(IEnumerable<TransitionFact> transitions, Func<TransitionFact, int> end)
    {
        var all = transitions.OrderByDescending(t => t.Programs.Any(p => p.IsAutomatic))
            .Select(t => new Neighbour(_facts.Names[end(t)].Name, _lookup.Program(t), !t.Programs.Any(p => p.IsAutomatic), _facts.Names[end(t)].IsOwn && _facts.Base.Length > 0)).ToList();
        return all.Count <= MaxShown ? all : [.. all.Take(MaxShown - 1), new($"and {all.Count - MaxShown + 1} more", "", true, false)];
    }

    private static double Width(List<Neighbour> nodes) => nodes.Select(n => Math.Max(Cut(n.Name).Length * Character, Cut(n.By).Length * 6.7) + 26).Append(150).Max();

    private void Title(List<Neighbour> nodes, double x, string text)
    {
        if (nodes.Count > 0)
        {
            Line($"<text class=\"title\" x=\"{x:0}\" y=\"18\">{text}</text>");
        }
    }

    private void Edge(double x1, double y1, double x2, double y2, bool isAsked) =>
        Line($"<path class=\"edge{(isAsked ? " asked" : "")}\" d=\"M{x1:0} {y1:0.#} C{x1 + 50:0} {y1:0.#} {x2 - 50:0} {y2:0.#} {x2:0} {y2:0.#}\" marker-end=\"url(#tip)\"/>");

    private void Node(double x, double y, double width, Neighbour node, string kind) =>
        Line($"<g class=\"{kind}\"><rect x=\"{x:0}\" y=\"{y - (Box / 2.0):0.#}\" width=\"{width:0}\" height=\"{Box}\" rx=\"6\"/><text x=\"{x + 12:0}\" y=\"{(node.By.Length > 0 ? y - 3 : y + 4):0.#}\">{Text(Cut(node.Name))}</text>{(node.By.Length > 0 ? string.Create(CultureInfo.InvariantCulture, $"<text class=\"by\" x=\"{x + 12:0}\" y=\"{y + 13:0.#}\">{Text(Cut(node.By))}</text>") : "")}</g>");

    private static string Cut(string text) => text.Length <= TextLength ? text : text[..(TextLength - 1)] + "…";

    private static string Text(string text) => XmlText.Line(text);

    private void Line(FormattableString text) => _output.Write(FormattableString.Invariant(text) + "\n");

    private sealed record Neighbour(string Name, string By, bool IsAsked, bool IsOwn);
}
