using System.Globalization;

namespace TypedPolicy.Guest;

/// <summary>One thing that a process in a guest does: a system call, or a few that belong together.</summary>
public sealed class Step
{
    private Step(params string[] words) => Words = words;

    /// <summary>The name and the arguments, as the agent reads them.</summary>
    internal IReadOnlyList<string> Words { get; }

    /// <summary>Opens a file, and reads what it has.</summary>
    public static Step Read(string path) => new("read", path);

    /// <summary>Opens a file for reading, and reads nothing of it.</summary>
    public static Step Open(string path) => new("open", path, "read");

    /// <summary>Opens a file for reading and writing.</summary>
    public static Step OpenBoth(string path) => new("open", path, "both");

    /// <summary>Opens a file that exists, and writes over what it has.</summary>
    public static Step Write(string path, string text) => new("write", path, text);

    /// <summary>Opens a file, which comes into being where it is not there, and writes at its end.</summary>
    public static Step Append(string path, string text) => new("append", path, text);

    /// <summary>Creates a file that is not there, and writes to it.</summary>
    public static Step Create(string path) => new("create", path);

    /// <summary>Creates a directory.</summary>
    public static Step CreateDirectory(string path) => new("mkdir", path);

    /// <summary>Creates a symbolic link.</summary>
    public static Step CreateLink(string path, string target) => new("symlink", target, path);

    /// <summary>Creates a program that does what it is told to.</summary>
    public static Step CreateProgram(string path) => new("program", path);

    /// <summary>Creates another name of a file.</summary>
    public static Step CreateHardLink(string path, string existing) => new("link", existing, path);

    /// <summary>Creates a named pipe.</summary>
    public static Step CreatePipe(string path) => new("mkfifo", path);

    /// <summary>Creates a character device.</summary>
    public static Step CreateCharacterDevice(string path, int major, int minor) => new("mknod", path, "c", Number(major), Number(minor));

    /// <summary>Removes a file.</summary>
    public static Step Remove(string path) => new("unlink", path);

    /// <summary>Removes a directory.</summary>
    public static Step RemoveDirectory(string path) => new("rmdir", path);

    /// <summary>Renames a file.</summary>
    public static Step Rename(string from, string to) => new("rename", from, to);

    /// <summary>Lists a directory.</summary>
    public static Step List(string path) => new("list", path);

    /// <summary>Reads where a symbolic link leads to.</summary>
    public static Step ReadLink(string path) => new("readlink", path);

    /// <summary>Changes the mode of a file.</summary>
    public static Step ChangeMode(string path, string mode) => new("chmod", path, mode);

    /// <summary>Changes the owner of a file.</summary>
    public static Step ChangeOwner(string path, int user, int group) => new("chown", path, Number(user), Number(group));

    /// <summary>Asks for the attributes of a file (lstat).</summary>
    public static Step Stat(string path) => new("stat", path);

    /// <summary>Maps a file into memory, for reading.</summary>
    public static Step Map(string path) => new("map", path, "r");

    /// <summary>Maps a file into memory, for executing.</summary>
    public static Step MapExecutable(string path) => new("map", path, "x");

    /// <summary>Opens a file, and makes an ioctl request.</summary>
    public static Step Ioctl(string path, uint request) => new("ioctl", path, Number(request));

    /// <summary>Makes an ioctl request on a new UDP socket.</summary>
    public static Step SocketIoctl(uint request) => new("socketioctl", Number(request));

    /// <summary>Mounts a file system.</summary>
    public static Step Mount(string source, string folder, string type) => new("mount", source, folder, type);

    /// <summary>Mounts a file or a folder on another.</summary>
    public static Step MountOn(string source, string path) => new("bindmount", source, path);

    /// <summary>Reads the label of a file.</summary>
    public static Step GetLabel(string path) => new("getlabel", path);

    /// <summary>Gives a file another label.</summary>
    public static Step SetLabel(string path, string context) => new("setlabel", path, context);

    /// <summary>Sets which context the next file that it creates gets (setfscreatecon).</summary>
    public static Step SetFileCreation(string context) => new("attribute", "fscreate", context);

    /// <summary>Sets which context the next program that it executes gets (setexeccon).</summary>
    public static Step SetExecution(string context) => new("attribute", "exec", context);

    /// <summary>Changes the context of the process itself (setcon).</summary>
    public static Step SetCurrent(string context) => new("attribute", "current", context);

    /// <summary>Asks a question of a file of selinuxfs, such as <c>/sys/fs/selinux/create</c>.</summary>
    public static Step Transact(string path, string question) => new("transact", path, question);

    /// <summary>Binds a new socket to a port of all addresses: <c>tcp</c>, <c>udp</c>, <c>tcp6</c>, <c>udp6</c>.</summary>
    public static Step Bind(string protocol, int port) => new("bind", protocol, protocol.EndsWith('6') ? "::" : "0.0.0.0", Number(port));

    /// <summary>Binds a new socket to a port of one address.</summary>
    public static Step Bind(string protocol, string address, int port) => new("bind", protocol, address, Number(port));

    /// <summary>Listens at a port of all addresses until it is stopped.</summary>
    public static Step Serve(string protocol, int port) => new("serve", protocol, protocol.EndsWith('6') ? "::" : "0.0.0.0", Number(port));

    /// <summary>Connects a new socket to a port of this machine. Where nobody listens, ECONNREFUSED means that nothing forbade it.</summary>
    public static Step Connect(string protocol, int port) => new("connect", protocol, protocol.EndsWith('6') ? "::1" : "127.0.0.1", Number(port));

