using System.Text;
using TypedPolicy.Sepol.Linking;

namespace TypedPolicy.Sepol.Tests.Support;

/// <summary>A small policy with what every policy needs, to link modules of some text with.</summary>
internal static class Base
{
    private static readonly Lazy<PolicySource> Read = new(() =>
    {
        using var stream = typeof(Base).Assembly.GetManifestResourceStream("base.cil")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return new PolicySource("base.cil", bytes.ToArray());
    });

    public static PolicySource Source => Read.Value;

    public static PolicySource Cil(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    public static LinkResult Link(string text, LinkOptions? options = null) => PolicyLinker.Link([Source, Cil("test.cil", text)], options);
}
