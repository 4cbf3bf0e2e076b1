using System.Globalization;
using System.Text;
using TypedPolicy.Generators.Models;
using TypedPolicy.Model.Languages;
using TypedPolicy.Model.Targets;
using TypedPolicy.Model.Writing;

namespace TypedPolicy.Generators;

/// <summary>Writes what an assembly carries as C# attributes of the assembly.</summary>
internal static class CarrierWriter
{
    private const string Open = "[assembly: global::TypedPolicy.";

    /// <summary>Writes an error.</summary>
    public static void Write(Problem problem, StringBuilder source)
    {
        source.Append(Open).Append("PolicyProblem(");
        Literal(problem.Id, source);
        source.Append(", ");
        Literal(problem.Place?.File ?? "", source);
        source.Append(", ")
            .Append(Number(problem.Place?.Line)).Append(", ").Append(Number(problem.Place?.Column)).Append(", ")
            .Append(Number(problem.Place?.EndLine)).Append(", ").Append(Number(problem.Place?.EndColumn)).Append(", ");
        Literal(problem.Message, source);
        source.Append(")]\n");
    }

    /// <summary>Writes a policy: the manifest, each distinct piece of text once, and for each artifact which pieces it is for which targets.</summary>
    public static void Write(CarriedPolicy policy, StringBuilder source)
    {
        source.Append(Open).Append("PolicyManifest(");
        Literal(policy.Module, source);
        source.Append(", ");
        Literal(policy.Version, source);
        source.Append(", ");
        Literal(policy.Declarations, source);
        source.Append(")]\n");

        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var part in policy.Artifacts.SelectMany(a => a.Parts))
        {
            if (!numbers.ContainsKey(part.Text))
            {
                numbers.Add(part.Text, numbers.Count);
                source.Append(Open).Append("PolicyPart(").Append(Number(numbers[part.Text])).Append(", ");
                Literal(part.Text, source);
                source.Append(")]\n");
            }
        }

        foreach (var artifact in policy.Artifacts)
        {
            Write(artifact, numbers, source);
        }
    }

    /// <summary>Writes the list of the classes that the policy comes from.</summary>
    public static void WriteClasses(string classes, StringBuilder source)
    {
        source.Append(Open).Append("PolicyClasses(");
        Literal(classes, source);
        source.Append(")]\n");
    }

    private static void Write(Artifact artifact, Dictionary<string, int> numbers, StringBuilder source)
    {
        var byTarget = Target.All.Select(target => (target.Name, Parts: Parts(artifact, target.Name, numbers)));
        foreach (var group in byTarget.Where(t => t.Parts.Length > 0).GroupBy(t => t.Parts, StringComparer.Ordinal))
        {
            source.Append(Open).Append("PolicyArtifact(");
            Literal(artifact.Path, source);
            source.Append(", ");
            Literal(string.Join(" ", group.Select(t => t.Name)), source);
            source.Append(", ");
            Literal(group.Key, source);
            source.Append(")]\n");
        }
    }

    private static string Parts(Artifact artifact, string target, Dictionary<string, int> numbers) =>
        CarriedParts.Numbers(artifact.Parts.Where(p => p.Targets.Contains(target)).Select(p => numbers[p.Text]));

    private static void Literal(string text, StringBuilder source) => CSharpText.AppendVerbatim(source, text);

    private static string Number(int? number) => (number ?? 0).ToString(CultureInfo.InvariantCulture);
}