    /// <summary>Sends a datagram to an address.</summary>
    public static Step SendTo(string protocol, string address, int port) => new("sendto", protocol, address, Number(port));

    /// <summary>Creates a socket.</summary>
    public static Step Socket(int family, int type, int protocol) => new("socket", Number(family), Number(type), Number(protocol));

    /// <summary>Connects to a Unix socket.</summary>
    public static Step ConnectTo(string path) => new("connectto", path);

    /// <summary>Binds a Unix socket, and does not listen.</summary>
    public static Step BindTo(string path) => new("bindto", path);

    /// <summary>Listens at a Unix socket until it is stopped.</summary>
    public static Step Listen(string path) => new("listen", path);

    /// <summary>Takes datagrams at a Unix socket until it is stopped.</summary>
    public static Step Receive(string path) => new("receive", path);

    /// <summary>Sends a datagram to a Unix socket.</summary>
    public static Step SendTo(string path) => new("sendlocal", path);

    /// <summary>Opens a file, and hands its descriptor to everybody who connects to a Unix socket, until it is stopped.</summary>
    public static Step Offer(string socket, string file) => new("offer", socket, file);

    /// <summary>Takes a descriptor from a Unix socket, and reads what it has. EACCES means that it did not arrive.</summary>
    public static Step Take(string socket) => new("take", socket);

    /// <summary>Locks its memory, beyond the limit for it.</summary>
    public static Step LockMemory() => new("lockmemory");

    /// <summary>Takes a lease on a file.</summary>
    public static Step Lease(string path) => new("lease", path);

    /// <summary>Gives a file a capability that it has when it is executed.</summary>
    public static Step SetFileCapability(string path) => new("setcapability", path);

    /// <summary>Makes any system call of the x86-64 that takes numbers.</summary>
    public static Step Call(int number, int first = 0, int second = 0, int third = 0) => new("call", Number(number), Number(first), Number(second), Number(third));

    /// <summary>Waits until it is stopped.</summary>
    public static Step Wait() => new("wait");

    /// <summary>Gives up all that a set-user-id program or a transition could add (PR_SET_NO_NEW_PRIVS).</summary>
    public static Step NoNewPrivileges() => new("nonewprivs");

    /// <summary>Executes a program, which does the steps in the domain that it then is in.</summary>
    public static Step Execute(string path, params Step[] steps) => new(["exec", path, .. Join(steps)]);

    /// <summary>Executes a program of somebody else's, which goes on by itself: the last step.</summary>
    public static Step RunProgram(string path, params string[] arguments) => new(["run", path, .. arguments]);

    /// <summary>Sets a variable in the environment of the program that <see cref="RunProgram"/> executes.</summary>
    /// <exception cref="ArgumentException">The name is empty, or has a '=' in it.</exception>
    public static Step SetEnvironment(string name, string value) => name.Length > 0 && !name.Contains('=', StringComparison.Ordinal) ? new("setenv", $"{name}={value}")
        : throw new ArgumentException($"'{name}' is not the name of an environment variable.", nameof(name));

    /// <summary>Changes the directory that the process is in.</summary>
    public static Step ChangeDirectory(string path) => new("chdir", path);

    /// <summary>Starts a process, and waits for its end.</summary>
    public static Step Fork() => new("fork");

    /// <summary>Sends a signal.</summary>
    public static Step Kill(int process, int signal) => new("kill", Number(process), Number(signal));

    /// <summary>Traces a process.</summary>
    public static Step Trace(int process) => new("ptrace", Number(process));

    /// <summary>Asks the kernel's log by system call (syslog(2)): 3 reads everything, 10 asks for its size.</summary>
    public static Step KernelLog(int action) => new("klog", Number(action));

    /// <summary>Opens a descriptor of userfaultfd, an anonymous inode.</summary>
    public static Step UserFault() => new("userfault");

    /// <summary>Changes the user of the process.</summary>
    public static Step SetUser(int user) => new("setuid", Number(user));

    /// <summary>Changes the group of the process.</summary>
    public static Step SetGroup(int group) => new("setgid", Number(group));

    /// <summary>Takes a folder for the root.</summary>
    public static Step ChangeRoot(string folder) => new("chroot", folder);

    /// <summary>Sets the priority of the process; below 0 takes a capability.</summary>
    public static Step SetPriority(int priority) => new("nice", Number(priority));

    /// <summary>Sets the name of the machine.</summary>
    public static Step SetHostName(string name) => new("hostname", name);

    /// <summary>Sets the clock to what it is.</summary>
    public static Step SetTime() => new("settime");

    /// <summary>Raises a limit of resources above its hard limit; 7 is that of open files.</summary>
    public static Step RaiseLimit(int resource) => new("raiselimit", Number(resource));

    /// <summary>Asks to load something other than a kernel module. ENOEXEC means that nothing forbade it.</summary>
    public static Step LoadModule() => new("module");

    /// <summary>Maps memory that may be written and executed.</summary>
    public static Step MapExecutableMemory() => new("executablememory");

    /// <summary>Adds a key to the ring of the process.</summary>
    public static Step AddKey(string name) => new("addkey", name);

    /// <summary>Reads the ring of the process.</summary>
    public static Step ReadKeyRing() => new("readring");

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', Words);

    /// <summary>The words of some steps in a row.</summary>
    internal static IEnumerable<string> Join(IEnumerable<Step> steps) => steps.SelectMany((step, i) => i == 0 ? step.Words : [";", .. step.Words]);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
