using System.Globalization;
using System.Text;

namespace TypedPolicy.Tool.Packaging;

/// <summary>The archive that a package of dpkg is (deb(5), ar(5)): a mark, then each member behind a head of 60 characters, at an even place.</summary>
internal static class ArFile
{
    /// <summary>Writes one.</summary>
    /// <param name="members">Names of at most 15 characters, and contents.</param>
    public static byte[] Write(params IEnumerable<(string Name, byte[] Content)> members)
    {
        using var file = new MemoryStream();
        file.Write("!<arch>\n"u8);
        foreach (var (name, content) in members)
        {
            var head = string.Create(CultureInfo.InvariantCulture, $"{name,-16}{PackageFacts.Time.ToUnixTimeSeconds(),-12}{0,-6}{0,-6}{"100644",-8}{content.Length,-10}`\n");
            file.Write(Encoding.ASCII.GetBytes(head));
            file.Write(content);
            if (content.Length % 2 != 0)
            {
                file.WriteByte((byte)'\n');
            }
        }

        return file.ToArray();
    }
}
