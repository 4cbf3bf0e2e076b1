using System.Collections.Immutable;
using TypedPolicy.Conversion;
using TypedPolicy.Conversion.CSharp;
using TypedPolicy.Conversion.Naming;
using TypedPolicy.Evidence.Containers;
using TypedPolicy.Evidence.Needs;
using TypedPolicy.Evidence.Programs;
using TypedPolicy.Evidence.Sources;
using TypedPolicy.Evidence.Units;
using TypedPolicy.Evidence.Writing;
using TypedPolicy.Model.Languages;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Targets;
using TypedPolicy.Sepol.Labels;
using EntityKind = TypedPolicy.Model.Naming.EntityKind;

namespace TypedPolicy.Evidence;

/// <summary>A first policy for a service, as C#.</summary>
/// <param name="Name">The module's name.</param>
/// <param name="Namespace">The namespace of its classes.</param>
/// <param name="Domain">The type of its processes.</param>
/// <param name="Programs">The paths of its programs.</param>
/// <param name="Files">The C# files.</param>
/// <param name="Notes">What a person should look at; it is in the C# too.</param>
public sealed record ServicePolicy(string Name, string Namespace, string Domain, ImmutableArray<string> Programs, ImmutableArray<ConvertedFile> Files, ImmutableArray<EvidenceNote> Notes)
{
    // The unit with most to say that Debian has is of 5,000 characters.
    private const int MaxCharacters = 1 << 18;

    /// <summary>The policy of a systemd unit.</summary>
    /// <param name="unit">The service.</param>
    /// <param name="beside">Its drop-ins, in the order in which they count, and the files beside it.</param>
    /// <param name="target">The target.</param>
    /// <param name="name">What the class is called (default: as the unit).</param>
    /// <param name="isPermissive">Whether the domain is permissive.</param>
    /// <param name="problem">Why there is none.</param>
    public static ServicePolicy? OfUnit(EvidenceFile unit, IReadOnlyList<EvidenceFile> beside, Target target, string? name, bool isPermissive, out string? problem) =>
        OfUnit(unit, beside, NamedEvidence.None, null, target, name, isPermissive, out problem);

    /// <summary>The policy of a systemd unit, with more that is known of it.</summary>
    internal static ServicePolicy? OfUnit(EvidenceFile unit, IReadOnlyList<EvidenceFile> beside, NamedEvidence named, ProgramFacts? program, Target target, string? name, bool isPermissive, out string? problem)
    {
        var fileName = unit.Name[(unit.Name.LastIndexOf('/') + 1)..];
        if (UnitName.TryRead(fileName) is not { Kind: "service" } unitName)
        {
            problem = $"{fileName} is not a service: name a unit that ends in .service. Its sockets, timers and drop-ins are found beside it.";
            return null;
        }

        if (beside.Prepend(unit).Sum(f => (long)f.Text.Length) is > MaxCharacters and var length)
        {
            problem = $"{fileName} and the files beside it have {length:N0} characters, more than the {MaxCharacters:N0} that are read of a service.";
            return null;
        }

        if (ServiceReader.Of(ServiceUnits.Read(unitName, unit, beside), target, out problem) is not { } needs)
        {
            return null;
        }

        named.AddTo(needs);
        if (program is not null)
        {
            ProgramUses.Read(program, needs);
        }

        var @class = ClassName(name ?? Identifiers.Of(unitName.Prefix), needs);
        var module = NameRules.ToModuleName(NameOf.Words(@class));
        return Write(needs, @class, module, isPermissive, $"{fileName} for {target.Title}");
    }

    /// <summary>The policy of a container.</summary>
    /// <param name="file">What an engine, Kubernetes or Compose has of it, as JSON or YAML.</param>
    /// <param name="service">Which container, where there are several.</param>
    /// <param name="target">The target.</param>
    /// <param name="installed">The target's file contexts; null if they are not at hand.</param>
    /// <param name="name">What the class is called (default: as the container).</param>
    /// <param name="isPermissive">Whether the domain is permissive.</param>
    /// <param name="problem">Why there is none.</param>
    public static ServicePolicy? OfContainer(EvidenceFile file, string? service, Target target, FileContexts? installed, string? name, bool isPermissive, out string? problem)
    {
        if (ContainerReader.Read(file, service, out problem) is not { } container)
        {
            return null;
        }

        if (target.IsOfDebianLine)
        {
            problem = $"{target.Title} has no types of containers: its policy lacks container-selinux. Choose another target with --target.";
            return null;
        }

        var needs = ContainerNeeds.Of(container, new BaseFacts(target), new HostLabels(installed));
        var @class = ClassName(name ?? (container.Name.Any(char.IsAsciiLetter) ? Identifiers.Of(container.Name) : "Container"), needs);
        return Write(needs, @class, NameRules.ToModuleName(NameOf.Words(@class)), isPermissive, $"{file.Name} for {target.Title}");
    }

    /// <summary>The policy of a program that systemd starts.</summary>
    /// <param name="program">What its file shows.</param>
    /// <param name="named">Paths and ports that a person names.</param>
    /// <param name="target">The target.</param>
    /// <param name="name">What the class is called (default: as the program).</param>
    /// <param name="isPermissive">Whether the domain is permissive.</param>
    internal static ServicePolicy OfProgram(ProgramFacts program, NamedEvidence named, Target target, string? name, bool isPermissive)
    {
        var needs = ProgramUses.Of(program, named, new BaseFacts(target));
        var file = program.Path[(program.Path.LastIndexOf('/') + 1)..];
        var @class = ClassName(name ?? (file.Any(char.IsAsciiLetter) ? Identifiers.Of(file) : "Program"), needs);
        return Write(needs, @class, NameRules.ToModuleName(NameOf.Words(@class)), isPermissive, $"{file} for {target.Title}");
    }

    private static ServicePolicy Write(ServiceNeeds needs, string name, string module, bool isPermissive, string from)
    {
        var space = $"{name}Policy";
        var (own, external) = ServiceClasses.Of(needs, name, isPermissive);
        var main = new PolicyFile($"{name}.cs", space);
        main.Comments.Add($"Made by typedpolicy new of {from}. A comment above each rule tells where it is from.");
        main.AssemblyAttributes.Add($"PolicyModule({CSharpText.Literal(module)}, Version = \"1.0.0\")");
        main.Classes.AddRange(own);
        main.Footer.AddRange(needs.Notes.Select(n => $"TO DO {n}"));
        var types = new PolicyFile("Base.cs", space);
        types.Classes.AddRange(external);
        return new(
            module,
            space,
            NameOf.Of(name, EntityKind.Type, null),
            [.. needs.Paths.Where(p => p.Use == FileUse.Exec).Select(p => p.Path)],
            [new(main.Name, PolicyFileWriter.Write(main)), new(types.Name, PolicyFileWriter.Write(types))],
            [.. needs.Notes]);
    }

    /// <summary>A name that neither C# nor the base has: those of the library, of the classes nested in it, and of the types that it uses are taken.</summary>
    private static string ClassName(string name, ServiceNeeds needs)
    {
        while (!ClassNames.IsFree(name) || name is "System" or "TypedPolicy" or "Base" || Enum.TryParse<FileUse>(name, out _) || needs.Base.HasType(NameOf.Of(name, EntityKind.Type, null)))
        {
            name += "Service";
        }

        return name;
    }
}
