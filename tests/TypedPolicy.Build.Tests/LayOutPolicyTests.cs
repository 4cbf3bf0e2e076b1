namespace TypedPolicy.Build.Tests;

public sealed class LayOutPolicyTests : IDisposable
{
    private readonly LayoutFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void One_target_is_laid_out_straight_and_several_in_folders()
    {
        Assert.Empty(_folder.LayOut(Carrier.Of("gravity"), "el9"));
        Assert.Equal(["gravity.cil", "gravity.fc"], _folder.Staged);

        Assert.Empty(_folder.LayOut(Carrier.Of("gravity"), "el9, debian12"));
        Assert.Equal(["debian12/gravity.cil", "debian12/gravity.fc", "el9/gravity.cil", "el9/gravity.fc"], _folder.Staged);

        Assert.Empty(_folder.LayOut(Carrier.Of("gravity"), "debian12;debian12"));
        Assert.Equal(["gravity.cil", "gravity.fc"], _folder.Staged);
        Assert.False(Directory.Exists(_folder.PathOf("obj/policy/el9")));
    }

    [Fact]
    public void Each_target_gets_its_own_labels()
    {
        var carrier = new Carrier("gravity").Artifact("gravity.fc", "el9", "/var/run/gravity\n").Artifact("gravity.fc", "debian12", "/run/gravity\n");
        Assert.Empty(_folder.LayOut(carrier, "el9;debian12"));
        Assert.Equal("/var/run/gravity\n", _folder.Read("obj/policy/el9/gravity.fc"));
        Assert.Equal("/run/gravity\n", _folder.Read("obj/policy/debian12/gravity.fc"));
    }

    [Fact]
    public void Text_is_written_as_utf8_without_a_mark()
    {
        Assert.Empty(_folder.LayOut(new Carrier("a").Artifact("a.cil", "el9", "; \u00E9\n")));
        Assert.Equal([0x3B, 0x20, 0xC3, 0xA9, 0x0A], File.ReadAllBytes(_folder.PathOf("obj/policy/a.cil")));
    }

    [Fact]
    public void Upstream_policy_comes_along_and_the_lists_tell_it_from_the_projects_own()
    {
        Assert.Empty(_folder.LayOut(Carrier.Of("gravity"), "el9", Carrier.Of("planet"), new Carrier("plain")));
        Assert.Equal(["gravity.cil", "gravity.fc", "planet.cil", "planet.fc"], _folder.Staged);
        Assert.Equal("gravity.cil\ngravity.fc\nplanet.cil\nplanet.fc\n", _folder.Read("obj/policy/.files"));
        Assert.Equal("gravity.cil\ngravity.fc\n", _folder.Read("obj/policy/.own"));
        Assert.Contains(".stamp", _folder.Files("obj/policy", hidden: true));
    }

    [Fact]
    public void One_assembly_counts_once_along_however_many_paths()
    {
        var own = Carrier.Of("gravity").CompileTo(_folder.PathOf("obj"));
        var planet = Carrier.Of("planet").CompileTo(_folder.PathOf("upstream"));
        var copy = Carrier.Of("planet").CompileTo(_folder.PathOf("copy"));
        Assert.Empty(_folder.LayOutAssemblies(own, "el9", planet, planet, copy, own, Carrier.Of("gravity").CompileTo(_folder.PathOf("copy"))));
    }

