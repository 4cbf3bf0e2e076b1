using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using TypedPolicy.Model;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Analyzers.Shared;

/// <summary>A remedy as the properties of a diagnostic, by which an analyzer tells a fix what to write: the one place that writes and reads them.</summary>
public static class RemedyProperties
{
    private const string Kind = "Remedy";

    private static readonly ImmutableArray<Form> Forms =
    [
        Form.Of<WriteText>(r => [r.Text], v => new(v[0]!)),
        Form.Of<WriteCode>(r => [r.CSharp], v => new(v[0]!)),
        Form.Of<GiveName>(r => [r.Name], v => new(v[0]!)),
        Form.Of<CorrectName>(r => [r.Wrong, r.Right], v => new(v[0]!, v[1]!)),
        Form.Of<MakeStatic>(r => [], v => new()),
        Form.Of<CloseTemplate>(r => [r.CSharp], v => new(v[0]!)),
        Form.Of<KeepOneKind>(r => [.. r.Kinds], v => new(EquatableArray.From(v.OfType<string>()))),
        Form.Of<AddKind>(r => [.. r.Kinds], v => new(EquatableArray.From(v.OfType<string>()))),
        Form.Of<RemoveKind>(r => [r.Kind], v => new(v[0]!)),
        Form.Of<ChangeKind>(r => [r.Kind], v => new(v[0]!)),
        Form.Of<WriteMember>(r => [r.Attribute], v => new(v[0]!)),
        Form.Of<SwapBounds>(r => [], v => new()),
        Form.Of<RemoveAttribute>(r => [], v => new()),
        Form.Of<WriteInterfaces>(r => [.. r.CSharpNames], v => new(EquatableArray.From(v.OfType<string>()))),
        Form.Of<AddInterface>(r => [r.CSharpName], v => new(v[0]!)),
        Form.Of<MoveToOptionalBlock>(r => [r.Module], v => new(v[0]!)),
        Form.Of<LabelPath>(r => [r.Path], v => new(v[0]!)),
        Form.Of<JoinAttribute>(r => [r.Attribute, r.Class], v => new(v[0]!, v[1]!)),
        Form.Of<AllowRole>(r => [r.Role, r.Class], v => new(v[0]!, v[1]!)),
        Form.Of<AllowFileTransition>(
            r => [.. r.Missing.SelectMany(m => new[] { m.IsOnTarget ? "target" : "result", m.ObjectClass, m.Permission })],
            v => new(EquatableArray.From(Rows(v, 3).Select(m => new TransitionAccess(m[0] == "target", m[1]!, m[2]!))))),
        Form.Of<AddAccess>(
            r => [r.Interface, r.Class, .. r.Missing.SelectMany(m => new[] { m.Target, m.TargetClass, m.ObjectClass, m.Permission, m.Made })],
            v => new(EquatableArray.From(Rows([.. v.Skip(2)], 5).Select(m => new MissingAccess(m[0]!, m[1], m[2]!, m[3], m[4]))), v[0], v[1])),
    ];

    /// <summary>The properties of a remedy; none if there is no remedy.</summary>
    /// <param name="remedy">The remedy.</param>
    public static ImmutableDictionary<string, string?> Write(Remedy? remedy)
    {
        if (remedy is null)
        {
            return ImmutableDictionary<string, string?>.Empty;
        }

        var form = Forms.First(f => f.Type == remedy.GetType());
        return form.Write(remedy).Select((value, i) => new KeyValuePair<string, string?>(Key(i), value))
            .Aggregate(ImmutableDictionary<string, string?>.Empty.Add(Kind, form.Type.Name), (all, one) => all.Add(one.Key, one.Value));
    }

    /// <summary>The remedy of a diagnostic; null if it has none.</summary>
    /// <param name="diagnostic">The diagnostic of an analyzer.</param>
    public static Remedy? Read(Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(Kind, out var kind) || Forms.FirstOrDefault(f => f.Type.Name == kind) is not { } form)
        {
            return null;
        }

        var values = new List<string?>();
        while (diagnostic.Properties.TryGetValue(Key(values.Count), out var value))
        {
            values.Add(value);
        }

        return form.Read([.. values]);
    }

    private static string Key(int index) => index.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string?[]> Rows(string?[] values, int length) => Enumerable.Range(0, values.Length / length).Select(i => values.Skip(i * length).Take(length).ToArray());

    /// <summary>How a kind of remedy is written and read.</summary>
    private sealed record Form(Type Type, Func<Remedy, string?[]> Write, Func<string?[], Remedy> Read)
    {
        public static Form Of<T>(Func<T, string?[]> write, Func<string?[], T> read)
            where T : Remedy =>
            new(typeof(T), remedy => write((T)remedy), values => read(values));
    }
}
