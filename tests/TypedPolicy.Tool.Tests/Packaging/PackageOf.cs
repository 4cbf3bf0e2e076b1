using TypedPolicy.Model.Targets;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Tool.Packaging;

namespace TypedPolicy.Tool.Tests.Packaging;

/// <summary>Packages of modules that lie somewhere.</summary>
internal static class PackageOf
{
    /// <summary>What nobody should be able to say to a shell, to m4, to RPM or to dpkg by a description.</summary>
    public const string Hostile = "$(touch /tmp/typedpolicy-hostile) `id` '\"; %{lua:error('x')} %(id) %post\n%post\nexit 9\n %if 0\nEssential: yes\n\n.\n\u001b[2J\u2028x";

    public static PackageFacts Files(string store, string version, string text, params string[] files) =>
        new(PackageFacts.NameOf("greeter"), version, store == "targeted" ? Target.El9 : Target.Debian12, store, [.. files.Select(PolicySource.FromFile)], [])
        {
            Summary = "Policy of the greeter service" + text,
            Description = "Policy modules of the greeter service." + text,
            Maintainer = "Jane Doe <jane@example.org>" + text,
            Copyright = "2026 Jane Doe" + text,
            License = "Apache-2.0" + text,
            Homepage = "https://example.org/greeter" + text,
        };
}
