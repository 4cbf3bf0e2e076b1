using TypedPolicy.Tool.Shell;
using TypedPolicy.Tool.Tests.Support;
using TypedPolicy.Toolchain.Tests.Tools;
using Installed = TypedPolicy.Toolchain.Tests.Tools.Tool;

namespace TypedPolicy.Tool.Tests.Hostile;

/// <summary>Files are written to their own names: past no link, into no device, whole or not at all.</summary>
public sealed class OutputFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("report.html")]
    [InlineData("report.html.partial")]
    public void What_a_link_leads_to_is_not_written(string link)
    {
        var precious = _folder.Write("precious", "precious");
        File.CreateSymbolicLink(_folder.At(link), precious);

        OutputFile.Write(_folder.At("report.html"), stream => stream.Write("new"u8));

        Assert.Equal("precious", File.ReadAllText(precious));
        Assert.Equal("new", File.ReadAllText(_folder.At("report.html")));
        Assert.Null(new FileInfo(_folder.At("report.html")).LinkTarget);
    }

    [Fact]
    public void What_a_dangling_link_leads_to_is_not_made()
    {
        File.CreateSymbolicLink(_folder.At("report.html"), _folder.At("elsewhere"));

        Assert.Throws<IOException>(() => OutputFile.Write(_folder.At("report.html"), stream => stream.Write("new"u8)));

        Assert.False(File.Exists(_folder.At("elsewhere")));
    }

    [Fact]
    public void A_pipe_and_a_device_are_no_files_to_write()
    {
        Installed.Mkfifo.Run(_folder.At("pipe")).Succeeded();
        foreach (var path in new[] { _folder.At("pipe"), "/dev/null", _folder.Path })
        {
            Assert.Contains("is not a regular file. Name another one.", Assert.Throws<IOException>(() => OutputFile.Write(path, stream => stream.Write("new"u8))).Message, StringComparison.Ordinal);
        }

        Assert.Equal(["pipe"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Of_what_could_not_be_written_nothing_is_left_and_the_file_of_before_stays()
    {
        var path = _folder.Write("report.html", "before");

        Assert.Throws<InvalidOperationException>(() => OutputFile.Write(path, stream =>
        {
            stream.Write("half"u8);
            throw new InvalidOperationException();
        }));

        Assert.Equal("before", File.ReadAllText(path));
        Assert.Equal(["report.html"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }
}
