using System.Runtime.InteropServices;
using System.Text;

namespace TypedPolicy.Sepol.Interop;

/// <summary>
/// What libsepol writes to C's standard error beside its log handler, such as <c>libsepol.bounds_check_role_callback: Role bounds violation, …</c>, which names a cause that the handler
/// never hears of. The variable <c>stderr</c> of glibc, which may be set like any other, leads to memory meanwhile; .NET writes past it, to the descriptor.
/// </summary>
internal sealed unsafe class StandardErrorOfC : IDisposable
{
    private static readonly Lazy<(nint Error, nint Output)> Variables = new(Find);
    private readonly LogText _log;
    private readonly CFile _file;
    private readonly nint _error;
    private readonly nint _output;

    private StandardErrorOfC(LogText log)
    {
        _log = log;
        _file = CFile.Writing();
        (_error, _output) = (*(nint*)Variables.Value.Error, *(nint*)Variables.Value.Output);
        *(nint*)Variables.Value.Error = *(nint*)Variables.Value.Output = _file.DangerousGetHandle();
    }

    /// <summary>Sends what is written to a log, until it is disposed of; <see langword="null"/> if this C library has no such variable to set.</summary>
    public static StandardErrorOfC? Captured(LogText log) => Variables.Value.Error == 0 ? null : new(log);

    public void Dispose()
    {
        (*(nint*)Variables.Value.Error, *(nint*)Variables.Value.Output) = (_error, _output);
        var text = Encoding.UTF8.GetString(_file.Written());
        _file.Dispose();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            // The name of the function tells a reader nothing, and neither does the counter before it.
            var message = line.StartsWith("libsepol.", StringComparison.Ordinal) && line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var end ? line[(end + 2)..] : line;
            if (!message.Contains(" errors found during ", StringComparison.Ordinal))
            {
                _log.AddCause(message);
            }
        }
    }

    // In musl the variables are constant.
    private static (nint Error, nint Output) Find()
    {
        var program = NativeLibrary.GetMainProgramHandle();
        return NativeLibrary.TryGetExport(program, "gnu_get_libc_version", out _) && NativeLibrary.TryGetExport(program, "stderr", out var error) && NativeLibrary.TryGetExport(program, "stdout", out var output)
            ? (error, output)
            : default;
    }
}
