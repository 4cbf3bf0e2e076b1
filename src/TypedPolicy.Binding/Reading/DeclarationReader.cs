using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedPolicy.Binding.Entities;
using TypedPolicy.Binding.Places;
using TypedPolicy.Binding.Vocabulary;
using TypedPolicy.Model;
using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Security;
using PolicyTypeKind = TypedPolicy.Model.Targets.TypeKind;

namespace TypedPolicy.Binding.Reading;

/// <summary>Reads the classes, interfaces and enums of the compilation that declare something.</summary>
internal sealed class DeclarationReader(Session session)
{
    private readonly ImmutableArray<Declaration>.Builder _declarations = ImmutableArray.CreateBuilder<Declaration>();

    /// <summary>What was read.</summary>
    public ImmutableArray<Declaration> Declarations => _declarations.ToImmutable();

    /// <summary>Reads a type, and the types nested in it.</summary>
    /// <param name="type">The type.</param>
    /// <param name="self">Where it is nested in a template: the class that derives from that.</param>
    /// <param name="outer">The place of that class.</param>
    /// <param name="csharpName">The name that a person knows it by.</param>
    public void Read(INamedTypeSymbol type, INamedTypeSymbol? self, Origin outer, string csharpName)
    {
        session.Cancellation.ThrowIfCancellationRequested();
        if (self is null && (type.IsImplicitlyDeclared || AttributeClassifier.IsInLibrary(type)))
        {
            return;
        }

        var first = _declarations.Count;
        ReadDeclaration(type, self, outer, csharpName);
        Justify(type, first, outer, csharpName);
    }

    /// <summary>Puts the justifications of a class to what it declares; where it declares nothing itself, to the first that is declared in it.</summary>
    private void Justify(INamedTypeSymbol type, int first, Origin outer, string csharpName)
    {
        if (_declarations.Count == first)
        {
            return;
        }

        var own = first;
        while (own < _declarations.Count && _declarations[own].CSharpName != csharpName)
        {
            own++;
        }

        var hasOwn = own < _declarations.Count;
        var (at, justifications) = (hasOwn ? own : first, JustificationReader.Of(type, session, outer, withBlocks: hasOwn));
        if (justifications.Count > 0)
        {
            _declarations[at] = _declarations[at] with { Justifications = EquatableArray.From(_declarations[at].Justifications.Concat(justifications)) };
        }
    }

    private void ReadDeclaration(INamedTypeSymbol type, INamedTypeSymbol? self, Origin outer, string csharpName)
    {
        var definition = type.OriginalDefinition;
        var origin = session.Places.Of(definition, outer);
        if (BlockReader.IsBlock(type))
        {
            ReadStatic(type, self, (origin, outer), csharpName);
            return;
        }

        if (session.Interfaces.IsInterface(definition))
        {
            session.Trace.HoldsInterface = true;
            if (session.Interfaces.Declaration(definition) is { } declaration)
            {
                _declarations.Add(declaration);
            }

            Shapes.CheckNoBlock(definition, session);
            foreach (var nested in type.GetTypeMembers().Where(n => !BlockReader.IsBlock(n)))
            {
                Read(nested, self, outer, $"{csharpName}.{nested.Name}");
            }

            return;
        }

        if (self is null && session.Entities.IsTemplate(type))
        {
            Shapes.CheckTemplate(type, origin, session);
            CheckNesting(type, origin);
            return;
        }

        var kinds = session.Entities.KindsOf(definition).ToArray();
        Shapes.Check(type, kinds, self, origin, session);
        var entity = session.Entities.Of(type);
        if (entity.Kind == EntityKind.None)
        {
            ReadWithoutSubject(definition, origin, csharpName);
        }
        else
        {
            ReadEntity(type, definition, kinds.FirstOrDefault(), entity, self, (origin, outer), csharpName);
        }

        foreach (var nested in session.Places.InOrder(type.GetTypeMembers()))
        {
            if (entity.Kind == EntityKind.None || !BlockReader.IsBlock(nested))
            {
                Read(nested, self, outer, $"{csharpName}.{nested.Name}");
            }
        }
    }

