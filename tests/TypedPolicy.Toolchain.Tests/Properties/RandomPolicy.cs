using CsCheck;

namespace TypedPolicy.Toolchain.Tests.Properties;

/// <summary>Random policy in C#: valid by construction, with names that no other one has.</summary>
internal static class RandomPolicy
{
    private static readonly string[] Permissions =
    [
        "FilePerms.Read", "FilePerms.Write | FilePerms.Append", "FilePerms.Manage", "DirPerms.Search | DirPerms.AddName", "SockFilePerms.Write",
        "FilePerms.Read, DirPerms.List", "UnixStreamSocketPerms.Connectto", "FdPerms.Use",
    ];

    private static readonly string[] Rules = ["Allow", "AuditAllow", "DontAudit"];
    private static readonly string[] Classes = ["FilePerms", "DirPerms", "SockFilePerms"];

    /// <summary>The source of a module's part; its namespace is the part's number.</summary>
    public static Gen<Func<int, string>> Source { get; } =
        from seed in Gen.Int
        from types in Gen.Int[2, 5]
        from rules in Gen.Int[1, 8]
        select new Func<int, string>(part => new Writer(new Random(seed), part, types).Write(rules));

    private sealed class Writer(Random random, int part, int types)
    {
        private readonly string _name = $"{(char)('A' + random.Next(26))}{random.Next(10_000)}q{part}";

        public string Write(int rules) =>
            $$"""
            using TypedPolicy;
            using Base;
            namespace Random{{part}};
            [PolicyBoolean(Default = {{(random.Next(2) == 0 ? "true" : "false")}})] public sealed class {{_name}}Switch;
            [Tunable(Default = {{(random.Next(2) == 0 ? "true" : "false")}})] public sealed class {{_name}}Tune;
            [External("absent_{{part}}_t")] public sealed class Absent;
            [TypeAttribute] public interface I{{_name}}All;
            [TypeAttribute] public interface I{{_name}}Some : I{{_name}}All;
            [TypeAttribute, Include<I{{_name}}All>, Exclude<{{File(0)}}>] public interface I{{_name}}Set;
            [PolicyInterface, {{Rule("Arg1")}}, {{Rule("Self")}}] public sealed class {{_name}}InnerAttribute<T> : PolicyInterfaceAttribute;
            [PolicyInterface, {{_name}}Inner<Arg1>, {{Rule("Arg1")}}] public sealed class {{_name}}OuterAttribute<T> : PolicyInterfaceAttribute
            {
                [If<{{_name}}Switch>, {{Rule("Arg1")}}] static class When;
            }
            {{string.Join('\n', Enumerable.Range(0, types).Select(FileType))}}
            {{string.Join('\n', Enumerable.Range(0, types).Select(i => Domain(i, rules)))}}
            """;

        private string FileType(int i) =>
            $"[FileType, FileContext(\"/opt/r{part}/f{i}.x\"), FileContextTree(\"/srv/r{part}/d+{i}\", FileKind.{Of("Any", "Directory", "File")})] public sealed class {File(i)} : I{_name}{Of("All", "Some")};";

        private string Domain(int i, int rules) =>
            $$"""
            [Domain, Role<SystemR>{{(random.Next(4) == 0 ? ", Permissive" : "")}}]
            {{string.Join('\n', Enumerable.Range(0, rules).Select(_ => $"[{AnyRule()}]"))}}
            [TypeTransition<{{File(random.Next(types))}}, {{File(random.Next(types))}}>(typeof({{Of(Classes)}}), Name = "n{{i}} {{random.Next(99)}}")]
            [DomainTransition<Bin, {{DomainName((i + 1) % types)}}>]
            {{(random.Next(3) == 0 ? $"[AllowIoctl<Device, ChrFilePerms>(\"0x{random.Next(0x100):x}-0x{0x100 + random.Next(0x20):x}\")]" : "")}}
            public sealed class {{DomainName(i)}}
            {
                [{{Of("If", "IfNot")}}<{{_name}}Switch>, {{AnyRule()}}]
                static class A
                {
                    [If<BaseEnabled>, {{Rule(File(random.Next(types)))}}] static class B;
                    [Optional, {{AnyRule()}}] static class C;
                }

                [{{Of("If", "IfNot")}}<{{_name}}Tune>, {{AnyRule()}}] static class D;
                [Optional, {{AnyRule()}}, Allow<{{Of("Absent", "Etc")}}>(FilePerms.Read)] static class E;
            }
            """;

        private string AnyRule() => random.Next(4) switch
        {
            0 => $"{_name}{Of("Inner", "Outer")}<{Target()}>",
            _ => Rule(Target()),
        };

        private string Rule(string target) => $"{Of(Rules)}<{target}>({Of(Permissions)})";

        private string Target() => random.Next(6) switch
        {
            0 => "I" + _name + Of("All", "Some", "Set"),
            1 => DomainName(random.Next(types)),
            2 => Of("Etc", "Bin", "Var"),
            _ => File(random.Next(types)),
        };

        private string File(int i) => $"{_name}File{i}";

        private string DomainName(int i) => $"{_name}Domain{i}";

        private string Of(params string[] choices) => choices[random.Next(choices.Length)];
    }
}
