using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace TypedPolicy.Sepol.Interop;

/// <summary>The one way into libsepol. The log handler, its level and the debug switch belong to the whole process, so one caller is inside at a time.</summary>
internal static unsafe class SepolGate
{
    /// <summary>CIL_WARN: errors, and the conflicts that libsepol 3.4 reports as warnings only.</summary>
    private const int Warnings = 2;

    /// <summary>Set to 1, this variable has a machine with libsepol behave as one without: to see what a build reports there.</summary>
    private const string WithoutLibsepol = "TYPEDPOLICY_WITHOUT_LIBSEPOL";

    private static readonly Lock Gate = new();
    private static readonly Lazy<bool> Found = new(() => Environment.GetEnvironmentVariable(WithoutLibsepol) != "1" && NativeLibrary.TryLoad(Libsepol.Name, typeof(SepolGate).Assembly, null, out _));
    private static LogText? Current;

    public static bool IsAvailable => Found.Value;

    public static string HowToInstall => $"{Libsepol.Name} is not installed. Debian and Ubuntu have it in the package libsepol2, Fedora and Enterprise Linux in libsepol.";

    /// <summary>Runs what calls libsepol, and passes libsepol's messages to <paramref name="log"/>.</summary>
    /// <exception cref="SepolException">libsepol is not installed.</exception>
    public static T Run<T>(LogText log, Func<T> action)
    {
        if (!IsAvailable)
        {
            throw new SepolException(HowToInstall);
        }

        lock (Gate)
        {
            try
            {
                Current = log;
                using var errors = StandardErrorOfC.Captured(log);
                Libsepol.sepol_debug(errors is null ? 0 : 1);
                Libsepol.cil_set_log_level(Warnings);
                Libsepol.cil_set_log_handler(&Receive);
                return action();
            }
            finally
            {
                Current = null;
            }
        }
    }

    // The level is that of the whole process, not the message's: libsepol 3.4 hands over its own variable.
    // Nothing may be thrown through libsepol's frames: Add keeps what fits and drops the rest.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Receive(int _, byte* message)
    {
        if (message != null)
        {
            Current?.Add(Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(message)));
        }
    }
}
