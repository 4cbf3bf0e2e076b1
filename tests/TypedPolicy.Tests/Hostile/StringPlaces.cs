using System.Reflection;

namespace TypedPolicy.Tests.Hostile;

/// <summary>Every string that the vocabulary takes: a policy with a hole for it, and a text that is good there.</summary>
internal static class StringPlaces
{
    private static readonly (string Label, string Arguments, (string Hole, string Good)[] Holes)[] Labels =
    [
        ("FileContext", "{0}", [("path", "/srv")]),
        ("FileContextTree", "{0}", [("path", "/srv")]),
        ("FileContextPattern", "{0}", [("pattern", "/srv")]),
        ("FsUse", "FsUseKind.Xattr, {0}", [("filesystem", "good")]),
        ("Genfs", "{0}, {1}", [("filesystem", "good"), ("path", "/srv")]),
        ("InfinibandEndPort", "{0}, 1", [("device", "good")]),
        ("InfinibandPkey", "{0}, 1, 2", [("subnetPrefix", "fe80::")]),
        ("Netif", "{0}", [("name", "good")]),
        ("Node", "{0}, {1}", [("address", "10.0.0.0"), ("mask", "255.0.0.0")]),
        ("Port", "Protocol.Tcp, 1", []),
    ];

    /// <summary>By attribute, number of type parameters and member.</summary>
    public static IReadOnlyDictionary<string, (string Source, string Good)> All { get; } = Table().ToDictionary(p => p.Place, p => (p.Source, p.Good));

    /// <summary>The places that the vocabulary has. What the tools write themselves is left out: the carriers, and bindings of a base policy, which are CIL that is read.</summary>
    public static IEnumerable<string> OfVocabulary =>
        from type in typeof(DomainAttribute).Assembly.GetExportedTypes()
        where typeof(Attribute).IsAssignableFrom(type) && type.Name is not ("PolicyArtifactAttribute" or "PolicyManifestAttribute" or "PolicyPartAttribute" or "PolicyProblemAttribute" or "PolicyClassesAttribute" or "BaseInterfaceAttribute")
        let name = type == typeof(TypeAttributeAttribute) ? "TypeAttribute" : type.Name.Replace("Attribute", "", StringComparison.Ordinal)
        from member in type.GetConstructors().SelectMany(c => c.GetParameters()).Where(p => p.ParameterType == typeof(string)).Select(p => p.Name!)
            .Concat(type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(p => p.PropertyType == typeof(string) && p.SetMethod is not null).Select(p => p.Name))
            .Distinct()
        select $"{name}.{member}";

    private static IEnumerable<(string Place, string Source, string Good)> Table()
    {
        foreach (var kind in new[] { "Domain", "FileType", "FilesystemType", "NetifType", "NodeType", "PolicyType", "PortType", "PolicyBoolean", "Role", "Tunable" })
        {
            yield return ($"{kind}.name", $"[{kind}(§)] public class T;", "good");
        }

        yield return ("Entrypoint.name", "[Domain] public class D { [Entrypoint(§)] public class T; }", "good");
        yield return ("External.name", "[External(§)] public class E; [Domain, Allow<E>(FilePerms.Read)] public class T;", "good");
        yield return ("TypeAttribute.name", "[TypeAttribute(§)] public interface T;", "good");
        yield return ("ObjectClass.name", "[ObjectClass(§)] public enum T { Read = 1 }", "good");
        yield return ("ClassMap.name", "[ClassMap(§)] public enum T { [ClassMapping(FilePerms.Read)] Read }", "good");
        yield return ("ClassPermission.name", "[ClassPermission(§)] public enum T { [ClassMapping(FilePerms.Read)] Read }", "good");
        yield return ("Permission.name", "[ObjectClass] public enum T { [Permission(§)] Read = 1 }", "good");
        yield return ("PolicyInterface.name", "[PolicyInterface(§)] public class TAttribute : PolicyInterfaceAttribute; [Domain, T] public class D;", "good");
        yield return ("PolicyModule.name", "[assembly: PolicyModule(§)] [Domain] public class D;", "good");
        yield return ("PolicyModule.Version", "[assembly: PolicyModule(\"m\", Version = §)] [Domain] public class D;", "1.0");
        yield return ("ContainerContexts.Level", "[assembly: ContainerContexts(Process = typeof(D), Level = §)] [Domain] public class D;", "s0");
        yield return ("Alias.name", "[Domain, Alias(§)] public class D;", "good");
        yield return ("Justified.rule", "[Domain, Justified(§, \"why\")] public class D;", "TP5001");
        yield return ("Justified.reason", "[Domain, Justified(\"TP5001\", §)] public class D;", "why");
        yield return ("User.Name", "[User(Name = §)] public class T;", "good");
        yield return ("User.Level", "[User(Level = §)] public class T;", "s0");
        yield return ("User.Range", "[User(Range = §)] public class T;", "s0");
        yield return ("User.Prefix", "[User(Prefix = §)] public class T;", "good");
        yield return ("Constrain.expression", "[assembly: Constrain(§, FilePerms.Read)]", "(eq u1 u2)");
        yield return ("MlsConstrain.expression", "[assembly: MlsConstrain(§, FilePerms.Read)]", "(eq u1 u2)");
        yield return ("ValidateTransition.expression", "[assembly: ValidateTransition(§, typeof(FilePerms))]", "(eq u1 u2)");
        yield return ("MlsValidateTransition.expression", "[assembly: MlsValidateTransition(§, typeof(FilePerms))]", "(eq u1 u2)");
        yield return ("RawCil.cil", "[assembly: RawCil(§)]", "(policycap open_perms)");
        yield return ("RangeTransition`1.range", "[Domain, RangeTransition<Self>(§)] public class D;", "s0");
        yield return ("TypeTransition`2.Name", "[Domain, TypeTransition<D, D>(typeof(FilePerms), Name = §)] public class D;", "good");
        foreach (var kind in new[] { "Allow", "AuditAllow", "DontAudit", "NeverAllow" })
        {
            yield return ($"{kind}Ioctl`2.requests", $"[Domain, {kind}Ioctl<Self, FilePerms>(§)] public class D;", "0x1234");
        }

        yield return ("FileContextNone.path", "[assembly: FileContextNone(§)]", "/srv");
        foreach (var (label, arguments, holes) in Labels)
        {
            foreach (var (hole, good) in holes.Append((Hole: "Level", Good: "s0")))
            {
                var given = hole == "Level" ? $"{string.Format(null, arguments, [.. holes.Select(h => $"\"{h.Good}\"")])}, Level = §" : string.Format(null, arguments, [.. holes.Select(h => h.Hole == hole ? "§" : $"\"{h.Good}\"")]);
                yield return ($"{label}.{hole}", $"[PolicyType, {label}({given})] public class T;", good);
                yield return ($"{label}`1.{hole}", $"[assembly: {label}<T>({given})] [PolicyType] public class T;", good);
            }
        }
    }
}
