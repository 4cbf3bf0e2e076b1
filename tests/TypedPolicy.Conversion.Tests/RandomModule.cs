using System.Globalization;
using System.Text;
using TypedPolicy.Refpolicy.Headers;

namespace TypedPolicy.Conversion.Tests;

/// <summary>Modules in the ways that people write them, made from a seed.</summary>
/// <param name="seed">The number of the module, which its names carry.</param>
/// <param name="interfaces">The interfaces that it calls.</param>
/// <param name="declared">The names that the base policy declares.</param>
internal sealed class RandomModule(int seed, IEnumerable<HeaderInterface> interfaces, IReadOnlySet<string> declared)
{
    private static readonly string[] Words = ["data", "cache", "spool", "conf", "sock", "key"];
    private static readonly string[] FilePerms = ["read_file_perms", "{ getattr open read }", "manage_file_perms", "{ read_file_perms execute }", "getattr", "rw_file_perms"];
    private static readonly string[] DirPerms = ["search_dir_perms", "list_dir_perms", "{ search add_name write }", "manage_dir_perms", "search"];
    private static readonly string[] Patterns = ["manage_files_pattern", "read_files_pattern", "rw_files_pattern", "manage_dirs_pattern", "create_files_pattern", "read_lnk_files_pattern"];
    private static readonly string[] BaseTypes = ["etc_t", "var_t", "bin_t", "usr_t", "proc_t", "device_t"];

    private const string FileAttributes = "file_type, non_security_file_type, non_auth_file_type";

    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();
    private readonly List<string> _domains = [];
    private readonly List<string> _files = [];
    private int _names;

    public string Name { get; } = $"rt{seed.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>How many interfaces it calls.</summary>
    public int Calls { get; private set; }

    public string Make()
    {
        if (seed % 10 == 0)
        {
            return OfAuditTool();
        }

        Line($"policy_module({Name}, 1.{seed}.0)\n\n########################################\n#\n# Declarations\n#\n");
        Line($"## <desc>\n## <p>Determine whether {Name} may do more.</p>\n## </desc>\ngen_tunable({Name}_more, {(_random.Next(2) == 0 ? "true" : "false")})\n");
        Line($"gen_require(`\n\tattribute domain, file_type, non_security_file_type, non_auth_file_type, exec_type, entry_type;\n\ttype init_t, {string.Join(", ", BaseTypes)};\n\tbool secure_mode;\n')\n");
        Domain(Name);
        if (_random.Next(2) == 0)
        {
            Domain(Name + "_helper");
        }

        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            File(Words[i]);
        }

        if (_random.Next(3) == 0)
        {
            Line($"attribute {Name}_all;\ntypeattribute {_files[0]} {Name}_all;\nallow {_domains[0]} {Name}_all:file {Pick(FilePerms)};");
        }

        if (_random.Next(4) == 0)
        {
            Line($"typealias {_files[0]} alias {Name}_old_t;");
        }

        Line("\n########################################\n#\n# Local policy\n#\n");
        foreach (var domain in _domains)
        {
            Rules(domain);
        }

        Line("\n########################################\n#\n# What others offer\n#\n");
        var calls = new RandomCalls(Name, _random, declared);
        foreach (var item in interfaces)
        {
            calls.Add(item);
        }

        Calls = calls.Count;
        Line(calls.Text);

