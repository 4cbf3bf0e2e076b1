using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedPolicy.Binding.Reading;
using TypedPolicy.Model;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Binding.Reuse;

/// <summary>
/// A policy that was read class by class, so that the next reading, after an edit, can keep the classes whose files stay. It equals what a
/// reading of everything gives: a class depends on its files, on those of its places, and on the shape of the policy.
/// </summary>
public sealed class PolicyReading
{
    /// <summary>Places in the files of interfaces may become as many before all is read anew.</summary>
    private const int LeastFree = 16;

    private readonly PolicyShape _shape;
    private readonly int _interfacesEnd;
    private readonly ImmutableArray<ClassReading> _classes;

    private PolicyReading(PolicyShape shape, int interfacesEnd, ImmutableArray<ClassReading> classes, BoundPolicy policy, int kept)
    {
        _shape = shape;
        _interfacesEnd = interfacesEnd;
        _classes = classes;
        Policy = policy;
        Kept = kept;
    }

    /// <summary>The policy. Some numbers of places are not in use.</summary>
    public BoundPolicy Policy { get; }

    /// <summary>How many classes were kept from the reading before.</summary>
    public int Kept { get; }

    /// <summary>Reads a compilation.</summary>
    /// <param name="compilation">The compilation; it may have errors.</param>
    /// <param name="before">A reading of it before an edit, if there is one.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static PolicyReading Of(Compilation compilation, PolicyReading? before, CancellationToken cancellation)
    {
        var shape = PolicyShape.Of(compilation, cancellation);
        return (before is not null && before._shape.Equals(shape) ? Read(compilation, before._shape, before, cancellation) : null)
            ?? Read(compilation, shape, null, cancellation)!;
    }

    /// <summary>Reads what has to be read; null if the reading before is of no use.</summary>
    private static PolicyReading? Read(Compilation compilation, PolicyShape shape, PolicyReading? before, CancellationToken cancellation)
    {
        var session = new Session(compilation, "", cancellation);
        var types = session.Places.InOrder(PolicyBinder.Types(compilation.Assembly.GlobalNamespace)).ToArray();
        if (before is not null)
        {
            if (!types.Select(t => t.Name).SequenceEqual(before._classes.Select(c => c.Class)))
            {
                return null;
            }

            session.Places.TakeOver(before.Policy.Places, before.Policy.Locations);
        }

        // 1. The interfaces, which classes apply: each time, with the numbers before all others.
        var findings = ImmutableArray.CreateBuilder<Finding>();
        session.Places.Begin(0, before?._interfacesEnd ?? int.MaxValue);
        ReadInterfaces(compilation, types, session);
        TakeFindings(session, findings);
        var interfacesEnd = before?._interfacesEnd ?? End(0, session.Places.Next);
        var taken = session.Trace;

        // 2. The classes: those that stay first, since they have names that others may not take.
        var kept = types.Select((_, i) => before is not null && before._classes[i].Holds(compilation) ? before._classes[i] : null).ToArray();
        foreach (var old in kept.OfType<ClassReading>())
        {
            taken.Add(old.Taken);
        }

        session.BaseInterfaces.Reserve(taken);
        var classes = ImmutableArray.CreateBuilder<ClassReading>(types.Length);
        for (var (i, start) = (0, interfacesEnd); i < types.Length; start = classes[i].End, i++)
        {
            var read = kept[i] ?? Read(types[i], start, before?._classes[i].End, session);
            classes.Add(read);
            findings.AddRange(read.Findings);
            taken.Add(read.Taken);
        }

        // 3. The assembly.
        session.Trace = taken;
        session.Places.Begin(classes.Count == 0 ? interfacesEnd : classes[classes.Count - 1].End, int.MaxValue);
        var assembly = AssemblyReader.Read(session);
        TakeFindings(session, findings);
        var imported = taken.Imported.Values.OrderBy(d => d.Entity.Name, StringComparer.Ordinal);
        var model = PolicyBinder.Model(compilation, classes.SelectMany(c => c.Declarations), assembly, imported, findings);
        return session.Places.IsOverfull
            ? null
            : new PolicyReading(shape, interfacesEnd, classes.ToImmutable(), new BoundPolicy(model, session.Places.ToPlaces(), session.Places.ToLocations()), kept.Count(c => c is not null));
    }

    private static ClassReading Read(INamedTypeSymbol type, int start, int? end, Session session)
    {
        session.Places.Begin(start, end ?? int.MaxValue);
        session.Trace = new Trace();
        var reader = new DeclarationReader(session);
        reader.Read(type, self: null, Origin.None, type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat));
        var findings = ImmutableArray.CreateBuilder<Finding>();
        TakeFindings(session, findings);
        var trees = type.DeclaringSyntaxReferences.Select(r => r.SyntaxTree).Concat(session.Places.Trees).Distinct();
        return new ClassReading(type.Name, start, end ?? End(start, session.Places.Next), [.. trees], reader.Declarations, findings.ToImmutable(), session.Trace);
    }

    /// <summary>Reads the interfaces in the files that may hold some, so that no class has to.</summary>
    private static void ReadInterfaces(Compilation compilation, IEnumerable<INamedTypeSymbol> types, Session session)
    {
        var files = new HashSet<SyntaxTree>(compilation.SyntaxTrees.Where(t => TreeShape.Of(t, session.Cancellation).MayHoldInterfaces));
        foreach (var type in types.Where(t => t.DeclaringSyntaxReferences.Any(r => files.Contains(r.SyntaxTree))))
        {
            Visit(type);
        }

        void Visit(INamedTypeSymbol type)
        {
            if (type.BaseType is { SpecialType: SpecialType.None })
            {
                session.Interfaces.Declaration(type);
            }

            foreach (var nested in type.GetTypeMembers())
            {
                Visit(nested);
            }
        }
    }

    private static void TakeFindings(Session session, ImmutableArray<Finding>.Builder into)
    {
        into.AddRange(session.Findings.Select(f => f with { Spot = session.Places.Narrow(f.Spot, session.Cancellation) }));
        session.Findings.Clear();
    }

    /// <summary>The end of a block: what is typed into it next has room.</summary>
    private static int End(int start, int next) => next + Math.Max(LeastFree, next - start);
}
