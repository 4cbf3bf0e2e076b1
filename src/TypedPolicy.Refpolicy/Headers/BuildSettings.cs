using System.Collections.Immutable;

namespace TypedPolicy.Refpolicy.Headers;

/// <summary>
/// How a distribution built its policy: what the devel Makefile makes of <c>build.conf</c> and passes to m4. Every <c>ifdef</c> of the
/// headers is decided by it.
/// </summary>
/// <param name="Definitions">The definitions, <c>-D name=value</c> in m4's command line, in order.</param>
public sealed record BuildSettings(ImmutableArray<KeyValuePair<string, string>> Definitions)
{
    /// <summary>The settings without a <c>build.conf</c>: those that the devel Makefile falls back to.</summary>
    public static BuildSettings Default { get; } = Parse("");

    /// <summary>The distribution, <c>debian</c> or <c>redhat</c>; empty for none.</summary>
    public string Distribution => Definitions.Select(d => d.Key).FirstOrDefault(k => k.StartsWith("distro_", StringComparison.Ordinal))?.Substring("distro_".Length) ?? "";

    /// <summary>Whether m4 is told a name.</summary>
    public bool Has(string name) => Definitions.Any(d => d.Key == name);

    /// <summary>Reads a <c>build.conf</c>, for a tree without a Makefile: what the devel Makefiles of distributions make of it.</summary>
    /// <param name="text">The text of the file.</param>
    public static BuildSettings Parse(string text)
    {
        var values = DevelMakefile.Assignments(text);
        string Value(string name, string otherwise) => values.TryGetValue(name, out var value) && value.Length > 0 ? value : otherwise;

        var definitions = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        void Define(string name, string value = "") => definitions.Add(new(name, value));
        void DefineIf(string variable, string value, string name)
        {
            if (Value(variable, "") == value)
            {
                Define(name);
            }
        }

        DefineIf("TYPE", "mls", "enable_mls");
        DefineIf("TYPE", "mcs", "enable_mcs");
        if (Value("DISTRO", "") is { Length: > 0 } distribution)
        {
            Define("distro_" + distribution);
        }

        // The Makefile of Fedora and Enterprise Linux defines it in any case.
        DefineIf("DISTRO", "redhat", "hide_broken_symptoms");
        DefineIf("SYSTEMD", "y", "init_systemd");
        DefineIf("DIRECT_INITRC", "y", "direct_sysadm_daemon");
        DefineIf("UBAC", "y", "enable_ubac");
        foreach (var option in Value("CUSTOM_BUILDOPT", "").Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            Define(option);
        }

        Define("mls_num_sens", Value("MLS_SENS", "16"));
        Define("mls_num_cats", Value("MLS_CATS", "1024"));
        Define("mcs_num_cats", Value("MCS_CATS", "1024"));
        return new BuildSettings(definitions.ToImmutable());
    }

    /// <summary>Reads a tree's <c>Makefile</c> with its <c>build.conf</c>: the definitions that it passes to m4. No program is run.</summary>
    /// <param name="makefile">The text of the Makefile; null if the tree has none.</param>
    /// <param name="buildConf">The text of <c>build.conf</c>; empty if the tree has none.</param>
    public static BuildSettings Read(string? makefile, string buildConf) =>
        makefile is not null && DevelMakefile.Definitions(makefile, buildConf) is { IsEmpty: false } definitions ? new BuildSettings(definitions) : Parse(buildConf);

    /// <summary>The settings with further definitions, which win over those of the same name.</summary>
    /// <param name="definitions">The definitions.</param>
    public BuildSettings With(IReadOnlyCollection<KeyValuePair<string, string>> definitions) =>
        definitions.Count == 0 ? this : new BuildSettings([.. Definitions.Where(d => definitions.All(other => other.Key != d.Key)), .. definitions]);

    /// <summary>Reads <c>NAME</c> or <c>NAME=VALUE</c>, as <c>m4 -D</c> takes it; null if the name is not one of m4's.</summary>
    /// <param name="text">The text.</param>
    public static KeyValuePair<string, string>? TryDefinition(string text)
    {
        var equals = text.IndexOf('=');
        var (name, value) = equals < 0 ? (text, "") : (text.Substring(0, equals), text.Substring(equals + 1));
        return name.Length > 0 && name.All(c => c == '_' || c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9') && name[0] is not (>= '0' and <= '9')
            ? new(name, value)
            : null;
    }
}
