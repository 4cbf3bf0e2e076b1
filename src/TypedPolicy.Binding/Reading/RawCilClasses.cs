using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedPolicy.Binding.Vocabulary;
using TypedPolicy.Model;
using TypedPolicy.Model.Cil;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Binding.Reading;

/// <summary>
/// Checks the object classes and permissions that raw CIL names. Known are those of the library and of the targets, of the enums that this project and its references have, and
/// what raw CIL declares itself. libsepol rejects an unknown one only where it is linked with a base that has all of its classes.
/// </summary>
internal sealed class RawCilClasses(Session session)
{
    private static readonly HashSet<string> Operators = new(StringComparer.Ordinal) { "and", "or", "not", "xor", "all" };

    private static readonly HashSet<string> Declaring = new(StringComparer.Ordinal) { "class", "common", "classmap", "classpermission", "permissionx" };

    // The permissions of a class: null where they are not known.
    private readonly Dictionary<string, HashSet<string>?> _classes = new(StringComparer.Ordinal);
    private bool _knowsLibrary;
    private bool _knowsOthers;

    /// <summary>Reports what is unknown in the statements of one attribute.</summary>
    /// <param name="statements">The statements.</param>
    /// <param name="text">The text that they were read from.</param>
    /// <param name="spot">The argument that holds the text.</param>
    public void Check(ImmutableArray<CilNode> statements, string text, Spot spot)
    {
        var named = new List<(CilAtom Class, IEnumerable<CilAtom> Permissions)>();
        foreach (var statement in statements)
        {
            Collect(statement, [], named);
        }

        foreach (var (@class, permissions) in named)
        {
            if (!TryGet(@class.Text, out var known))
            {
                var near = Similar.To(@class.Text, _classes.Keys);
                Report(@class, near is null ? RuleCatalogue.UnknownPermission.UnknownClass.With(@class.Text) : RuleCatalogue.UnknownPermission.MisspeltClass.With(@class.Text, near));
                continue;
            }

            foreach (var permission in permissions.Where(p => known is not null && !known.Contains(p.Text) && !IsOfTarget(@class.Text, p.Text)))
            {
                Report(permission, Similar.To(permission.Text, known!) is { } near
                    ? RuleCatalogue.UnknownPermission.MisspeltOfClass.With(@class.Text, permission.Text, near)
                    : RuleCatalogue.UnknownPermission.NotOfClass.With(@class.Text, permission.Text));
            }
        }

        void Report(CilAtom atom, RuleText message) =>
            session.Report(message, spot with { Start = PositionOf(atom, statements, text), Length = atom.Text.Length });
    }

    /// <summary>Whether the base of some target has a permission that the library does not have, since kernels no longer check it.</summary>
    private static bool IsOfTarget(string @class, string permission) =>
        Model.Targets.TargetTable.Targets.Any(t => t.Adds(@class, permission));

    /// <summary>Finds the classes of a statement, and of the statements in it.</summary>
    /// <param name="node">The statement.</param>
    /// <param name="parameters">The parameters of the macros around it, which may stand for classes and permissions.</param>
    /// <param name="into">Each class with the permissions that rules name of it.</param>
    private static void Collect(CilNode node, ImmutableHashSet<string> parameters, List<(CilAtom Class, IEnumerable<CilAtom> Permissions)> into)
    {
        if (node is not CilList { Keyword: { } keyword } statement)
        {
            return;
        }

        var items = statement.Items;
        switch (keyword)
        {
            case "allow" or "auditallow" or "dontaudit" or "neverallow" or "deny":
                Permissions(At(3));
                break;
            case "allowx" or "auditallowx" or "dontauditx" or "neverallowx":
                Class((At(3) as CilList)?.Items.Skip(1).FirstOrDefault());
                break;
            case "permissionx":
                Class((At(2) as CilList)?.Items.Skip(1).FirstOrDefault());
                break;
            case "classpermissionset" or "constrain" or "mlsconstrain":
                Permissions(At(keyword == "classpermissionset" ? 2 : 1));
                break;
            case "classmapping":
                Permissions(At(3));
                break;
            case "typetransition" or "typechange" or "typemember" or "rangetransition" or "roletransition":
                Class(At(3));
                break;
            case "validatetrans" or "mlsvalidatetrans" or "defaultuser" or "defaultrole" or "defaulttype" or "defaultrange":
                foreach (var @class in At(1) is { } one ? (one as CilList)?.Items ?? EquatableArray.Of(one) : EquatableArray<CilNode>.Empty)
                {
                    Class(@class);
                }

                break;
            case "macro":
                foreach (var parameter in (At(2) as CilList)?.Items.OfType<CilList>() ?? [])
                {
                    parameters = parameters.Union(parameter.Items.OfType<CilAtom>().Select(a => a.Text));
                }

                Nested(3);
                break;
            case "optional" or "booleanif" or "tunableif" or "block" or "in" or "true" or "false":
                Nested(1);
                break;
        }

        CilNode? At(int index) => index < items.Count ? items[index] : null;

        void Nested(int from)
        {
            foreach (var item in items.Skip(from))
            {
                Collect(item, parameters, into);
            }
        }

        void Class(CilNode? @class)
        {
            if (@class is CilAtom atom && !IsElsewhere(atom))
            {
                into.Add((atom, []));
            }
        }

        void Permissions(CilNode? said)
        {
            // An atom is the name of a set, which has permissions of its own.
            if (said is CilList { Items: { Count: > 0 } set } && set[0] is CilAtom @class && !IsElsewhere(@class))
            {
                into.Add((@class, [.. set.Skip(1).SelectMany(Atoms).Where(a => !Operators.Contains(a.Text) && !IsElsewhere(a))]));
            }
        }

        bool IsElsewhere(CilAtom atom) => parameters.Contains(atom.Text) || atom.Text.Contains('.');
    }