    [Fact]
    public void Only_what_changed_is_written()
    {
        _folder.LayOut(Carrier.Of("gravity"));
        var longAgo = new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(_folder.PathOf("obj/policy/gravity.cil"), longAgo);
        File.SetLastWriteTimeUtc(_folder.PathOf("obj/policy/gravity.fc"), longAgo);

        _folder.LayOut(new Carrier("gravity")
            .Artifact("gravity.cil", "el9", "(type gravity_t)\n")
            .Artifact("gravity.fc", "el9", "/opt/gravity\n")
            .Code("class Neutral;"));

        Assert.Equal(longAgo, File.GetLastWriteTimeUtc(_folder.PathOf("obj/policy/gravity.cil")));
        Assert.NotEqual(longAgo, File.GetLastWriteTimeUtc(_folder.PathOf("obj/policy/gravity.fc")));
        Assert.DoesNotContain(_folder.Files("obj/policy", hidden: true), path => path.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_no_longer_carried_is_deleted_and_nothing_else()
    {
        _folder.LayOut(new Carrier("a").Artifact("a.cil", "el9", "a").Artifact("lxc_contexts/a.fc", "el9", "a"));
        _folder.Write("obj/policy/mine.txt", "");
        _folder.Write("bin/policy/lxc_contexts/a.fc", "a");
        _folder.Write("bin/policy/lxc_contexts/mine", "");
        _folder.LayOut(new Carrier("a").Artifact("lxc_contexts", "el9", "now a file"));
        Assert.Equal(["lxc_contexts", "mine.txt"], _folder.Staged);
        Assert.Equal(["lxc_contexts/mine"], _folder.Files("bin/policy"));
    }

    [Theory]
    [InlineData("helper.cs", "public static class Extra;")]
    [InlineData("Directory.Build.props", "<Project/>")]
    [InlineData("tool.dll", "MZ")]
    public void An_artifact_that_is_no_policy_file_is_refused_and_nothing_of_its_assembly_is_laid_out(string path, string text)
    {
        var error = Assert.Single(_folder.LayOut(Carrier.Of("gravity"), "el9", Carrier.Of("extra").Artifact(path, "el9", text)));
        Assert.StartsWith("TP9003: ", error, StringComparison.Ordinal);
        Assert.Contains($"'{path}'", error, StringComparison.Ordinal);
        Assert.Contains("it is not a policy file", error, StringComparison.Ordinal);
        Assert.Empty(_folder.Staged);
    }

    [Fact]
    public void What_a_package_says_stays_on_one_line_of_the_build()
    {
        const string forged = "X\n/etc/passwd(1,1): error CS0001: no\u2028\u202E\u001B[2J";
        var own = new Carrier("gravity").Problem("TP1005", "a\nb.cs", 1, 1, forged).CompileTo(_folder.PathOf("obj"));
        var error = Assert.Single(_folder.Errors(own, "el9"));
        Assert.DoesNotContain(error.File + error.Message, c => char.IsControl(c) || c is '\u2028' or '\u202E');

        var upstream = new Carrier("planet").Manifest("type same_t").Artifact($"../{forged}", forged, forged);
        Assert.All(_folder.LayOut(Carrier.Of("gravity"), "el9", upstream), e => Assert.DoesNotContain(e, c => char.IsControl(c) || c is '\u2028' or '\u202E'));
    }

    [Fact]
    public void A_list_that_was_tampered_with_deletes_nothing_outside()
    {
        _folder.Write("obj/precious", "");
        _folder.Write("bin/precious", "");
        _folder.Write("obj/policy/.files", $"../precious\n{_folder.PathOf("obj/precious")}\nold.cil\n");
        _folder.Write("obj/policy/old.cil", "");
        Assert.Empty(_folder.LayOut(Carrier.Of("gravity")));
        Assert.True(File.Exists(_folder.PathOf("obj/precious")));
        Assert.True(File.Exists(_folder.PathOf("bin/precious")));
        Assert.Equal(["gravity.cil", "gravity.fc"], _folder.Staged);
    }

    [Fact]
    public void Problems_become_errors_at_their_places()
    {
        var own = new Carrier("gravity")
            .Problem("TP1005", "src/Gravity.cs", 12, 4, "Braces {0} are text.")
            .Problem("TP2001", "", 0, 0, "Nowhere.")
            .CompileTo(_folder.PathOf("obj"));
        var errors = _folder.Errors(own, "el9");
        Assert.Equal(["TP1005", "TP2001"], errors.Select(error => error.Code));
        Assert.Equal("Braces {0} are text.", errors[0].Message);
        Assert.Equal(_folder.PathOf(Path.Combine("src", "Gravity.cs")), errors[0].File);
        Assert.Equal((12, 4, 12, 7), (errors[0].LineNumber, errors[0].ColumnNumber, errors[0].EndLineNumber, errors[0].EndColumnNumber));
        Assert.Equal("/project/project.csproj", errors[1].File);
    }

    [Fact]
    public void Problems_remove_the_projects_own_files_and_keep_upstream_ones()
    {
        _folder.LayOut(Carrier.Of("gravity"), "el9", Carrier.Of("planet"));
        _folder.Write("bin/policy/gravity.cil", "");
        _folder.Write("bin/policy/planet.cil", "");

        Assert.Equal(
            ["TP1005: Not so."],
            _folder.LayOut(new Carrier("gravity").Problem("TP1005", "a.cs", 1, 1, "Not so."), "el9", Carrier.Of("planet")));

        Assert.Equal(["planet.cil", "planet.fc"], _folder.Staged);
        Assert.Equal(["planet.cil"], _folder.Files("bin/policy"));
        Assert.Equal("planet.cil\nplanet.fc\n", _folder.Read("obj/policy/.files"));
        Assert.DoesNotContain(".stamp", _folder.Files("obj/policy", hidden: true));

        Assert.Empty(_folder.LayOut(Carrier.Of("gravity"), "el9", Carrier.Of("planet")));
        Assert.Equal(["gravity.cil", "gravity.fc", "planet.cil", "planet.fc"], _folder.Staged);
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("/tmp/evil")]
    public void A_path_that_leaves_the_folder_is_refused_and_nothing_is_laid_out(string path)
    {
        var error = Assert.Single(_folder.LayOut(Carrier.Of("gravity"), "el9", Carrier.Of("planet").Artifact(path, "el9", "evil")));
        Assert.StartsWith("TP9003: ", error, StringComparison.Ordinal);
        Assert.Contains("'planet'", error, StringComparison.Ordinal);
        Assert.Contains($"'{path}'", error, StringComparison.Ordinal);
        Assert.Empty(_folder.Staged);
        Assert.DoesNotContain(_folder.Files("", hidden: true), file => file.EndsWith("evil", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("shared.cil", "shared.cil")]
    [InlineData("shared.cil", "Shared.cil")]
    [InlineData("lxc_contexts", "lxc_contexts/inner.fc")]
    public void One_path_from_two_assemblies_is_an_error_that_names_both(string first, string second)
    {
        var error = Assert.Single(_folder.LayOut(
            new Carrier("gravity").Artifact(first, "el9", "a"), "el9", new Carrier("planet").Artifact(second, "el9", "b")));
        Assert.StartsWith("TP9004: ", error, StringComparison.Ordinal);
        Assert.Contains("'gravity'", error, StringComparison.Ordinal);
        Assert.Contains("'planet'", error, StringComparison.Ordinal);
        Assert.Empty(_folder.Staged);
    }

    [Theory]
    [InlineData("type gravity_t", "type gravity_t", true)]
    [InlineData("type gravity_t", "typeattribute gravity_t", true)]
    [InlineData("typealias gravity_t", "type gravity_t", true)]
    [InlineData("boolean gravity_t", "tunable gravity_t", true)]
    [InlineData("role gravity_r", "roleattribute gravity_r", true)]
    [InlineData("user gravity", "user gravity", true)]
    [InlineData("class gravity", "classmap gravity", true)]
    [InlineData("macro gravity_use", "macro gravity_use", true)]
    [InlineData("type gravity", "boolean gravity", false)]
    [InlineData("role gravity", "user gravity", false)]
    [InlineData("type gravity_t", "type Gravity_t", false)]
    public void One_name_is_declared_once_in_its_namespace(string first, string second, bool clash)
    {
        var errors = _folder.LayOut(new Carrier("gravity").Manifest(first), "el9", new Carrier("planet").Manifest(second));
        if (!clash)
        {
            Assert.Empty(errors);
            return;
        }

        var error = Assert.Single(errors);
        Assert.StartsWith("TP1001: The SELinux name 'gravity", error, StringComparison.Ordinal);
        Assert.Contains("both 'gravity' (", error, StringComparison.Ordinal);
        Assert.Contains("and 'planet' (", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_target_is_an_error_that_lists_the_known_ones()
    {
        var error = Assert.Single(_folder.LayOut(Carrier.Of("gravity"), "el9;el7"));
        Assert.StartsWith("TP9005: Unknown target 'el7' in TypedPolicyTargets.", error, StringComparison.Ordinal);
        Assert.Contains(string.Join(", ", KnownTargets.All), error, StringComparison.Ordinal);
        Assert.StartsWith("TP9005: TypedPolicyTargets is empty", Assert.Single(_folder.LayOut(Carrier.Of("gravity"), " ; ")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("debain12", "Did you mean 'debian12'? Use")]
    [InlineData("EL9", "Did you mean 'el9'? Use")]
    [InlineData("refpolcy", "Did you mean 'refpolicy'? Use")]
    [InlineData("debian", "TypedPolicyTargets. Use")]
    [InlineData("debain13", "Did you mean 'debian13'? Use")]
    [InlineData("rhel9", "Did you mean 'el9'? Use")]
    [InlineData("Rocky-10", "Did you mean 'el10'? Use")]
    [InlineData("fedora42", "Did you mean 'fedora'? Use")]
    [InlineData("el", "TypedPolicyTargets. Use")]
    [InlineData("el7", "TypedPolicyTargets. Use")]
    [InlineData("debian11", "TypedPolicyTargets. Use")]
    [InlineData("solaris", "TypedPolicyTargets. Use")]
    public void A_target_that_is_misspelt_is_proposed_and_another_release_is_not(string asked, string says) =>
        Assert.Contains(says, Assert.Single(_folder.LayOut(Carrier.Of("gravity"), asked)), StringComparison.Ordinal);

    [Fact]
    public void A_package_without_a_target_that_is_asked_for_is_an_error_that_names_both()
    {
        var error = Assert.Single(_folder.LayOut(Carrier.Of("gravity"), "el9;debian12", Carrier.Of("planet", "el8 el9")));
        Assert.StartsWith("TP9006: ", error, StringComparison.Ordinal);
        Assert.Contains("'planet'", error, StringComparison.Ordinal);
        Assert.Contains("'debian12', only for el8, el9", error, StringComparison.Ordinal);
    }

    [Fact]
    public void One_file_twice_for_one_target_is_an_error() =>
        Assert.StartsWith(
            "TP9007: ",
            Assert.Single(_folder.LayOut(new Carrier("a").Artifact("a.cil", "el9", "a").Artifact("a.cil", "el8 el9", "b"))),
            StringComparison.Ordinal);

    [Fact]
    public void A_package_that_was_built_with_errors_is_refused() =>
        Assert.Contains(
            "TP1005: Not so.",
            Assert.Single(_folder.LayOut(Carrier.Of("gravity"), "el9", new Carrier("planet").Problem("TP1005", "a.cs", 1, 1, "Not so."))),
            StringComparison.Ordinal);

    [Fact]
    public void A_folder_that_cannot_be_written_is_an_error()
    {
        _folder.Write("obj/policy", "a file where the folder should be");
        Assert.StartsWith("TP9008: ", Assert.Single(_folder.LayOut(Carrier.Of("gravity"))), StringComparison.Ordinal);
    }
}
