using System.Text;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Linking;

namespace TypedPolicy.Tool.Children;

/// <summary>Modules as CIL, which libsepol makes of them in a process of its own.</summary>
internal static class ModuleCil
{
    /// <summary>The command of the child that does it.</summary>
    public const string Command = "cil";

    /// <summary>Modules as CIL, and what messages call them. A child converts them itself, as it starts none.</summary>
    /// <exception cref="Sepol.SepolException">A file is not a module, or libsepol does not survive it.</exception>
    public static IEnumerable<(string Name, string Cil)> Convert(PolicyBase modules)
    {
        if (ChildWatch.IsChild)
        {
            return modules.Read().Select(m => (m.Name, Encoding.UTF8.GetString(PolicyLinker.ToCil(m).Span)));
        }

        var parts = ChildCommand.Ask([Command, .. modules.Paths.Select(p => RepeatedCommand.Option("--policy", p))]).Select(Encoding.UTF8.GetString);
        return parts.Chunk(2).Select(module => (module[0], module[1]));
    }
}