    private void ReadEntity(INamedTypeSymbol type, INamedTypeSymbol definition, AttributeKind kind, EntityRef entity, INamedTypeSymbol? self, (Origin Own, Origin Outer) places, string csharpName)
    {
        var origin = places.Own;
        var rules = ImmutableArray.CreateBuilder<Rule>();
        var owner = type.ContainingType is { } around ? OwnerOf(around, self) : null;
        var carrier = new Carrier(type, entity, owner, self, InInterface: false, places.Outer);
        session.Rules.Read(definition, carrier, rules);
        session.Blocks.ReadNested(type, carrier, rules);
        var summary = Documentation.SummaryOf(definition, session.Cancellation);
        if (session.Entities.IsExternal(type))
        {
            if (rules.Count > 0)
            {
                _declarations.Add(new ForeignRules(origin, entity, csharpName, summary, rules.ToImmutable()));
            }

            return;
        }

        switch (entity.Kind)
        {
            case EntityKind.Type:
                AddMemberships(type, entity, origin, rules);
                if (kind == AttributeKind.Entrypoint && owner is { } domain)
                {
                    rules.Add(new EntrypointRule(origin, domain, entity));
                }

                if (type.TypeKind == TypeKind.Class)
                {
                    ReadTemplates(type, entity, origin, csharpName, rules);
                }

                _declarations.Add(new TypeDeclaration(origin, entity, csharpName, summary, rules.ToImmutable(), EntityTable.TypeKindOf(kind)));
                break;
            case EntityKind.TypeAttribute:
                var set = TypeSetOf(definition, carrier);
                if (set is not null)
                {
                    AddMemberships(type, entity, origin, rules);
                }

                _declarations.Add(new AttributeDeclaration(origin, entity, csharpName, summary, rules.ToImmutable(), set, Expansion(definition)) { IsOpen = IsOpen(definition) });
                break;
            case EntityKind.Role or EntityKind.RoleAttribute:
                AddMemberships(type, entity, origin, rules, whenRole: entity.Kind == EntityKind.Role);
                _declarations.Add(new RoleDeclaration(origin, entity, csharpName, summary, rules.ToImmutable()));
                break;
            case EntityKind.User:
                ReadUser(definition, carrier, origin, summary, csharpName, rules);
                break;
            case EntityKind.Boolean or EntityKind.Tunable:
                _declarations.Add(new ConditionDeclaration(origin, entity, csharpName, summary, Flag(definition, kind, "Default")));
                if (rules.Count > 0)
                {
                    _declarations.Add(new ForeignRules(origin, entity, csharpName, summary, rules.ToImmutable()));
                }

                break;
            case EntityKind.ObjectClass:
                _declarations.Add(new ClassDeclaration(origin, entity, csharpName, summary, EquatableArray.From(session.Enums.Of(definition).Members.Select(m => m.Name))));
                break;
            case EntityKind.ClassMap or EntityKind.ClassPermission:
                ReadClassMap(definition, carrier, origin, summary, csharpName);
                break;
        }
    }

    /// <summary>The type around; inside a template, the class that derives from it.</summary>
    private EntityRef? OwnerOf(INamedTypeSymbol around, INamedTypeSymbol? self)
    {
        var entity = session.Entities.Of(session.Entities.IsTemplate(around) && self is not null ? self : around);
        return entity.Kind == EntityKind.None ? null : entity;
    }

    /// <summary>Whether other assemblies can implement the interface.</summary>
    private static bool IsOpen(INamedTypeSymbol definition)
    {
        for (var around = definition; around is not null; around = around.ContainingType)
        {
            if (around.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
            {
                return definition.ContainingAssembly.GetAttributes().Any(a => a.AttributeClass?.Name == "InternalsVisibleToAttribute")
                    && around.DeclaredAccessibility != Accessibility.Private;
            }
        }

        return true;
    }

    /// <summary>Membership through interface inheritance, flattened: every attribute among all the interfaces.</summary>
    private void AddMemberships(INamedTypeSymbol type, EntityRef entity, Origin origin, ImmutableArray<Rule>.Builder rules, bool whenRole = false)
    {
        session.Missing.CheckMemberships(type, origin);
        foreach (var implemented in type.AllInterfaces)
        {
            var attribute = session.Entities.Of(implemented);
            if (attribute.Kind == EntityKind.TypeAttribute || (whenRole && attribute.Kind == EntityKind.RoleAttribute))
            {
                rules.Add(new MembershipRule(origin, entity, attribute));
            }
        }
    }

    /// <summary>Instantiates the templates that a class derives from: their rules with it as subject, their nested types with its prefix.</summary>
    private void ReadTemplates(INamedTypeSymbol type, EntityRef entity, Origin origin, string csharpName, ImmutableArray<Rule>.Builder rules)
    {
        for (var template = type.BaseType; template is not null && session.Entities.IsTemplate(template); template = template.BaseType)
        {
            if (session.Entities.Templates.Problem(template) is { } problem)
            {
                // One of this policy has the error where it is declared.
                if (!IsOfThisPolicy(template))
                {
                    session.Report(problem, origin);
                }

                return;
            }

            var carrier = new Carrier(template, entity, Owner: null, type, InInterface: false, origin);
            session.Rules.Read(template.OriginalDefinition, carrier, rules);
            session.Blocks.ReadNested(template, carrier, rules);
            foreach (var nested in session.Places.InOrder(template.GetTypeMembers()))
            {
                if (!BlockReader.IsBlock(nested))
                {
                    Read(nested, type, origin, $"{csharpName}.{nested.Name}");
                }
            }
        }
    }

    /// <summary>A template that cannot be applied, and those that are nested in it. One that contains another such template of this policy has no error of its own.</summary>
    private void CheckNesting(INamedTypeSymbol template, Origin origin)
    {
        foreach (var checkedTemplate in TemplateNesting.Nested(template).Where(session.Entities.IsTemplate).Prepend(template))
        {
            if (session.Entities.Templates.Problem(checkedTemplate) is { } problem && !IsOfThisPolicy(session.Entities.Templates.Cause(checkedTemplate)))
            {
                session.Report(problem, session.Places.Of(checkedTemplate, origin));
            }
        }
    }

    private bool IsOfThisPolicy(INamedTypeSymbol? type) => type is not null && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, session.Compilation.Assembly);

