using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedPolicy.Learning.Compiling;
using TypedPolicy.Learning.Explaining;
using TypedPolicy.Model.Languages;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Learning.Editing;

/// <summary>Writes edits into the C# of a policy: permissions go into the attribute that a target has already, everything else below what is there.</summary>
internal sealed class PolicyEditor
{
    private readonly CompiledPolicy _policy;
    private readonly WrittenNames _names;
    private readonly Dictionary<SyntaxTree, EditedFile> _files = [];
    private readonly Dictionary<TypeDeclarationSyntax, EditedClass> _classes = [];
    private readonly List<string> _problems = [];
    private EditedClass? _first;
    private readonly SortedDictionary<string, (string Name, SortedSet<string> Attributes)> _below = new(StringComparer.Ordinal);

    private PolicyEditor(CompiledPolicy policy, Func<string, bool> exists) => (_policy, _names) = (policy, new(policy, exists));

    /// <summary>The files that change, by their paths.</summary>
    /// <param name="policy">The C#.</param>
    /// <param name="edits">The edits, in order.</param>
    /// <param name="exists">Whether the linked policy has a type.</param>
    /// <param name="problems">What cannot be written, and why.</param>
    public static ImmutableArray<EditedText> Edit(CompiledPolicy policy, IReadOnlyCollection<PolicyEdit> edits, Func<string, bool> exists, out ImmutableArray<string> problems)
    {
        var editor = new PolicyEditor(policy, exists);
        editor.Declarations(edits);
        editor.Interfaces(edits.OfType<InterfaceEdit>());
        editor.Access([.. edits.OfType<AccessEdit>()]);
        editor.Ioctl(edits.OfType<IoctlEdit>());
        editor.TypeTransitions(edits.OfType<TypeTransitionEdit>());
        editor.OwnPorts(edits.OfType<OwnPortEdit>());
        editor.OwnTypes(edits.OfType<OwnTypeEdit>());
        editor.Transitions(edits.OfType<TransitionEdit>());
        editor.Finish();
        problems = [.. editor._problems.Distinct()];
        return
        [
            .. editor._files.Values.Select(f => new EditedText(f.Path, f.Text, f.Changed())).Where(t => !t.After.ContentEquals(t.Before)).OrderBy(t => t.Path, StringComparer.Ordinal),
        ];
    }

    /// <summary>The SELinux name of a class in that of a domain.</summary>
    public static string NestedType(string domain, string name) => NameOf.Of(name, EntityKind.Type, NameOf.Stem(domain, EntityKind.Type));

    private void Declarations(IEnumerable<PolicyEdit> edits)
    {
        foreach (var (domain, name) in edits.Select(e => e switch { OwnTypeEdit own => (own.On, own.Name), OwnPortEdit port => (port.On, Explaining.OwnPorts.ClassName), _ => ("", "") }).Where(e => e.Item1.Length > 0).Distinct())
        {
            if (_names.Find(domain) is { } owner && _names.Find(NestedType(domain, name)) is null)
            {
                _names.Declare(NestedType(domain, name), owner.Symbol, name);
                if (ClassOf(domain) is { } around)
                {
                    around.File.Shadow(around.Position, name);
                }
            }
        }
    }

    private void Interfaces(IEnumerable<InterfaceEdit> edits)
    {
        foreach (var edit in edits.OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            if (ClassOf(edit.On) is not { } on)
            {
                continue;
            }

            if (_policy.Binding(edit.Name, 0) is not { } binding)
            {
                _problems.Add($"No binding of {edit.Name} is referenced.");
            }
            else if (!Attributes(on).Any(a => SymbolEqualityComparer.Default.Equals(a.Class, binding)))
            {
                on.Add(WithoutEnding(on.File.NameOf(binding, on.Position)));
            }
        }
    }