    private static IEnumerable<CilAtom> Atoms(CilNode node) => node switch
    {
        CilAtom atom => [atom],
        CilList list => list.Items.SelectMany(Atoms),
        _ => [],
    };

    private bool TryGet(string name, out HashSet<string>? permissions)
    {
        if (!_knowsLibrary)
        {
            _knowsLibrary = true;
            Add(session.Compilation.GetTypeByMetadataName("TypedPolicy.FilePerms")?.ContainingNamespace);
        }

        if (!_classes.TryGetValue(name, out permissions) && !_knowsOthers)
        {
            _knowsOthers = true;
            Add(session.Compilation.Assembly.GlobalNamespace);
            foreach (var assembly in session.Compilation.SourceModule.ReferencedAssemblySymbols.Where(a => a.Name != AttributeClassifier.Library && a.Modules.Any(m => m.ReferencedAssemblies.Any(r => r.Name == AttributeClassifier.Library))))
            {
                Add(assembly.GlobalNamespace);
            }
        }

        return _classes.TryGetValue(name, out permissions);
    }

    /// <summary>The classes of all enums in a namespace, and those that raw CIL on its classes declares.</summary>
    private void Add(INamespaceOrTypeSymbol? around)
    {
        foreach (var member in around?.GetMembers().OfType<INamespaceOrTypeSymbol>() ?? [])
        {
            if (member is INamedTypeSymbol { TypeKind: TypeKind.Enum } type)
            {
                var read = session.Enums.Of(type);
                if (read.Entity.Kind is EntityKind.ObjectClass or EntityKind.ClassMap)
                {
                    // What is known of an external class is what the enum has of it.
                    Declare(read.Entity.Name, read.Members.Select(m => m.Name));
                }
            }
            else
            {
                AddRaw(member);
                Add(member);
            }
        }

        if (around is INamespaceSymbol { IsGlobalNamespace: true, ContainingAssembly: { } assembly })
        {
            AddRaw(assembly);
        }
    }

    private void AddRaw(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes().Where(a => session.Attributes.Of(a) == AttributeKind.RawCil))
        {
            if (attribute.Text(0) is { } text && CilReader.TryRead(text, out var nodes, out _, out _))
            {
                foreach (var declaration in nodes.OfType<CilList>().Where(n => n.Keyword is { } keyword && Declaring.Contains(keyword)))
                {
                    if (declaration.Items is [_, CilAtom name, ..])
                    {
                        Declare(name.Text, null);
                    }
                }
            }
        }
    }

    private void Declare(string name, IEnumerable<string>? permissions)
    {
        if (!_classes.TryGetValue(name, out var known))
        {
            _classes.Add(name, permissions is null ? null : new HashSet<string>(permissions, StringComparer.Ordinal));
        }
        else if (permissions is null)
        {
            _classes[name] = null;
        }
        else
        {
            known?.UnionWith(permissions);
        }
    }

    /// <summary>Where an atom is in the text: as the reader does it, so the one of that number.</summary>
    private static int PositionOf(CilAtom atom, ImmutableArray<CilNode> statements, string text)
    {
        var number = statements.SelectMany(Atoms).TakeWhile(a => !ReferenceEquals(a, atom)).Count();
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '"':
                    at = text.IndexOf('"', at + 1);
                    break;
                case ';':
                    at = text.IndexOfAny(['\n', '\r'], at) is var end and >= 0 ? end : text.Length;
                    break;
                case var c when CilAtom.IsSymbol(c.ToString()):
                    if (number-- == 0)
                    {
                        return at;
                    }

                    while (at + 1 < text.Length && CilAtom.IsSymbol(text[at + 1].ToString()))
                    {
                        at++;
                    }

                    break;
            }
        }

        return 0;
    }
}