        return _text.ToString();
    }

    private void Rules(string domain)
    {
        Line($"allow {domain} self:process {Pick(["signal", "{ signal sigkill setsched }", "signal_perms", "getsched"])};");
        Line($"allow {domain} self:{{ tcp_socket udp_socket }} {{ create bind getattr }};");
        Line($"# What {domain} keeps.");
        for (var i = _random.Next(2, 6); i > 0; i--)
        {
            Line(Rule(domain));
        }

        Line($"optional_policy(`\n\tgen_require(`\n\t\ttype sshd_t;\n\t')\n\tallow {domain} sshd_t:process signull;\n\tdontaudit sshd_t {domain}:fd use;\n')\n");
        if (_random.Next(2) == 0)
        {
            Line($"optional_policy(`\n\tgen_require(`\n\t\ttype nowhere_{Name}_t;\n\t')\n\tallow {domain} nowhere_{Name}_t:file read_file_perms;\n')\n");
        }

        var condition = Pick([$"{Name}_more", $"!{Name}_more", $"{Name}_more && secure_mode", $"{Name}_more || !secure_mode"]);
        Line($"tunable_policy(`{condition}',`\n\tallow {domain} {Pick(_files)}:file {Pick(FilePerms)};\n\tcan_exec({domain}, {Pick(_files)})\n'{(_random.Next(2) == 0 ? $",`\n\tdontaudit {domain} {Pick(_files)}:dir search;\n'" : "")})\n");
        if (_random.Next(2) == 0)
        {
            Line($"ifdef(`distro_debian',`\n\tallow {domain} {Pick(_files)}:lnk_file read_lnk_file_perms;\n',`\n\tallow {domain} no_such_t:file read;\n')\n");
        }
    }

    private string Rule(string domain) => _random.Next(10) switch
    {
        0 => $"allow {domain} {{ {Pick(_files)} {Pick(BaseTypes)} }}:file {Pick(FilePerms)};",
        1 => $"allow {domain} {Pick(_files)}:dir {Pick(DirPerms)};",
        2 => $"dontaudit {domain} {Pick(BaseTypes)}:file {Pick(FilePerms)};",
        3 => $"auditallow {domain} {Pick(_files)}:file write;",
        4 => $"{Pick(Patterns)}({domain}, {Pick(_files)}, {Pick(_files)})",
        5 => $"filetrans_pattern({domain}, etc_t, {_files[0]}, file, \"{Name}.conf{_names++}\")",
        6 => $"type_transition {domain} {Pick(_files)}:sock_file {_files[0]} \"{Name} s{_names++}\";",
        7 => $"can_exec({domain}, {Pick(_files)})",
        8 => $"allow init_t {domain}:process {Pick(["signal", "{ signal getattr }"])};",
        _ => $"allow {domain} {_domains[0]}:unix_stream_socket {{ connectto read write }};",
    };

    private void Domain(string name)
    {
        _domains.Add(name + "_t");
        Line($"type {name}_t;\ntype {name}_exec_t;");
        Line(_random.Next(3) switch
        {
            0 => $"typeattribute {name}_t domain;\ntypeattribute {name}_exec_t {FileAttributes}, exec_type, entry_type;\ndomtrans_pattern(init_t, {name}_exec_t, {name}_t)\nallow {name}_t {name}_exec_t:file {{ entrypoint mmap_exec_file_perms }};\nrole system_r types {name}_t;\n",
            1 => $"typeattribute {name}_t domain;\ntypeattribute {name}_exec_t {FileAttributes};\nrole system_r types {name}_t;\nspec_domtrans_pattern(init_t, {name}_exec_t, {name}_t)\n",
            _ => $"typeattribute {name}_exec_t file_type;\ntypeattribute {name}_t domain;\n",
        });
    }

    private void File(string word)
    {
        _files.Add($"{Name}_{word}_t");
        Line($"# Its {word}.\ntype {Name}_{word}_t;\ntypeattribute {Name}_{word}_t {Pick([FileAttributes, "file_type", "file_type, non_security_file_type"])};\n");
    }

    /// <summary>What audit2allow writes: a module of the plain language, which requires all that it names.</summary>
    private string OfAuditTool()
    {
        var types = Several(BaseTypes, 2, 4).ToList();
        return $$"""
            module {{Name}} 1.0;

            require {
            	type init_t;
            	{{string.Join("\n\t", types.Select(t => $"type {t};"))}}
            	class file { read open getattr };
            	class process { signal sigchld };
            	class capability net_admin;
            }

            #============= init_t ==============
            {{string.Join("\n", types.Select(t => $"allow init_t {t}:file {{ read open }};"))}}

            #!!!! This avc is allowed in the current policy
            allow init_t self:process signal;
            allow init_t self:capability net_admin;
            """;
    }

    private void Line(string text) => _text.Append(text).Append('\n');

    private T Pick<T>(IReadOnlyList<T> all) => all[_random.Next(all.Count)];

    private IEnumerable<T> Several<T>(IReadOnlyList<T> all, int least, int most) =>
        Enumerable.Range(0, _random.Next(least, most)).Select(_ => Pick(all)).Distinct().ToList();
}