    private void Access(IReadOnlyCollection<AccessEdit> edits)
    {
        foreach (var rule in edits.GroupBy(e => (e.On, e.Word, e.Target)).OrderByDescending(g => g.Key.Word == "Allow").ThenBy(g => g.Key.Target, StringComparer.Ordinal))
        {
            var permissions = rule.GroupBy(e => e.Class).ToImmutableSortedDictionary(g => g.Key, g => g.SelectMany(e => e.Permissions).ToImmutableSortedSet(StringComparer.Ordinal), StringComparer.Ordinal);
            if (!HasClass(rule.Key.On) && _names.Find(rule.Key.On) is not { IsDeclaration: true } && ClassOf(rule.Key.Target) is { } beside)
            {
                // A domain of others, which needs something of the project's.
                if (_names.Of(rule.Key.Target, beside.File, beside.Position) is { } written && PermissionArguments.Of(permissions, beside.File, beside.Position) is { } arguments)
                {
                    Below(beside, rule.Key.On, $"{Library(beside, rule.Key.Word, 1)}<{written}>({arguments})");
                }
            }
            else if (ClassOf(rule.Key.On) is { } on)
            {
                Access(on, rule.Key.Word, rule.Key.Target, permissions);
            }
        }
    }

    private void Access(EditedClass on, string word, string target, ImmutableSortedDictionary<string, ImmutableSortedSet<string>> permissions, bool isOwner = false)
    {
        if (_names.Of(target, on.File, on.Position) is not { } written)
        {
            _problems.Add($"The policy has no type {target}.");
        }
        else if (Attributes(on).FirstOrDefault(a => a.Class.MetadataName == $"{word}Attribute`1" && IsLibrary(a.Class) && _names.TypeOf(a.Class.TypeArguments[0]) == target && a.Syntax.ArgumentList?.Arguments.Count > 0) is { Syntax: { } there })
        {
            if (!PermissionArguments.AddTo(there, permissions, on.File, on.Position))
            {
                _problems.Add($"The project has no enum of the permissions of {string.Join(", ", permissions.Keys)}.");
            }
        }
        else if (PermissionArguments.Of(permissions, on.File, on.Position, isOwner) is { } arguments)
        {
            on.Add($"{Library(on, word, 1)}<{written}>({arguments})");
        }
        else
        {
            _problems.Add($"The project has no enum of the permissions of {string.Join(", ", permissions.Keys)}.");
        }
    }

    private void Ioctl(IEnumerable<IoctlEdit> edits)
    {
        foreach (var edit in edits.GroupBy(e => (e.On, e.Target, e.Class)).OrderBy(g => g.Key.Target, StringComparer.Ordinal))
        {
            var requests = string.Join(", ", edit.SelectMany(e => e.Requests).Distinct().Order().Select(r => "0x" + r.ToString("x4", CultureInfo.InvariantCulture)));
            if (ClassOf(edit.Key.On) is { } on && _names.Of(edit.Key.Target, on.File, on.Position) is { } written && _policy.Compilation.GetTypeByMetadataName($"TypedPolicy.{AccessCode.EnumOf(edit.Key.Class)}") is { } @enum)
            {
                on.Add($"{Library(on, "AllowIoctl", 2)}<{written}, {on.File.NameOf(@enum, on.Position)}>(\"{requests}\")");
            }
        }
    }

    private void TypeTransitions(IEnumerable<TypeTransitionEdit> edits)
    {
        foreach (var edit in edits.GroupBy(e => (e.On, e.Directory, e.Result, e.Interface)).OrderBy(g => g.Key.Directory, StringComparer.Ordinal).ThenBy(g => g.Key.Result, StringComparer.Ordinal))
        {
            if (ClassOf(edit.Key.On) is not { } on)
            {
                continue;
            }

            var (directory, result) = (_names.Of(edit.Key.Directory, on.File, on.Position), _names.Of(edit.Key.Result, on.File, on.Position));
            if (directory is null || result is null)
            {
                _problems.Add($"The policy has no type {(directory is null ? edit.Key.Directory : edit.Key.Result)}.");
                continue;
            }

            foreach (var @class in edit.SelectMany(e => e.Classes).Distinct().Order(StringComparer.Ordinal).DefaultIfEmpty("file"))
            {
                var enums = $"typeof({on.File.NameOf(_policy.Compilation.GetTypeByMetadataName($"TypedPolicy.{AccessCode.EnumOf(@class)}")!, on.Position)})";
                on.Add(edit.Key.Interface is { } name && _policy.Binding(name, 1) is { } binding
                    ? $"{WithoutEnding(on.File.NameOf(binding.ConstructUnboundGenericType(), on.Position).Replace("<>", "", StringComparison.Ordinal))}<{result}>({enums})"
                    : $"{Library(on, "TypeTransition", 2)}<{directory}, {result}>({enums})");
            }
        }
    }

