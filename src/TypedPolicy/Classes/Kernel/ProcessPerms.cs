// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>A process: the object class <c>process</c>.</summary>
[ObjectClass("process")]
[Flags]
public enum ProcessPerms : uint
{
    /// <summary><c>fork</c>: start a child.</summary>
    Fork = 1u << 0,

    /// <summary><c>transition</c>: change into this domain by running a program.</summary>
    Transition = 1u << 1,

    /// <summary><c>sigchld</c>: send SIGCHLD, as a child does to its parent.</summary>
    Sigchld = 1u << 2,

    /// <summary><c>sigkill</c>: send SIGKILL.</summary>
    Sigkill = 1u << 3,

    /// <summary><c>sigstop</c>: send SIGSTOP.</summary>
    Sigstop = 1u << 4,

    /// <summary><c>signull</c>: send signal 0: see whether it is there.</summary>
    Signull = 1u << 5,

    /// <summary><c>signal</c>: send any other signal.</summary>
    Signal = 1u << 6,

    /// <summary><c>ptrace</c>: trace it.</summary>
    Ptrace = 1u << 7,

    /// <summary><c>getsched</c>: read its scheduling.</summary>
    Getsched = 1u << 8,

    /// <summary><c>setsched</c>: change its scheduling.</summary>
    Setsched = 1u << 9,

    /// <summary><c>getsession</c>: read its session id.</summary>
    Getsession = 1u << 10,

    /// <summary><c>getpgid</c>: read its process group.</summary>
    Getpgid = 1u << 11,

    /// <summary><c>setpgid</c>: change its process group.</summary>
    Setpgid = 1u << 12,

    /// <summary><c>getcap</c>: read its capabilities.</summary>
    Getcap = 1u << 13,

    /// <summary><c>setcap</c>: change its capabilities.</summary>
    Setcap = 1u << 14,

    /// <summary><c>share</c>: share state with it by clone.</summary>
    Share = 1u << 15,

    /// <summary><c>getattr</c>: read its attributes under /proc.</summary>
    Getattr = 1u << 16,

    /// <summary><c>setexec</c>: choose the label of the next program it runs.</summary>
    Setexec = 1u << 17,

    /// <summary><c>setfscreate</c>: choose the label of the files it makes.</summary>
    Setfscreate = 1u << 18,

    /// <summary><c>noatsecure</c>: keep the environment at a transition (no AT_SECURE).</summary>
    Noatsecure = 1u << 19,

    /// <summary><c>siginh</c>: keep the signal state at a transition.</summary>
    Siginh = 1u << 20,

    /// <summary><c>setrlimit</c>: change its resource limits.</summary>
    Setrlimit = 1u << 21,

    /// <summary><c>rlimitinh</c>: keep the resource limits at a transition.</summary>
    Rlimitinh = 1u << 22,

    /// <summary><c>dyntransition</c>: change into this domain without running a program.</summary>
    Dyntransition = 1u << 23,

    /// <summary><c>setcurrent</c>: change its own label.</summary>
    Setcurrent = 1u << 24,

    /// <summary><c>execmem</c>: make writable memory executable.</summary>
    Execmem = 1u << 25,

    /// <summary><c>execstack</c>: make its stack executable.</summary>
    Execstack = 1u << 26,

    /// <summary><c>execheap</c>: make its heap executable.</summary>
    Execheap = 1u << 27,

    /// <summary><c>setkeycreate</c>: choose the label of the keys it makes.</summary>
    Setkeycreate = 1u << 28,

    /// <summary><c>setsockcreate</c>: choose the label of the sockets it makes.</summary>
    Setsockcreate = 1u << 29,

    /// <summary><c>getrlimit</c>: read its resource limits.</summary>
    Getrlimit = 1u << 30,

    /// <summary>The permission set <c>signal_perms</c>: sigchld, sigkill, sigstop, signull, signal.</summary>
    SignalSet = Sigchld | Sigkill | Sigstop | Signull | Signal,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x7FFFFFFF,
}
