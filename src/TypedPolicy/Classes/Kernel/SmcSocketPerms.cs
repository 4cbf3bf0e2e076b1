// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>An SMC socket: the object class <c>smc_socket</c>.</summary>
[ObjectClass("smc_socket")]
[Flags]
public enum SmcSocketPerms : uint
{
    /// <summary><c>ioctl</c>: control it by ioctl; AllowIoctl narrows this to the listed requests.</summary>
    Ioctl = 1u << 0,

    /// <summary><c>read</c>: receive from it.</summary>
    Read = 1u << 1,

    /// <summary><c>write</c>: send through it.</summary>
    Write = 1u << 2,

    /// <summary><c>create</c>: make a new one.</summary>
    Create = 1u << 3,

    /// <summary><c>getattr</c>: read its attributes and its own or its peer's name.</summary>
    Getattr = 1u << 4,

    /// <summary><c>setattr</c>: change its attributes.</summary>
    Setattr = 1u << 5,

    /// <summary><c>lock</c>: lock it.</summary>
    Lock = 1u << 6,

    /// <summary><c>relabelfrom</c>: take its present label away from it.</summary>
    Relabelfrom = 1u << 7,

    /// <summary><c>relabelto</c>: give it this label.</summary>
    Relabelto = 1u << 8,

    /// <summary><c>append</c>: send through it; rarely checked.</summary>
    Append = 1u << 9,

    /// <summary><c>map</c>: map it into memory.</summary>
    Map = 1u << 10,

    /// <summary><c>bind</c>: bind it to an address; name_bind and node_bind guard the address itself.</summary>
    Bind = 1u << 11,

    /// <summary><c>connect</c>: connect it; name_connect or connectto guard the other end.</summary>
    Connect = 1u << 12,

    /// <summary><c>listen</c>: wait for connections on it.</summary>
    Listen = 1u << 13,

    /// <summary><c>accept</c>: accept a connection from it.</summary>
    Accept = 1u << 14,

    /// <summary><c>getopt</c>: read its options.</summary>
    Getopt = 1u << 15,

    /// <summary><c>setopt</c>: set its options.</summary>
    Setopt = 1u << 16,

    /// <summary><c>shutdown</c>: shut it down.</summary>
    Shutdown = 1u << 17,

    /// <summary><c>recvfrom</c>: receive from the peer of this label.</summary>
    Recvfrom = 1u << 18,

    /// <summary><c>sendto</c>: send to the socket of this label.</summary>
    Sendto = 1u << 19,

    /// <summary><c>name_bind</c>: bind a socket to the port of this label.</summary>
    NameBind = 1u << 20,

    /// <summary>The permission set <c>rw_socket_perms</c>: ioctl, read, write, getattr, setattr, append, bind, connect, getopt, setopt, shutdown.</summary>
    Rw = Ioctl | Read | Write | Getattr | Setattr | Append | Bind | Connect | Getopt | Setopt | Shutdown,

    /// <summary>The permission set <c>create_socket_perms</c>: ioctl, read, write, create, getattr, setattr, append, bind, connect, getopt, setopt, shutdown.</summary>
    CreateSet = Ioctl | Read | Write | Create | Getattr | Setattr | Append | Bind | Connect | Getopt | Setopt | Shutdown,

    /// <summary>The permission set <c>connected_socket_perms</c>: ioctl, read, write, create, getattr, setattr, append, bind, getopt, setopt, shutdown.</summary>
    Connected = Ioctl | Read | Write | Create | Getattr | Setattr | Append | Bind | Getopt | Setopt | Shutdown,

    /// <summary>The permission set <c>rw_stream_socket_perms</c>: ioctl, read, write, getattr, setattr, append, bind, connect, listen, accept, getopt, setopt, shutdown.</summary>
    RwStream = Ioctl | Read | Write | Getattr | Setattr | Append | Bind | Connect | Listen | Accept | Getopt | Setopt | Shutdown,

    /// <summary>The permission set <c>create_stream_socket_perms</c>: ioctl, read, write, create, getattr, setattr, append, bind, connect, listen, accept, getopt, setopt, shutdown.</summary>
    CreateStream = Ioctl | Read | Write | Create | Getattr | Setattr | Append | Bind | Connect | Listen | Accept | Getopt | Setopt | Shutdown,

    /// <summary>The permission set <c>connected_stream_socket_perms</c>: ioctl, read, write, create, getattr, setattr, append, bind, listen, accept, getopt, setopt, shutdown.</summary>
    ConnectedStream = Ioctl | Read | Write | Create | Getattr | Setattr | Append | Bind | Listen | Accept | Getopt | Setopt | Shutdown,

    /// <summary>The permission set <c>client_stream_socket_perms</c>: ioctl, read, write, create, getattr, setattr, append, bind, getopt, setopt, shutdown.</summary>
    ClientStream = Ioctl | Read | Write | Create | Getattr | Setattr | Append | Bind | Getopt | Setopt | Shutdown,

    /// <summary>The permission set <c>server_stream_socket_perms</c>: ioctl, read, write, create, getattr, setattr, append, bind, listen, accept, getopt, setopt, shutdown.</summary>
    ServerStream = Ioctl | Read | Write | Create | Getattr | Setattr | Append | Bind | Listen | Accept | Getopt | Setopt | Shutdown,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x1FFFFF,
}