    private void OwnTypes(IEnumerable<OwnTypeEdit> edits)
    {
        foreach (var type in edits.GroupBy(e => (e.On, e.Name)).OrderBy(g => g.Key.Name, StringComparer.Ordinal))
        {
            if (ClassOf(type.Key.On) is not { } on)
            {
                continue;
            }

            var permissions = type.Where(e => !e.Permissions.IsEmpty).GroupBy(e => e.Class).ToImmutableSortedDictionary(g => g.Key, g => g.SelectMany(e => e.Permissions).ToImmutableSortedSet(StringComparer.Ordinal), StringComparer.Ordinal);
            var trees = type.SelectMany(e => e.Paths).Where(p => p.IsTree).Select(p => p.Path).ToHashSet(StringComparer.Ordinal);
            var labels = type.SelectMany(e => e.Paths).Where(p => p.IsTree || !trees.Any(t => p.Path.StartsWith(t + "/", StringComparison.Ordinal) || p.Path == t)).Distinct().OrderBy(p => p.Path, StringComparer.Ordinal)
                .Select(p => $"{Library(on, p.IsTree ? "FileContextTree" : "FileContext", 0)}({CSharpText.Literal(p.Path)})").ToList();
            if (_names.Find(NestedType(type.Key.On, type.Key.Name)) is { } known && ClassOf(known.Entity.Name) is { } there)
            {
                // There is such a class: it gets what it lacks.
                labels.ForEach(l => Missing(there, l));
                if (!permissions.IsEmpty)
                {
                    Access(there, "AllowFrom", "owner", permissions);
                }

                continue;
            }

            var mark = type.Select(e => e.Mark).FirstOrDefault(m => m is not null) is { } name && _policy.Binding(name, 0) is { } binding ? WithoutEnding(on.File.NameOf(binding, on.Position)) : null;
            var access = PermissionArguments.Of(permissions, on.File, on.Position, isOwner: true);
            var lines = new List<string> { $"/// <summary>Its {type.First().Purpose}.</summary>", $"[{string.Join(", ", new[] { Library(on, "FileType", 0), mark }.OfType<string>().Concat(labels))}]" };
            if (access is { Length: > 0 })
            {
                lines.Add($"[{Library(on, "AllowFrom", 1)}<{_names.Of("owner", on.File, on.Position)}>({access})]");
            }

            on.AddMember(string.Join("\n", lines) + $"\npublic sealed class {type.Key.Name};\n");
        }
    }

    private void OwnPorts(IEnumerable<OwnPortEdit> edits)
    {
        foreach (var domain in edits.GroupBy(e => e.On).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            if (ClassOf(domain.Key) is not { } on)
            {
                continue;
            }

            var type = NestedType(domain.Key, Explaining.OwnPorts.ClassName);
            var labels = domain.GroupBy(e => e.Class).SelectMany(c => Explaining.OwnPorts.Labels(c.Key, c.SelectMany(e => e.Ports))).Order(StringComparer.Ordinal).Select(l => $"{Library(on, "Port", 0)}({l})").ToList();
            if (_names.Find(type) is not null && ClassOf(type) is { } there)
            {
                labels.ForEach(l => Missing(there, l));
            }
            else
            {
                _ = on.File.NameOf(_policy.Compilation.GetTypeByMetadataName("TypedPolicy.Protocol")!, on.Position);
                on.AddMember($"/// <summary>Where it listens.</summary>\n[{Library(on, "PortType", 0)}, {string.Join(", ", labels)}]\npublic sealed class {Explaining.OwnPorts.ClassName};\n");
            }
        }
    }

