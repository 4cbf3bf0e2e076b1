using System.Text;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Bench.Synthetic;

/// <summary>
/// A policy of a given number of rules, in C# as a person would write it (a file for each component, about forty rules in a file),
/// and the same as a .te and .fc for the toolchain that it is compared with.
/// </summary>
internal sealed class SyntheticPolicy
{
    private static readonly string[] Externals = ["etc_t", "bin_t", "var_lib_t", "var_run_t", "var_log_t", "locale_t", "user_home_t", "shadow_t", "null_device_t"];
    private readonly Component[] _components;

    public SyntheticPolicy(int rules)
    {
        // At least three, so that a component, the next one and a far one differ.
        var count = Math.Max(3, (rules + Component.MaxRules - 1) / Component.MaxRules);
        _components = [.. Enumerable.Range(0, count).Select(i => new Component(i, count, Math.Clamp(rules - (i * Component.MaxRules), 0, Component.MaxRules)))];
        Rules = _components.Sum(c => c.Rules().Count());
    }

    public int Rules { get; }

    /// <summary>A file that has nothing to do with policy.</summary>
    public static (string Path, string Text) Ordinary(int version) =>
        ("Ordinary.cs", $"namespace Synthetic;\n\ninternal static class Ordinary\n{{\n    public static int Version() => {version};\n}}\n");

    /// <summary>The C# files.</summary>
    /// <param name="filesPerComponent">Into how many a component is split; further ones hold a part of the domain's rules.</param>
    public IEnumerable<(string Path, string Text)> Files(int filesPerComponent = 1) =>
        _components.SelectMany(c => Files(c, filesPerComponent)).Prepend(("Shared.cs", Shared)).Prepend(Ordinary(0));

    /// <summary>The same policy as a reference-policy module.</summary>
    public string Te(bool withMacros)
    {
        var te = new StringBuilder();
        te.Append(withMacros ? "policy_module(synthetic, 1.0)\n\nrequire {\n" : "module synthetic 1.0;\n\nrequire {\n");
        te.AppendJoin("", Permissions.ByClass.Select(p => $"    class {p.Class} {{ {string.Join(' ', p.Names)} }};\n"));
        te.Append("    role system_r;\n    attribute domain, file_type, non_security_file_type, non_auth_file_type, exec_type, entry_type, port_type;\n");
        te.Append("    type ").AppendJoin(", ", Externals).Append(";\n}\n\nattribute synthetic_domain;\nbool extended false;\n");
        te.Append("allow synthetic_domain etc_t:dir { search getattr };\n");
        foreach (var component in _components)
        {
            te.Append("\n# ").Append(component.Own).Append('\n');
            te.AppendJoin("", Component.Types.Select(t => $"type {Component.TypeOf(component.Own, t.Class)}, {t.Attributes};\n"));
            var rules = component.Rules().Where(r => r.Te.Length > 0).ToLookup(r => r.Carrier, r => r.Te);
            te.AppendJoin("", rules.Where(g => g.Key < Carrier.WhenExtended).SelectMany(g => g).Select(r => r + "\n"));
            te.Append(Around("if (extended) {\n", rules[Carrier.WhenExtended]));
            te.Append(Around("optional {\nrequire { type systemd_unit_file_t; }\n", rules[Carrier.WithSystemd]));
        }

        return te.ToString();
    }

    /// <summary>The file contexts of the module.</summary>
    public string Fc() => string.Concat(_components.SelectMany(c => c.Rules()).Where(r => r.Fc.Length > 0).Select(r => r.Fc + "\n"));

    /// <summary>As much of a base policy as the CIL needs to be linked with.</summary>
    public static string BaseCil()
    {
        var cil = new StringBuilder();
        var classes = Permissions.ByClass.ToArray();
        cil.AppendJoin("", classes.Select(p => $"(class {p.Class} ({string.Join(' ', p.Names)}))\n"));
        cil.Append("(classorder (").AppendJoin(' ', classes.Select(p => p.Class)).Append("))\n");
        cil.Append(
            """
            (sensitivity s0)(sensitivityorder (s0))(category c0)(categoryorder (c0))(sensitivitycategory s0 (c0))
            (role object_r)(role system_r)(user system_u)(userrole system_u system_r)(userrole system_u object_r)
            (userlevel system_u (s0))(userrange system_u ((s0) (s0)))(roletype object_r kernel_t)(roletype system_r kernel_t)
            (type kernel_t)(sid kernel)(sidorder (kernel))(sidcontext kernel (system_u system_r kernel_t ((s0) (s0))))
            (allow kernel_t self (process (fork)))

            """);
        cil.AppendJoin("", new[] { "domain", "file_type", "non_security_file_type", "non_auth_file_type", "exec_type", "entry_type", "port_type" }.Select(a => $"(typeattribute {a})\n"));
        cil.AppendJoin("", Externals.Append("systemd_unit_file_t").Select(t => $"(type {t})(roletype object_r {t})\n"));
        return cil.ToString();
    }

