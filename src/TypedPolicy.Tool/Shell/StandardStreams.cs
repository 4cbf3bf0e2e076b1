using System.Text;
using Spectre.Console;

namespace TypedPolicy.Tool.Shell;

/// <summary>
/// The streams of this process, opened without .NET's console: that puts a terminal into application-keypad mode where its writers are used or its size is asked for, and leaves it so.
/// </summary>
internal static class StandardStreams
{
    // What a terminal has that does not say.
    private const int UsualWidth = 80;
    private const int UsualHeight = 24;

    /// <summary>Standard output.</summary>
    public static TextWriter Output { get; } = Writer(OutputBytes());

    /// <summary>Standard error.</summary>
    public static TextWriter Error { get; } = Writer(OperatingSystem.IsWindows() ? Console.OpenStandardError() : new DescriptorStream(2));

    /// <summary>Standard output, as bytes.</summary>
    public static Stream OutputBytes() => OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : new DescriptorStream(1);

    /// <summary>Standard input.</summary>
    public static TextReader Input() => new StreamReader(Console.OpenStandardInput());

    /// <summary>Standard error as a terminal.</summary>
    public static IAnsiConsoleOutput Screen { get; } = new ScreenOutput();

    private static StreamWriter Writer(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };

    private sealed class ScreenOutput : IAnsiConsoleOutput
    {
        public TextWriter Writer => Error;

        public bool IsTerminal => !Console.IsErrorRedirected;

        public int Width => UsualWidth;

        public int Height => UsualHeight;

        public void SetEncoding(Encoding encoding)
        {
        }
    }
}