    private void Transitions(IEnumerable<TransitionEdit> edits)
    {
        foreach (var transition in edits.GroupBy(e => (e.On, e.Target)).OrderBy(g => g.Key.On, StringComparer.Ordinal).ThenBy(g => g.Key.Target, StringComparer.Ordinal))
        {
            var restricted = transition.Any(e => e.NoNewPrivileges);
            if (HasClass(transition.Key.On) && ClassOf(transition.Key.On) is { } on)
            {
                Transition(on, transition.Key.Target, restricted);
            }
            else if (ClassOf(transition.Key.Target) is { } beside && _names.Of(transition.Key.Target, beside.File, beside.Position) is { } entered)
            {
                Below(beside, transition.Key.On, $"{Library(beside, "DomainTransition", 1)}<{entered}>{(restricted ? "(NoNewPrivileges = true)" : "")}");
            }
        }
    }

    /// <summary>Puts an attribute on a new class for the rules of a type of others.</summary>
    private void Below(EditedClass beside, string type, string attribute)
    {
        if (!_below.TryGetValue(type, out var lines))
        {
            if (_names.Of(type, beside.File, beside.Position) is not { } source)
            {
                _problems.Add($"The policy has no type {type}.");
                return;
            }

            var name = _names.Free($"RulesOf{NameOf.Pascal(NameOf.Stem(type, EntityKind.Type))}");
            _below.Add(type, lines = (name, new(StringComparer.Ordinal) { $"{Library(beside, "RulesFor", 1)}<{source}>" }));
        }

        lines.Attributes.Add(attribute);
    }

    private void Transition(EditedClass on, string target, bool restricted)
    {
        var there = Attributes(on).FirstOrDefault(a => a.Class.MetadataName == "DomainTransitionAttribute`1" && IsLibrary(a.Class) && _names.TypeOf(a.Class.TypeArguments[0]) == target).Syntax;
        if (there is null && _names.Of(target, on.File, on.Position) is { } written)
        {
            on.Add($"{Library(on, "DomainTransition", 1)}<{written}>{(restricted ? "(NoNewPrivileges = true)" : "")}");
        }
        else if (there is { ArgumentList: null } && restricted)
        {
            on.File.Insert(there.Span.End, "(NoNewPrivileges = true)");
        }
    }

    private void Finish()
    {
        if (_first is { } beside)
        {
            var outermost = beside.Declaration.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Last();
            var indent = beside.File.IndentAt(outermost.SpanStart);
            var externals = string.Concat(_names.Externals.Select(e => $"{indent}[{Library(beside, "External", 0)}({CSharpText.Literal(e.Type)})] {(outermost.Modifiers.Any(m => m.Text == "public") ? "public" : "internal")} sealed class {e.Class};\n"));
            var classes = string.Concat(_below.Values.Select(b => $"\n{string.Concat(b.Attributes.OrderByDescending(a => a.StartsWith("RulesFor", StringComparison.Ordinal)).Select(a => $"{indent}[{a}]\n"))}{indent}public static class {b.Name};\n"));
            var last = externals.Length == 0 ? null : LastExternal(outermost);
            Below(beside.File, outermost, classes + (last is null && externals.Length > 0 ? "\n" + externals : ""));
            if (last is not null)
            {
                Below(beside.File, last, externals);
            }
        }

        foreach (var edited in _classes.Values)
        {
            edited.Finish();
        }
    }

    private static void Below(EditedFile file, SyntaxNode node, string text)
    {
        if (text.Length > 0)
        {
            var line = file.Text.Lines.GetLineFromPosition(node.Span.End);
            var isOpen = line.EndIncludingLineBreak == line.End;
            file.Insert(line.EndIncludingLineBreak, isOpen ? "\n" + text.TrimEnd('\n') : text);
        }
    }

