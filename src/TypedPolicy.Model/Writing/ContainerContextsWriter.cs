using System.Text;
using TypedPolicy.Model.Declarations;

namespace TypedPolicy.Model.Writing;

/// <summary>Writes the <c>lxc_contexts</c> file: a key and a context a line (selinux_lxc_contexts_path(3)).</summary>
public static class ContainerContextsWriter
{
    /// <summary>The text of the file; empty where nothing is declared.</summary>
    public static string Write(PolicyModel model)
    {
        var text = new StringBuilder();
        foreach (var line in model.ContainerContexts)
        {
            text.Append(line.Key).Append(" = \"").Append(line.Context).Append("\"\n");
        }

        return text.ToString();
    }
}