    private static string Around(string open, IEnumerable<string> rules) =>
        rules.Any() ? open + string.Concat(rules.Select(r => r + "\n")) + "}\n" : "";

    private static IEnumerable<(string Path, string Text)> Files(Component component, int count)
    {
        var name = NameOf.Pascal(component.Own);
        var rules = component.Rules().ToLookup(r => r.Carrier, r => r.CSharp);
        var domain = rules[Carrier.Domain].ToArray();
        var size = (domain.Length + count - 1) / count;
        yield return ($"Components/{name}.cs", CSharp(name, domain.Take(size), rules, count > 1 ? "partial " : ""));
        for (var i = 1; i < count; i++)
        {
            yield return (
                $"Components/{name}.{i}.cs",
                $"using TypedPolicy;\n\nnamespace Synthetic;\n\n{Attributes(domain.Skip(i * size).Take(size), "")}public sealed partial class {name};\n");
        }
    }

    private static string CSharp(string name, IEnumerable<string> domain, ILookup<Carrier, string> rules, string partial) =>
            $$"""
            using TypedPolicy;

            namespace Synthetic;

            /// <summary>{{name}}: a daemon with data, a log and a socket.</summary>
            [Domain]
            {{Attributes(domain, "")}}public sealed {{partial}}class {{name}} : DaemonTemplate<{{name}}>
            {
                /// <summary>What it stores.</summary>
                [FileType]
            {{Attributes(rules[Carrier.Data], "    ")}}    public sealed class Data;

                /// <summary>Its socket.</summary>
                [FileType]
                public sealed class Run;

                /// <summary>Its log.</summary>
                [FileType]
                public sealed class Log;

                /// <summary>Where it listens.</summary>
                [PortType]
            {{Attributes(rules[Carrier.Port], "    ")}}    public sealed class Port;

                [If<Extended>]
            {{Attributes(rules[Carrier.WhenExtended], "    ")}}    private static class WhenExtended;

                [Optional]
            {{Attributes(rules[Carrier.WithSystemd], "    ")}}    private static class WithSystemd;
            }

            """;

    private static string Attributes(IEnumerable<string> rules, string indent) => string.Concat(rules.Select(r => $"{indent}[{r}]\n"));

    private static readonly string Shared =
        $$"""
        using TypedPolicy;

        [assembly: PolicyModule("synthetic", Version = "1.0")]

        namespace Synthetic;

        /// <summary>What all components have.</summary>
        [TypeAttribute]
        [Allow<Etc>(DirPerms.Search | DirPerms.Getattr)]
        public interface ISyntheticDomain;

        /// <summary>A daemon: a domain that is entered through a program of its own.</summary>
        /// <typeparam name="TSelf">The domain.</typeparam>
        [Template]
        [Allow<DaemonTemplate<Self>.Exec>({{Permissions.Execute.CSharp}})]
        [Allow<NullDevice>({{Permissions.Device.CSharp}})]
        public abstract class DaemonTemplate<TSelf> : ISyntheticDomain
        {
            /// <summary>The program.</summary>
            [Entrypoint]
            public sealed class Exec;
        }

        /// <summary>Lets components do more.</summary>
        [PolicyBoolean]
        public sealed class Extended;

        /// <summary>Lets the subject read what is in a directory.</summary>
        /// <typeparam name="T">The type of the files.</typeparam>
        [PolicyInterface]
        [Allow<Arg1>({{Permissions.ListDirectory.CSharp}}, {{Permissions.ReadFile.CSharp}})]
        public sealed class ReadTreeAttribute<T> : PolicyInterfaceAttribute;

        /// <summary>Lets the subject change what is in a directory.</summary>
        /// <typeparam name="T">The type of the files.</typeparam>
        [PolicyInterface]
        [Allow<Arg1>({{Permissions.ManageDirectory.CSharp}}, {{Permissions.ManageFile.CSharp}})]
        public sealed class ManageTreeAttribute<T> : PolicyInterfaceAttribute;

        /// <summary>Lets the subject connect to a port.</summary>
        /// <typeparam name="T">The type of the port.</typeparam>
        [PolicyInterface]
        [Allow<Arg1>({{Permissions.Connect.CSharp}})]
        public sealed class ConnectAttribute<T> : PolicyInterfaceAttribute;

        [External("etc_t")] public sealed class Etc;
        [External("bin_t")] public sealed class Bin;
        [External("var_lib_t")] public sealed class VarLib;
        [External("var_run_t")] public sealed class VarRun;
        [External("var_log_t")] public sealed class VarLog;
        [External("locale_t")] public sealed class Locale;
        [External("user_home_t")] public sealed class Home;
        [External("shadow_t")] public sealed class Shadow;
        [External("null_device_t")] public sealed class NullDevice;
        [External("systemd_unit_file_t")] public sealed class UnitFile;

        """;
}
