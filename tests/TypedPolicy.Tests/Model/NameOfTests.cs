using CsCheck;
using TypedPolicy.Model.Naming;
using Xunit;

namespace TypedPolicy.Tests.Model;

public sealed class NameOfTests
{
    private static readonly Gen<string> Word = Gen.Select(Gen.Char['A', 'Z'], Gen.String[Gen.Char['a', 'z'], 1, 8], (first, rest) => first + rest);

    private static readonly Gen<string> Identifier = Gen.Select(Gen.Char['A', 'Z'], Gen.String[Gen.OneOf(Gen.Char['a', 'z'], Gen.Char['A', 'Z'], Gen.Char['0', '9'], Gen.Const('_')), 0, 30], (first, rest) => first + rest);

    [Theory]
    [InlineData("GravityInstaller", EntityKind.Type, null, "gravity_installer_t")]
    [InlineData("Exec", EntityKind.Type, "gravity", "gravity_exec_t")]
    [InlineData("HTTPServer", EntityKind.Type, null, "http_server_t")]
    [InlineData("GravityT", EntityKind.Type, null, "gravity_t")]
    [InlineData("GravityType", EntityKind.Type, null, "gravity_t")]
    [InlineData("SystemR", EntityKind.Role, null, "system_r")]
    [InlineData("SystemRole", EntityKind.Role, null, "system_r")]
    [InlineData("WebUser", EntityKind.User, null, "web_u")]
    [InlineData("IGravityDomain", EntityKind.TypeAttribute, null, "gravity_domain")]
    [InlineData("Io", EntityKind.TypeAttribute, null, "io")]
    [InlineData("Sha256Sum", EntityKind.Type, null, "sha256_sum_t")]
    [InlineData("X509", EntityKind.Type, null, "x509_t")]
    [InlineData("my_type_t", EntityKind.Type, null, "my_type_t")]
    [InlineData("GravityConnectAny", EntityKind.Boolean, null, "gravity_connect_any")]
    [InlineData("LampPerms", EntityKind.ObjectClass, null, "lamp")]
    [InlineData("LampPermissions", EntityKind.ObjectClass, null, "lamp")]
    [InlineData("LampPerms", EntityKind.ClassMap, null, "lamp")]
    [InlineData("Perms", EntityKind.ObjectClass, null, "perms")]
    [InlineData("LampPerms", EntityKind.Type, null, "lamp_perms_t")]
    [InlineData("T", EntityKind.Type, null, "t_t")]
    public void A_name_is_made_of_the_words_of_the_CSharp_name(string csharp, EntityKind kind, string? prefix, string name) =>
        Assert.Equal(name, NameOf.Of(csharp, kind, prefix));

    [Fact]
    public void Words_come_back_from_their_SELinux_name() =>
        Word.Array[1, 5].Sample(words => NameOf.Pascal(NameOf.Words(string.Concat(words))) == string.Concat(words));

    [Fact]
    public void Every_name_of_ASCII_letters_is_one_that_SELinux_takes() =>
        Identifier.Sample(csharp => NameRules.Problem(NameOf.Of(csharp, EntityKind.Type, null), EntityKind.Type) is null);

    [Fact]
    public void A_name_ends_in_its_kind_once() =>
        Identifier.Sample(csharp => NameOf.Of(csharp, EntityKind.Type, null).EndsWith("_t", StringComparison.Ordinal)
            && NameOf.Of(NameOf.Of(csharp, EntityKind.Type, null), EntityKind.Type, null) == NameOf.Of(csharp, EntityKind.Type, null));

    [Fact]
    public void Every_name_of_an_assembly_makes_the_name_of_a_module() =>
        Gen.String.Sample(assembly => NameRules.ModuleProblem(NameRules.ToModuleName(assembly)) is null || assembly.Length > 2000);
}
