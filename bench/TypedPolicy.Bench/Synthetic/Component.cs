using System.Globalization;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Bench.Synthetic;

/// <summary>Where in a component's C# a rule stands.</summary>
internal enum Carrier
{
    Template,
    Domain,
    Data,
    Port,
    WhenExtended,
    WithSystemd,
}

/// <summary>A rule of a component: the C# attribute, and the same as a .te file and a .fc file say it.</summary>
internal sealed record SyntheticRule(Carrier Carrier, string CSharp, string Te, string Fc = "");

/// <summary>A daemon of the synthetic policy: a domain with its files, its port, and forty rules about them.</summary>
internal sealed class Component(int number, int count, int rules)
{
    public const int MaxRules = 40;

    private readonly string _next = Name((number + 1) % count);
    private readonly string _far = Name(((number * 7) + 3) % count);

    public string Own { get; } = Name(number);

    /// <summary>The types that it declares, with the C# attribute of each and the attributes of the reference policy that it joins.</summary>
    public static IReadOnlyList<(string Class, string Kind, string Attributes)> Types { get; } =
    [
        ("", "Domain", "domain, synthetic_domain"),
        ("Exec", "Entrypoint", "file_type, non_security_file_type, non_auth_file_type, exec_type, entry_type"),
        ("Data", "FileType", "file_type, non_security_file_type, non_auth_file_type"),
        ("Run", "FileType", "file_type, non_security_file_type, non_auth_file_type"),
        ("Log", "FileType", "file_type, non_security_file_type, non_auth_file_type"),
        ("Port", "PortType", "port_type"),
    ];

    /// <summary>The SELinux name of one of its types.</summary>
    public static string TypeOf(string component, string @class) => @class.Length == 0 ? $"{component}_t" : $"{component}_{NameOf.Words(@class)}_t";

    public IEnumerable<SyntheticRule> Rules() => All().Take(rules);

    private static string Name(int number) => "component" + number.ToString(CultureInfo.InvariantCulture);

