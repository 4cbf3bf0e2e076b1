using TypedPolicy.Guest;

namespace TypedPolicy.Testing.Kernel;

/// <content>Programs and files.</content>
public sealed partial class DomainUnderTest
{
    private const int NotATerminal = 25;
    private const int InvalidArgument = 22;

    /// <summary>Executes a program. It is one that does nothing, at the path and with the label of the path, unless another lies there.</summary>
    /// <param name="path">The path; that of <see cref="KernelUnderTest.ProgramOf{TType}"/> for any program of a type.</param>
    /// <param name="then">What the program does, in the domain that it is in.</param>
    /// <returns>The answer, whose domain is the program's.</returns>
    public KernelAnswer Exec(string path, params Step[] then)
    {
        Ensure(PlacedKind.Program, path);
        return Ask(then.Length == 0 ? $"exec {path}" : $"exec {path}, {string.Join(", ", then.Select(s => s.ToString()))}", [], path, Step.Execute(path, then));
    }

    /// <summary>Opens a file and reads it.</summary>
    public KernelAnswer Read(string path) => OnFile(path, Step.Read(path));

    /// <summary>Opens a file for reading.</summary>
    public KernelAnswer Open(string path) => OnFile(path, Step.Open(path));

    /// <summary>Opens a file and writes over what it has.</summary>
    public KernelAnswer Write(string path, string text = "x") => OnFile(path, Step.Write(path, text));

    /// <summary>Opens a file and writes at its end; it comes into being where it is not there.</summary>
    public KernelAnswer Append(string path, string text = "x") => OnFile(path, Step.Append(path, text));

    /// <summary>Asks for the attributes of a file.</summary>
    public KernelAnswer Stat(string path) => OnFile(path, Step.Stat(path));

    /// <summary>Maps a file into memory.</summary>
    public KernelAnswer Map(string path) => OnFile(path, Step.Map(path));

    /// <summary>Maps a file into memory, to execute it, as the loader does with a library.</summary>
    public KernelAnswer MapExecutable(string path) => OnFile(path, Step.MapExecutable(path));

    /// <summary>Removes a file.</summary>
    public KernelAnswer Remove(string path) => OnFile(path, Step.Remove(path));

    /// <summary>Changes the mode of a file.</summary>
    public KernelAnswer ChangeMode(string path, string mode) => OnFile(path, Step.ChangeMode(path, mode));

    /// <summary>Changes the owner of a file.</summary>
    public KernelAnswer ChangeOwner(string path, int user, int group) => OnFile(path, Step.ChangeOwner(path, user, group));

    /// <summary>Makes an ioctl request of a file. That the file does not know the request is not a denial.</summary>
    public KernelAnswer Ioctl(string path, uint request)
    {
        Ensure(PlacedKind.File, path);
        return Ask($"ioctl {path} 0x{request:x}", [NotATerminal, InvalidArgument], path, Step.Ioctl(path, request));
    }

    /// <summary>Gives a file the label of another type.</summary>
    public KernelAnswer Relabel<TType>(string path) => OnFile(path, Step.SetLabel(path, $"system_u:object_r:{PolicyNameOf.Of(typeof(TType))}:s0"));

    /// <summary>Lists a directory.</summary>
    public KernelAnswer List(string path) => OnFolder(path, Step.List(path));

    /// <summary>Removes an empty directory.</summary>
    public KernelAnswer RemoveDirectory(string path) => OnFolder(path, Step.RemoveDirectory(path));

    /// <summary>Mounts /proc on a directory, over what lies there.</summary>
    public KernelAnswer MountOn(string path) => OnFolder(path, Step.MountOn("/proc", path));

    /// <summary>Creates a file and writes to it. Its label is in the answer.</summary>
    public KernelAnswer Create(string path) => Makes(path, Step.Create(path));

    /// <summary>Creates a directory. Its label is in the answer.</summary>
    public KernelAnswer CreateDirectory(string path) => Makes(path, Step.CreateDirectory(path));

    /// <summary>Creates a symbolic link. Its label is in the answer.</summary>
    public KernelAnswer CreateLink(string path, string target) => Makes(path, Step.CreateLink(path, target));

    /// <summary>Creates a named pipe. Its label is in the answer.</summary>
    public KernelAnswer CreatePipe(string path) => Makes(path, Step.CreatePipe(path));

    /// <summary>Creates a device. Its label is in the answer.</summary>
    public KernelAnswer CreateDevice(string path) => Makes(path, Step.CreateCharacterDevice(path, 1, 3));

    /// <summary>Creates a Unix socket. Its label is in the answer.</summary>
    public KernelAnswer CreateSocket(string path) => Makes(path, Step.BindTo(path));

    /// <summary>Gives a file another name.</summary>
    public KernelAnswer Rename(string from, string to)
    {
        Ensure(PlacedKind.File, from);
        return Makes(to, Step.Rename(from, to));
    }

    /// <summary>Gives a file one more name.</summary>
    public KernelAnswer Link(string existing, string path)
    {
        Ensure(PlacedKind.File, existing);
        return Makes(path, Step.CreateHardLink(path, existing));
    }

    private KernelAnswer OnFile(string path, Step step)
    {
        Ensure(PlacedKind.File, path);
        return Ask(step.ToString(), [], path, step);
    }

    private KernelAnswer OnFolder(string path, Step step)
    {
        Ensure(PlacedKind.Folder, path);
        return Ask(step.ToString(), [], path, step);
    }

    private KernelAnswer Makes(string path, Step step)
    {
        if (path.LastIndexOf('/') is > 0 and var end)
        {
            Ensure(PlacedKind.Folder, path[..end]);
        }

        return Ask(step.ToString(), [], path, step);
    }
}