    /// <summary>The last class beside another that stands for a type of others.</summary>
    private static TypeDeclarationSyntax? LastExternal(TypeDeclarationSyntax beside) =>
        beside.Parent?.ChildNodes().OfType<TypeDeclarationSyntax>().LastOrDefault(d => d.AttributeLists.SelectMany(l => l.Attributes).Any(a => a.Name.ToString() is "External" or "TypedPolicy.External"));

    private void Missing(EditedClass on, string attribute)
    {
        var plain = Plain(attribute);
        if (!on.Declaration.AttributeLists.SelectMany(l => l.Attributes).Any(a => Plain(a.ToString()) == plain))
        {
            on.Add(attribute);
        }

        static string Plain(string text) => text.Replace(" ", "", StringComparison.Ordinal);
    }

    private bool HasClass(string type) => DeclarationOf(type) is not null;

    private TypeDeclarationSyntax? DeclarationOf(string type) =>
        _names.Find(type) is { IsDeclaration: true, Symbol: var symbol } && SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, _policy.Compilation.Assembly)
            ? symbol.DeclaringSyntaxReferences.Select(r => r.GetSyntax()).OfType<TypeDeclarationSyntax>().Where(d => IsOwn(d.SyntaxTree)).MaxBy(d => d.AttributeLists.Count)
            : RulesFor(type);

    private EditedClass? ClassOf(string type)
    {
        var declaration = DeclarationOf(type);
        if (declaration is null)
        {
            _problems.Add($"The project has no class of {type} that can be edited.");
            return null;
        }

        if (!_classes.TryGetValue(declaration, out var edited))
        {
            var tree = declaration.SyntaxTree;
            if (!_files.TryGetValue(tree, out var file))
            {
                _files.Add(tree, file = new(_policy.Compilation.GetSemanticModel(tree)));
            }

            _classes.Add(declaration, edited = new(file, declaration));
        }

        _first ??= edited;
        return edited;
    }

    private TypeDeclarationSyntax? RulesFor(string type) =>
        (from tree in _policy.Compilation.SyntaxTrees.Where(IsOwn)
         let model = _policy.Compilation.GetSemanticModel(tree)
         from attribute in tree.GetRoot().DescendantNodes().OfType<AttributeSyntax>().Where(a => a.Name.ToString().Contains("RulesFor<", StringComparison.Ordinal))
         where ClassOf(model, attribute) is { TypeArguments: [var of] } && _names.TypeOf(of) == type
         select attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>()).FirstOrDefault();

    private bool IsOwn(SyntaxTree tree) => _policy.Sources.Own.ContainsKey(tree.FilePath);

    private static IEnumerable<(AttributeSyntax Syntax, INamedTypeSymbol Class)> Attributes(EditedClass carrier) =>
        carrier.Declaration.AttributeLists.SelectMany(l => l.Attributes).Select(a => (Syntax: a, Class: ClassOf(carrier.File.Model, a))).Where(a => a.Class is not null).Select(a => (a.Syntax, a.Class!));

    private static INamedTypeSymbol? ClassOf(SemanticModel model, AttributeSyntax attribute) => model.GetTypeInfo(attribute).Type as INamedTypeSymbol;

    private static bool IsLibrary(INamedTypeSymbol type) => type.ContainingNamespace is { Name: "TypedPolicy", ContainingNamespace.IsGlobalNamespace: true };

    private string Library(EditedClass on, string word, int arity)
    {
        var type = _policy.Compilation.GetTypeByMetadataName($"TypedPolicy.{word}Attribute{(arity == 0 ? "" : "`" + arity.ToString(CultureInfo.InvariantCulture))}")!;
        var name = on.File.NameOf(type, on.Position);
        return WithoutEnding(name.Split('<')[0]);
    }

    private static string WithoutEnding(string name) => name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name;
}
