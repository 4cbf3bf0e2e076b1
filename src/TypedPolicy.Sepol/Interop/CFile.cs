using System.Runtime.InteropServices;

namespace TypedPolicy.Sepol.Interop;

/// <summary>A <c>FILE</c> of libc, in memory.</summary>
internal sealed unsafe class CFile : SepolHandle
{
    // What open_memstream writes to whenever the stream is flushed: where the bytes are, and how many.
    private byte** _buffer;
    private nuint* _size;

    /// <summary>A stream that reads bytes. It has a descriptor, unlike one of fmemopen: libsepol asks that for the size of a package.</summary>
    public static CFile Reading(byte* bytes, int length)
    {
        const uint CloseOnExec = 1;
        var descriptor = Libc.memfd_create("policy", CloseOnExec);
        for (var written = 0; descriptor >= 0 && written < length;)
        {
            var count = (int)Libc.write(descriptor, bytes + written, (nuint)(length - written));
            if (count <= 0)
            {
                var error = Marshal.GetLastPInvokeErrorMessage();
                _ = Libc.close(descriptor);
                throw new IOException($"libc could not keep a file in memory: {error}");
            }

            written += count;
        }

        _ = Libc.lseek(descriptor, 0, 0);
        var stream = descriptor < 0 ? 0 : Libc.fdopen(descriptor, "r");
        if (stream == 0 && descriptor >= 0)
        {
            _ = Libc.close(descriptor);
        }

        return Opened(stream, null, null);
    }

    /// <summary>A stream that collects what is written.</summary>
    public static CFile Writing()
    {
        var cell = (byte**)NativeMemory.AllocZeroed(2, (nuint)sizeof(nint));
        var size = (nuint*)(cell + 1);
        return Opened(Libc.open_memstream(cell, size), cell, size);
    }

    /// <summary>What has been written so far.</summary>
    public byte[] Written()
    {
        return Libc.fflush(this) == 0 ? new ReadOnlySpan<byte>(*_buffer, checked((int)*_size)).ToArray() : throw new IOException("libc could not keep what libsepol wrote.");
    }

    protected override bool ReleaseHandle()
    {
        var closed = Libc.fclose(handle) == 0;
        if (_buffer != null)
        {
            Libc.free(*_buffer);
            NativeMemory.Free(_buffer);
            _buffer = null;
        }

        return closed;
    }

    private static CFile Opened(nint stream, byte** buffer, nuint* size)
    {
        if (stream == 0)
        {
            var error = Marshal.GetLastPInvokeErrorMessage();
            NativeMemory.Free(buffer);
            throw new IOException($"libc could not open a stream in memory: {error}");
        }

        var file = new CFile { _buffer = buffer, _size = size };
        file.SetHandle(stream);
        return file;
    }
}