    private IEnumerable<SyntheticRule> All()
    {
        string own = Own, cs = NameOf.Pascal(own), far = NameOf.Pascal(_far), next = NameOf.Pascal(_next);
        string T(string @class) => TypeOf(own, @class);

        // Two rules stand on the template, written once and read for each component.
        yield return new(Carrier.Template, "", Te("allow", T(""), T("Exec"), Permissions.Execute));
        yield return new(Carrier.Template, "", Te("allow", T(""), "null_device_t", Permissions.Device));

        yield return new(Carrier.Domain, "Role<SystemR>", $"role system_r types {T("")};");
        yield return Label($"FileContext<{cs}.Exec>(\"/usr/bin/{own}\", FileKind.File)", $"/usr/bin/{own}\t--", T("Exec"));
        yield return Label($"FileContextTree<{cs}.Data>(\"/var/lib/{own}\")", $"/var/lib/{own}(/.*)?", T("Data"));
        yield return Label($"FileContextTree<{cs}.Run>(\"/var/run/{own}\")", $"/var/run/{own}(/.*)?", T("Run"));
        yield return Label($"FileContextPattern<{cs}.Log>(@\"/var/log/{own}[0-9]*\\.log\", FileKind.File)", $"/var/log/{own}[0-9]*\\.log\t--", T("Log"));
        yield return Label($"FileContextTree<{cs}.Data>(\"/srv/{own}\")", $"/srv/{own}(/.*)?", T("Data"));
        yield return Access("Allow", "Self", "self", Permissions.Capability);
        yield return Access("Allow", "Self", "self", Permissions.Process);
        yield return Access("Allow", "Self", "self", Permissions.Stream);
        yield return Access("Allow", $"{cs}.Data", T("Data"), Permissions.ManageDirectory, Permissions.ManageFile);
        yield return Access("Allow", $"{cs}.Run", T("Run"), Permissions.ManageDirectory);
        yield return Access("Allow", $"{cs}.Run", T("Run"), Permissions.ManageSocket);
        yield return Access("Allow", $"{cs}.Log", T("Log"), Permissions.AppendFile);
        yield return Access("Allow", "Etc", "etc_t", Permissions.ListDirectory);
        yield return Access("Allow", "Etc", "etc_t", Permissions.ReadFile);
        yield return Access("Allow", "Locale", "locale_t", Permissions.ListDirectory, Permissions.ReadFile);
        yield return Access("Allow", "Bin", "bin_t", Permissions.Execute);
        yield return new(Carrier.Domain, $"TypeTransition<VarLib, {cs}.Data>(typeof(DirPerms), Name = \"{own}\")", $"type_transition {T("")} var_lib_t:dir {T("Data")} \"{own}\";");
        yield return new(Carrier.Domain, $"TypeTransition<VarRun, {cs}.Run>(typeof(DirPerms))", $"type_transition {T("")} var_run_t:dir {T("Run")};");
        yield return new(Carrier.Domain, $"TypeTransition<VarLog, {cs}.Log>(typeof(FilePerms))", $"type_transition {T("")} var_log_t:file {T("Log")};");
        yield return new(Carrier.Domain, $"DomainTransition<{next}>", DomainTransition(T(""), TypeOf(_next, "Exec"), TypeOf(_next, "")));
        yield return Call($"ReadTree<{far}.Data>", TypeOf(_far, "Data"), Permissions.ListDirectory, Permissions.ReadFile);
        yield return Call($"ManageTree<{next}.Run>", TypeOf(_next, "Run"), Permissions.ManageDirectory, Permissions.ManageFile);
        yield return Call($"Connect<{far}.Port>", TypeOf(_far, "Port"), Permissions.Connect);
        yield return Access("AuditAllow", $"{next}.Data", TypeOf(_next, "Data"), Permissions.AppendFile);
        yield return Access("DontAudit", "Home", "user_home_t", Permissions.ListDirectory);
        yield return Access("NeverAllow", "Shadow", "shadow_t", Permissions.ManageFile);
        yield return Access("Allow", $"{cs}.Port", T("Port"), Permissions.Bind);

        // A module in the old language says no port, so only C# and CIL have this one. Distributions label few ports so high.
        yield return new(Carrier.Port, $"Port(Protocol.Tcp, {(41_000 + number).ToString(CultureInfo.InvariantCulture)})", "");
        yield return new(Carrier.Data, $"AllowFrom<{far}>({Permissions.ListDirectory.CSharp})", Te("allow", TypeOf(_far, ""), T("Data"), Permissions.ListDirectory));

        yield return Access("Allow", $"{far}.Port", TypeOf(_far, "Port"), Permissions.Connect) with { Carrier = Carrier.WhenExtended };
        yield return Access("Allow", $"{far}.Log", TypeOf(_far, "Log"), Permissions.ReadFile) with { Carrier = Carrier.WhenExtended };
        yield return Access("Allow", "Home", "user_home_t", Permissions.ReadFile) with { Carrier = Carrier.WhenExtended };
        yield return Call($"ReadTree<{next}.Log>", TypeOf(_next, "Log"), Permissions.ListDirectory, Permissions.ReadFile) with { Carrier = Carrier.WhenExtended };

        yield return Access("Allow", "UnitFile", "systemd_unit_file_t", Permissions.ListDirectory) with { Carrier = Carrier.WithSystemd };
        yield return Access("Allow", "UnitFile", "systemd_unit_file_t", Permissions.ReadFile) with { Carrier = Carrier.WithSystemd };
        yield return Call("ManageTree<UnitFile>", "systemd_unit_file_t", Permissions.ManageDirectory, Permissions.ManageFile) with { Carrier = Carrier.WithSystemd };
        yield return new(Carrier.WithSystemd, $"TypeTransition<UnitFile, {cs}.Data>(typeof(FilePerms), Name = \"{own}.conf\")", $"type_transition {T("")} systemd_unit_file_t:file {T("Data")} \"{own}.conf\";");
    }

    private static SyntheticRule Label(string csharp, string path, string type) =>
        new(Carrier.Domain, csharp, "", $"{path}\tgen_context(system_u:object_r:{type},s0)");

    private SyntheticRule Access(string word, string target, string targetType, params Permissions[] permissions) => new(
        Carrier.Domain,
        $"{word}<{target}>({string.Join(", ", permissions.Select(p => p.CSharp))})",
        string.Join('\n', permissions.Select(p => Te(word.ToLowerInvariant(), TypeOf(Own, ""), targetType, p))));

    private SyntheticRule Call(string csharp, string targetType, params Permissions[] permissions) => new(
        Carrier.Domain,
        csharp,
        string.Join('\n', permissions.Select(p => Te("allow", TypeOf(Own, ""), targetType, p))));

    private static string DomainTransition(string source, string executable, string target) =>
        $"""
        type_transition {source} {executable}:process {target};
        {Te("allow", source, executable, Permissions.Execute)}
        {Te("allow", source, target, Permissions.Transition)}
        {Te("allow", target, executable, Permissions.Enter)}
        {Te("allow", target, source, Permissions.InheritDescriptor)}
        {Te("allow", target, source, Permissions.InheritPipe)}
        {Te("allow", target, source, Permissions.TellParent)}
        {Te("dontaudit", source, target, Permissions.Cleanse)}
        """;

    private static string Te(string word, string source, string target, Permissions permissions) =>
        $"{word} {source} {target}:{permissions.Class} {{ {string.Join(' ', permissions.Names)} }};";
}