    private void ReadStatic(INamedTypeSymbol type, INamedTypeSymbol? self, (Origin Own, Origin Outer) places, string csharpName)
    {
        var (origin, outer) = places;
        if (session.Attributes.Find(type.OriginalDefinition, AttributeKind.RulesFor) is { } rulesFor)
        {
            var carrier = new Carrier(type, new EntityRef(EntityKind.None, "the subject of this block"), Owner: null, self, InInterface: false, outer);
            var subject = session.Types.Of(rulesFor, 0, carrier);
            if (session.Blocks.Read(type, carrier with { Subject = subject }) is { } block)
            {
                var rules = block.Conditions.Count == 0 && !block.IsOptional ? block.Rules : EquatableArray.Of<Rule>(block);
                _declarations.Add(new ForeignRules(origin, subject, csharpName, Documentation.SummaryOf(type, session.Cancellation), rules));
            }

            return;
        }

        Shapes.CheckStatic(type, origin, session);
        if (type.OriginalDefinition.GetAttributes().Any(a => session.Attributes.Of(a).Group() == AttributeGroup.Condition))
        {
            ReadBlockOfBlocks(type, (origin, outer), self, csharpName);
            return;
        }

        ReadWithoutSubject(type.OriginalDefinition, origin, csharpName);
        foreach (var nested in session.Places.InOrder(type.GetTypeMembers()))
        {
            Read(nested, self, outer, $"{csharpName}.{nested.Name}");
        }
    }

    /// <summary>A block that is about no one type: the blocks in it say whom they are about, and hold or fail together.</summary>
    private void ReadBlockOfBlocks(INamedTypeSymbol type, (Origin Own, Origin Outer) places, INamedTypeSymbol? self, string csharpName)
    {
        var nobody = new EntityRef(EntityKind.None, type.Name);
        if (session.Blocks.Read(type, new Carrier(type, nobody, Owner: null, self, InInterface: false, places.Outer)) is not { } block)
        {
            return;
        }

        var rules = EquatableArray.From(block.Rules.Where(r => !IsAbout(r, nobody)));
        if (rules.Count > 0)
        {
            _declarations.Add(new ForeignRules(places.Own, nobody, csharpName, Documentation.SummaryOf(type, session.Cancellation), EquatableArray.Of<Rule>(block with { Rules = rules })));
        }
    }

    /// <summary>Whether a rule is about nobody: that was reported already, for the attribute that declares it.</summary>
    private static bool IsAbout(Rule rule, EntityRef nobody) => rule switch
    {
        Block block => block.Rules.Count > 0 && block.Rules.All(r => IsAbout(r, nobody)),
        InterfaceCall call => call.Subject == nobody && call.Base is not { SpeaksOfCarrier: false },
        _ => rule.Operands().Any(p => p.Entity == nobody),
    };

    /// <summary>Labels that name their type, and the like: they may be on any class.</summary>
    private void ReadWithoutSubject(INamedTypeSymbol type, Origin origin, string csharpName)
    {
        var nobody = new EntityRef(EntityKind.None, type.Name);
        var rules = ImmutableArray.CreateBuilder<Rule>();
        session.Rules.Read(type, new Carrier(type, nobody, Owner: null, Self: null, InInterface: false, Origin.None), rules);

        rules.RemoveAll(r => IsAbout(r, nobody));
        if (rules.Count > 0)
        {
            _declarations.Add(new ForeignRules(origin, nobody, csharpName, Documentation.SummaryOf(type, session.Cancellation), rules.ToImmutable()));
        }
    }

