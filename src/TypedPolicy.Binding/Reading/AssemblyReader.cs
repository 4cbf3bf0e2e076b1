using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedPolicy.Binding.Vocabulary;
using TypedPolicy.Model;
using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Security;

namespace TypedPolicy.Binding.Reading;

/// <summary>Reads what is declared of the whole assembly.</summary>
internal static class AssemblyReader
{
    private static readonly (string Property, string Key, bool IsProcess)[] Contexts =
    [
        ("Process", "process", true),
        ("Content", "content", false),
        ("File", "file", false),
        ("ReadOnlyFile", "ro_file", false),
        ("SandboxKvmProcess", "sandbox_kvm_process", true),
        ("SandboxLxcProcess", "sandbox_lxc_process", true),
        ("KvmProcess", "kvm_process", true),
        ("InitProcess", "init_process", true),
        ("EngineProcess", "engine_process", true),
    ];

    public static (ModuleIdentity Module, EquatableArray<Rule> Rules, EquatableArray<ContainerContext> ContainerContexts) Read(Session session)
    {
        var nobody = new EntityRef(EntityKind.None, "An attribute of the assembly");
        var carrier = new Carrier(null!, nobody, Owner: null, Self: null, InInterface: false, Origin.None);
        var rules = ImmutableArray.CreateBuilder<Rule>();
        session.Rules.Read(session.Compilation.Assembly, carrier, rules);

        var module = session.Attributes.Find(session.Compilation.Assembly, AttributeKind.PolicyModule);
        var version = module?.NamedArguments.FirstOrDefault(a => a.Key == "Version").Value.Value as string;
        var identity = new ModuleIdentity(module is null ? Origin.None : session.Places.Of(module, Origin.None), session.Modules.Own, version) { Justifications = JustificationReader.Of(session.Compilation.Assembly, session, Origin.None) };
        var contexts = session.Attributes.Find(session.Compilation.Assembly, AttributeKind.ContainerContexts);
        return (identity, rules.ToImmutable(), contexts is null ? EquatableArray<ContainerContext>.Empty : Read(contexts, carrier, session));
    }

    private static EquatableArray<ContainerContext> Read(AttributeData attribute, Carrier carrier, Session session)
    {
        var origin = session.Places.Of(attribute, Origin.None);
        var named = attribute.NamedArguments.GroupBy(a => a.Key).ToDictionary(g => g.Key, g => g.First().Value);
        var level = named.TryGetValue("Level", out var given) && given.Value is string text ? text : "s0";
        if (!SecurityRange.TryParse(level, out var range, out var error))
        {
            session.Report(RuleCatalogue.InvalidLevel.Unreadable.WithSentence(error), new Spot(origin));
            return EquatableArray<ContainerContext>.Empty;
        }

        var contexts = ImmutableArray.CreateBuilder<ContainerContext>();
        foreach (var (property, key, isProcess) in Contexts)
        {
            if (!named.TryGetValue(property, out var value) || value.Value is not ITypeSymbol type)
            {
                continue;
            }

            var entity = session.Types.Named(type, carrier);
            if (entity.Kind != EntityKind.Type)
            {
                session.Report((entity.Kind == EntityKind.None ? RuleCatalogue.ClassDeclaresNothing.ContainerContext : RuleCatalogue.AttributeInsteadOfType.ContainerContext).With(entity.Describe(), property), origin);
                continue;
            }

            if (NameRules.UsedProblem(entity.Name, entity.Kind) is { } problem)
            {
                session.Report(RuleCatalogue.InvalidName.Refused.With(NameRules.Show(entity.Name), $"the SELinux name of {type.Name}", problem), origin);
                continue;
            }

            contexts.Add(new ContainerContext(origin, key, entity, $"system_u:{(isProcess ? "system_r" : "object_r")}:{entity.Name}:{range}"));
        }

        return contexts.ToImmutable();
    }
}
