using System.Collections.Immutable;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using TypedPolicy.Evidence.Sources;

namespace TypedPolicy.Evidence.Programs;

/// <summary>What an assembly of .NET uses, by its metadata: the types and members of other assemblies, and the paths that its methods name where they use files.</summary>
internal sealed class AssemblyReader
{
    private const int MaxMembers = 200_000;

    /// <summary>The most letters of names and texts, and bytes of code, that are read of an assembly.</summary>
    private const int MaxRead = 64 << 20;

    private readonly HashSet<int> _bodies = [];
    private int _left = MaxRead;

    // Operands that are tokens; the sizes of the others are in the table of the runtime.
    private static readonly Dictionary<short, OperandType> Operands = typeof(OpCodes).GetFields().Select(f => f.GetValue(null)).OfType<OpCode>().ToDictionary(o => o.Value, o => o.OperandType);

    private readonly MetadataReader _metadata;
    private readonly PEReader _file;
    private readonly string _name;
    private readonly ProgramFacts _facts;

    private AssemblyReader(PEReader file, string name, ProgramFacts facts) => (_file, _metadata, _name, _facts) = (file, file.GetMetadataReader(), name, facts);

    /// <summary>Adds what it uses; false if the file is not a readable assembly.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="facts">What is known of the program.</param>
    public static bool Read(Stream stream, string name, ProgramFacts facts)
    {
        try
        {
            using var file = new PEReader(stream, PEStreamOptions.LeaveOpen);
            if (!file.HasMetadata)
            {
                return false;
            }

            new AssemblyReader(file, name, facts).Read();
            return true;
        }
        catch (Exception e) when (e is BadImageFormatException or InvalidOperationException or ArgumentException or OverflowException or InvalidCastException)
        {
            return false;
        }
    }

    private void Read()
    {
        foreach (var handle in _metadata.AssemblyReferences)
        {
            _facts.Uses.TryAdd(_metadata.GetString(_metadata.GetAssemblyReference(handle).Name), _name);
        }

        foreach (var handle in _metadata.TypeReferences.Take(MaxMembers))
        {
            _facts.Uses.TryAdd(NameOf(handle), _name);
        }

        foreach (var handle in _metadata.MemberReferences.Take(MaxMembers))
        {
            _facts.Uses.TryAdd(NameOf(handle), _name);
        }

        foreach (var handle in _metadata.MethodDefinitions.Take(MaxMembers))
        {
            var method = _metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress != 0 && _bodies.Add(method.RelativeVirtualAddress))
            {
                var body = _file.GetMethodBody(method.RelativeVirtualAddress).GetILContent();
                Take(body.Length);
                Method(body);
            }
        }
    }

    /// <summary>The constant paths that a method gives to a member of System.IO.</summary>
    private void Method(ImmutableArray<byte> il)
    {
        var pending = new List<string>();
        for (var at = 0; at < il.Length;)
        {
            var code = (short)il[at++];
            if (code == 0xFE && at < il.Length)
            {
                code = unchecked((short)(0xFE00 | il[at++]));
            }

            if (!Operands.TryGetValue(code, out var operand) || at + SizeOf(operand, il, at) > il.Length)
            {
                return;
            }

            if (operand is OperandType.InlineString && Taken(_metadata.GetUserString(MetadataTokens.UserStringHandle(Int(il, at) & 0xFFFFFF))) is ['/', _, ..] text)
            {
                pending.Add(text);
            }
            else if (operand is OperandType.InlineMethod)
            {
                var name = MetadataTokens.Handle(Int(il, at)) is { Kind: HandleKind.MemberReference } called ? NameOf((MemberReferenceHandle)called) : "";
                if (name.StartsWith("System.String.", StringComparison.Ordinal) || name.StartsWith("System.IO.Path.", StringComparison.Ordinal))
                {
                    at += SizeOf(operand, il, at);
                    continue; // it makes a longer path of it
                }

                foreach (var path in name.StartsWith("System.IO.", StringComparison.Ordinal) ? pending : [])
                {
                    _facts.Paths.TryAdd(path, new($"names {path}", _name, 0));
                }

                pending.Clear();
            }

            at += SizeOf(operand, il, at);
        }
    }

    private string Taken(string text)
    {
        Take(text.Length);
        return text;
    }

    // A part of the file may be named any number of times.
    private void Take(int count)
    {
        if ((_left -= count) < 0)
        {
            throw new BadImageFormatException();
        }
    }

    private static int Int(ImmutableArray<byte> il, int at) => il[at] | (il[at + 1] << 8) | (il[at + 2] << 16) | (il[at + 3] << 24);

    private static int SizeOf(OperandType operand, ImmutableArray<byte> il, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => at + 4 <= il.Length && Int(il, at) is >= 0 and < 1 << 20 and var targets ? 4 + (4 * targets) : int.MaxValue / 2,
        _ => 4,
    };

    private string NameOf(MemberReferenceHandle handle)
    {
        var member = _metadata.GetMemberReference(handle);
        return member.Parent.Kind == HandleKind.TypeReference ? $"{NameOf((TypeReferenceHandle)member.Parent)}.{Taken(_metadata.GetString(member.Name))}" : Taken(_metadata.GetString(member.Name));
    }

    private string NameOf(TypeReferenceHandle handle)
    {
        var type = _metadata.GetTypeReference(handle);
        var name = Taken(_metadata.GetString(type.Name));
        return type.Namespace.IsNil ? name : $"{Taken(_metadata.GetString(type.Namespace))}.{name}";
    }
}