    private TypeSet? TypeSetOf(INamedTypeSymbol type, Carrier carrier)
    {
        var all = false;
        var (included, intersected, excluded) = (new List<EntityRef>(), new List<EntityRef>(), new List<EntityRef>());
        foreach (var attribute in type.GetAttributes())
        {
            switch (session.Attributes.Of(attribute))
            {
                case AttributeKind.All:
                    all = true;
                    break;
                case AttributeKind.Include:
                    included.Add(session.Types.Of(attribute, 0, carrier));
                    break;
                case AttributeKind.Intersect:
                    intersected.Add(session.Types.Of(attribute, 0, carrier));
                    break;
                case AttributeKind.Exclude:
                    excluded.Add(session.Types.Of(attribute, 0, carrier));
                    break;
            }
        }

        return all || included.Count + intersected.Count + excluded.Count > 0
            ? new TypeSet(all, Sorted(included), Sorted(intersected), Sorted(excluded))
            : null;

        static EquatableArray<EntityRef> Sorted(IEnumerable<EntityRef> names) =>
            EquatableArray.From(names.Distinct().OrderBy(n => n.Name, StringComparer.Ordinal));
    }

    private void ReadUser(INamedTypeSymbol type, Carrier carrier, Origin declared, string? summary, string csharpName, ImmutableArray<Rule>.Builder rules)
    {
        var attribute = session.Attributes.Find(type, AttributeKind.User)!;
        var origin = session.Places.Of(attribute, carrier.Outer);
        var roles = attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Array, IsNull: false } array]
            ? array.Values.Where(v => v.Value is ITypeSymbol).Select(v => session.Types.Named((ITypeSymbol)v.Value!, carrier))
            : [];
        var named = attribute.NamedArguments.GroupBy(a => a.Key).ToDictionary(g => g.Key, g => g.First().Value.Value as string);
        if (!SecurityLevel.TryParse(named.TryGetValue("Level", out var l) && l is not null ? l : "s0", out var level, out var error)
            || !SecurityRange.TryParse(named.TryGetValue("Range", out var r) && r is not null ? r : "s0", out var range, out error))
        {
            session.Report(RuleCatalogue.InvalidLevel.Unreadable.WithSentence(error), new Spot(origin));
            return;
        }

        var prefix = named.TryGetValue("Prefix", out var p) ? p : null;
        if (prefix is not null && NameRules.Problem(prefix, EntityKind.None) is { } problem)
        {
            session.Report(RuleCatalogue.InvalidName.Refused.With(NameRules.Show(prefix), "the prefix of a user", problem), origin);
            return;
        }

        _declarations.Add(new UserDeclaration(declared, carrier.Subject, csharpName, summary, rules.ToImmutable(), EquatableArray.From(roles.Distinct().OrderBy(x => x.Name, StringComparer.Ordinal)), level, range, prefix));
    }

    private void ReadClassMap(INamedTypeSymbol type, Carrier carrier, Origin declared, string? summary, string csharpName)
    {
        var members = ImmutableArray.CreateBuilder<ClassMember>();
        foreach (var member in session.Enums.Of(type).Members)
        {
            var origin = session.Places.Of(member.Field, carrier.Outer);
            var mapping = member.Field.GetAttributes().FirstOrDefault(a => a.AttributeClass is { } c && AttributeClassifier.IsLibraryType(c, "ClassMappingAttribute"));
            if (mapping is null)
            {
                session.Report(RuleCatalogue.UnknownPermission.UnmappedMember.With(type.Name, member.Field.Name), origin);
                continue;
            }

            members.Add(new ClassMember(origin, member.Name, session.Permissions.Read(mapping, 0, carrier)));
        }

        _declarations.Add(new ClassMapDeclaration(declared, carrier.Subject, csharpName, summary, members.ToImmutable()));
    }

    private bool? Expansion(INamedTypeSymbol type) =>
        session.Attributes.Find(type, AttributeKind.TypeAttribute)?.NamedArguments.FirstOrDefault(a => a.Key == "Expand").Value.Value switch
        {
            1 => true,
            2 => false,
            _ => null,
        };

    private bool Flag(INamedTypeSymbol type, AttributeKind word, string name) =>
        session.Attributes.Find(type, word)?.NamedArguments.Any(a => a.Key == name && a.Value.Value is true) ?? false;
}
