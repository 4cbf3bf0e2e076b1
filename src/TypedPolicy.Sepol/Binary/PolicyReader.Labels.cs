using System.Buffers.Binary;
using System.Net;

namespace TypedPolicy.Sepol.Binary;

/// <summary>The labels that the policy itself gives.</summary>
internal ref partial struct PolicyReader
{
    private void ReadLabels(uint tables)
    {
        if (tables != 9)
        {
            throw _bytes.Broken($"{tables} tables of labels");
        }

        for (var table = 0; table < 9; table++)
        {
            for (var left = _bytes.Count(20); left > 0; left--)
            {
                ReadLabel(table);
            }
        }

        for (var systems = _bytes.Count(8); systems > 0; systems--)
        {
            var system = _bytes.Text(_bytes.UInt32());
            for (var paths = _bytes.Count(24); paths > 0; paths--)
            {
                var path = _bytes.Text(_bytes.UInt32());
                var @class = _bytes.UInt32();
                if (@class > (uint)_tables.Classes.Count)
                {
                    throw _bytes.Broken($"a label for class {@class}");
                }

                Add($"genfscon {system} {path}{(@class == 0 ? "" : $" {_tables.Classes[(int)@class]}")}", Context());
            }
        }
    }

    private void ReadLabel(int table)
    {
        switch (table)
        {
            case 0:
                Add($"sid {InitialSids.Name(_bytes.UInt32())}", Context());
                break;
            case 1 or 3:
                var key = $"{(table == 1 ? "fscon" : "netifcon")} {_bytes.Text(_bytes.UInt32())}";
                Add(key, Context());
                Add($"{key} (messages)", Context());
                break;
            case 2:
                var (protocol, low, high) = (_bytes.UInt32(), _bytes.UInt32(), _bytes.UInt32());
                var name = protocol switch { 6 => "tcp", 17 => "udp", 33 => "dccp", 132 => "sctp", _ => $"protocol-{protocol}" };
                Add(low == high ? $"portcon {name} {low}" : $"portcon {name} {low}-{high}", Context());
                break;
            case 4:
                Add($"nodecon {Address(1)} {Address(1)}", Context());
                break;
            case 5:
                var behaviour = _bytes.UInt32() switch { 1 => "fs_use_xattr", 2 => "fs_use_trans", 3 => "fs_use_task", var other => $"fs_use_{other}" };
                Add($"{behaviour} {_bytes.Text(_bytes.UInt32())}", Context());
                break;
            case 6:
                Add($"nodecon {Address(4)} {Address(4)}", Context());
                break;
            case 7:
                var prefix = Prefix();
                var (first, last) = (_bytes.UInt32(), _bytes.UInt32());
                Add(first == last ? $"ibpkeycon {prefix} 0x{first:x}" : $"ibpkeycon {prefix} 0x{first:x}-0x{last:x}", Context());
                break;
            default:
                var length = _bytes.UInt32();
                var port = _bytes.UInt32();
                Add($"ibendportcon {_bytes.Text(length)} {port}", Context());
                break;
        }
    }

    private readonly void Add(string key, ContextPart context) => _tables.Labels.Add(new(key, context));

    // Addresses are in the order of the network.
    private IPAddress Address(int words)
    {
        Span<byte> address = stackalloc byte[16];
        for (var i = 0; i < words; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(address[(4 * i)..], _bytes.UInt32());
        }

        return new(address[..(4 * words)]);
    }

    // The first half of an address, in the order of the network too.
    private IPAddress Prefix()
    {
        Span<byte> address = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(address, _bytes.UInt64());
        return new(address);
    }

    private ContextPart Context()
    {
        var (user, role, type) = (_bytes.Value(_tables.Users.Count, "user"), Role(), Type());
        return new(user, role, type, Range(_tables.Categories.Count));
    }
}
