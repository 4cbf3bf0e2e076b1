using TypedPolicy.Toolchain.Tests.Tools;

namespace TypedPolicy.Toolchain.Tests.Linking;

/// <summary>A base policy of the tests' own: classes, one sensitivity, and for each attribute a rule that shows who its members are.</summary>
internal sealed class SmallBase : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _base;

    public SmallBase()
    {
        using var reader = new StreamReader(typeof(SmallBase).Assembly.GetManifestResourceStream("base.cil")!);
        _base = _folder.Write("base.cil", reader.ReadToEnd());
        Alone = LinkedPolicy.Link(_folder, [_base]);
        Alone.Run.Succeeded();
    }

    /// <summary>The base without any module.</summary>
    public LinkedPolicy Alone { get; }

    /// <summary>Links the base with modules of some text.</summary>
    public LinkedPolicy Link(params (string Name, string Cil)[] modules) => Link(merging: true, modules);

    /// <summary>The same with or without -m, which makes one of two declarations.</summary>
    public LinkedPolicy Link(bool merging, params (string Name, string Cil)[] modules) =>
        LinkedPolicy.Link(_folder, [_base, .. modules.Select(m => _folder.Write(m.Name, m.Cil))], merging);

    public void Dispose() => _folder.Dispose();
}
