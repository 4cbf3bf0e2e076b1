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

    /// <summary>Whether levels have one sensitivity and categories: <c>TYPE = mcs</c>.</summary>
    public bool IsMcs => Has("enable_mcs");

    /// <summary>Whether levels are used in full: <c>TYPE = mls</c>.</summary>
    public bool IsMls => Has("enable_mls");

    /// <summary>The distribution, <c>debian</c> or <c>redhat</c>; empty for none.</summary>
    public string Distribution => Definitions.Select(d => d.Key).FirstOrDefault(k => k.StartsWith("distro_", StringComparison.Ordinal))?.Substring("distro_".Length) ?? "";

    /// <summary>Whether m4 is told a name.</summary>
    public bool Has(string name) => Definitions.Any(d => d.Key == name);

    /// <summary>Reads a <c>build.conf</c>. Only plain assignments are read: a Makefile is a program, and nothing of it is run.</summary>
    /// <param name="text">The text of the file.</param>
    public static BuildSettings Parse(string text)
    {
        var values = Assignments(text);
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

    private static Dictionary<string, string> Assignments(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var overridden = new HashSet<string>(StringComparer.Ordinal);
        foreach (var read in text.Split('\n'))
        {
            var hash = read.IndexOf('#');
            var line = (hash < 0 ? read : read.Substring(0, hash)).Trim();
            var isOverride = line.StartsWith("override ", StringComparison.Ordinal);
            line = isOverride ? line.Substring("override ".Length).Trim() : line;
            var equals = line.IndexOf('=');
            if (equals <= 0)
            {
                continue;
            }

            var onlyIfUnset = line[equals - 1] == '?';
            var name = line.Substring(0, equals).TrimEnd(' ', '\t', '?', ':', '+');
            if (onlyIfUnset ? values.ContainsKey(name) : overridden.Contains(name) && !isOverride)
            {
                continue;
            }

            values[name] = line.Substring(equals + 1).Trim();
            if (isOverride)
            {
                overridden.Add(name);
            }
        }

        return values;
    }
}
