using TypedPolicy;

namespace DotNet.Policy;

/// <summary>
/// What the runtime needs to run a framework-dependent program without diagnostics (<c>DOTNET_EnableDiagnostics=0</c>): to find its files, to map code, to learn what the machine has.
/// No memory is executable that was written by the same mapping, so <c>execmem</c> is not among it.
/// </summary>
/// <typeparam name="TMemory">A file type of the domain's own: that of the file in memory which code is written to by one mapping, and executed by another (W^X).</typeparam>
[PolicyInterface]

// The host looks for the newest version, and maps its lists of files; the runtime maps assemblies, and executes what is compiled ahead in them. FileStream locks whatever it opens.
[Allow<Base.Usr>(DirPerms.List, FilePerms.MmapExec | FilePerms.Lock, LnkFilePerms.ReadSet)]

// W^X: the file that the code is in, "memfd:doublemapper". It gets the domain's own type, so that no other's memory is in reach.
[TypeTransition<Base.Memory, Arg1>(typeof(FilePerms))]
[Allow<Arg1>(FilePerms.Read | FilePerms.Write | FilePerms.Getattr | FilePerms.Map | FilePerms.Execute)]

// Processors, NUMA nodes, and the file system at /sys/fs/cgroup, whose kind tells the version.
[Allow<Base.Sys>(DirPerms.List, FilePerms.ReadSet, LnkFilePerms.ReadSet, FilesystemPerms.Getattr)]

// Limits of memory and of processors.
[Allow<Base.ControlGroups>(DirPerms.List, FilePerms.ReadSet, FilesystemPerms.Getattr)]

// /proc/meminfo: how large heaps may be. The allocator of the C library asks whether memory is overcommitted before it gives some back.
[Allow<Base.Proc>(DirPerms.List, FilePerms.ReadSet, LnkFilePerms.ReadSet)]
[Allow<Base.Settings>(DirPerms.Search), Allow<Base.MemorySettings>(DirPerms.Search), Allow<Base.Overcommit>(FilePerms.ReadSet)]

// Seeds of hash codes.
[Allow<Base.Random>(ChrFilePerms.ReadSet)]

// A file that is opened for writing is locked, except on file systems that cannot.
[Allow<Base.FileSystem>(FilesystemPerms.Getattr)]

// Threads and their processors; the pipe that signals are handed on by.
[Allow<Self>(ProcessPerms.Getsched | ProcessPerms.Setsched | ProcessPerms.Getsession | ProcessPerms.Fork | ProcessPerms.SignalSet, FifoFilePerms.Rw)]
public sealed class DotNetRuntimeAttribute<TMemory> : PolicyInterfaceAttribute;
