using System.Runtime.CompilerServices;
using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Tests.Analyzers;

public sealed class HalfTypedTests
{
    [Fact]
    public void Nothing_throws_while_a_policy_is_typed()
    {
        for (var length = 0; length <= Sample.Source.Length; length += 7)
        {
            Direct.Of(Sample.Source[..length]);
        }
    }

    [Theory]
    [InlineData("GravityInstaller.cs")]
    [InlineData("GravityDomainTemplate.cs")]
    public void Nothing_throws_while_a_file_of_the_Gravity_policy_is_typed(string name)
    {
        var folder = Path.Combine(Root(), "samples", "Gravity");
        var files = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/Imported/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
        var typed = Array.FindIndex(files, f => Path.GetFileName(f) == name);
        var compilation = Policy.Compile([.. files.Select(f => (Path.GetFileName(f), File.ReadAllText(f)))]);
        var source = compilation.SyntaxTrees[typed].ToString();
        for (var length = 0; length <= source.Length; length += 40)
        {
            Direct.Of(Policy.Compile([(name, source[..length])]));
        }

        // With all the other files it takes longer, so there are fewer steps.
        for (var length = 0; length <= source.Length; length += Math.Max(1, source.Length / 6))
        {
            Direct.Of(compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[typed], Policy.Tree(name, source[..length])));
        }
    }

    [Theory]
    [InlineData("[User(Level = \"s0\", Level = \"s1\")] class U;")]
    [InlineData("[assembly: ContainerContexts(Process = typeof(D), Process = typeof(D))] [Domain] class D;")]
    [InlineData("[Allow] [Domain] class D;")]
    [InlineData("[Domain, Allow<>(FilePerms.Read)] class D;")]
    [InlineData("[Domain, Allow<Nothing>(FilePerms.Read)] class D;")]
    [InlineData("[Domain, Allow<D>(FilePerms.Nothing, null, 1, typeof(D))] class D;")]
    [InlineData("[Domain, Allow<D>(null)] class D;")]
    [InlineData("[Domain, Allow<int[]>(FilePerms.Read), Allow<(int, int)>(FilePerms.Read), Allow<dynamic>(FilePerms.Read)] class D;")]
    [InlineData("[Domain(null)] class D;")]
    [InlineData("[Domain(1, 2)] class D;")]
    [InlineData("[PortType, Port(Protocol.Tcp, \"x\")] class D;")]
    [InlineData("[PortType, Port((Protocol)77, 1), Port(Protocol.Tcp, 1, 2, 3)] class D;")]
    [InlineData("[FileType, FileContext(null, (FileKind)99)] class D;")]
    [InlineData("[PolicyInterface] class RAttribute(string a, int b) : PolicyInterfaceAttribute; [Domain, R(1), R(\"a\", \"b\", \"c\")] class D;")]
    [InlineData("[PolicyInterface] class RAttribute(string? a, params string[] b) : PolicyInterfaceAttribute; [Domain, R(null)] class D;")]
    [InlineData("[Domain] class D : D;")]
    [InlineData("[Template] abstract class T<TSelf> : T<TSelf>; [Domain] class D : T<D>;")]
    [InlineData("[Template] abstract class T<TSelf>; [Domain] class D : T;")]
    [InlineData("[TypeAttribute] interface IA : IB; [TypeAttribute] interface IB : IA; [Domain] class D : IA;")]
    [InlineData("[User(null, typeof(int), Level = null)] class U;")]
    [InlineData("[Domain, TypeTransition<D, D>(null)] class D; [Domain, TypeTransition<D, D>(typeof(List<>), null, Name = null)] class E;")]
    [InlineData("[External] enum E { A = B, B = A } [Domain, Allow<Self>(E.A)] class D;")]
    [InlineData("[Domain, If<D>] static class D { [If<")]
    public void Nothing_throws_on_what_does_not_compile(string source) => Direct.Of(source);

    private static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
