using TypedPolicy.Model.Naming;

namespace TypedPolicy.Model.Classes;

/// <summary>The object classes of the library and their permissions: <c>object-classes.txt</c>, which its enums are made from. Its head describes the format.</summary>
public sealed class ObjectClassTable
{
    private static readonly Lazy<IReadOnlyList<ObjectClass>> Library = new(ReadResource);

    private readonly Dictionary<string, Block> _commons = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Block> _classes = new(StringComparer.Ordinal);
    private readonly List<Block> _inOrder = [];
    private Block? _block;

    private ObjectClassTable()
    {
    }

    /// <summary>The classes of the library, in the order of the table.</summary>
    public static IReadOnlyList<ObjectClass> Classes => Library.Value;

    /// <summary>Reads a table.</summary>
    /// <param name="text">Its text; its lines end in <c>\n</c>.</param>
    /// <returns>The classes, in the order of the table.</returns>
    /// <exception cref="FormatException">A line is wrong.</exception>
    public static IReadOnlyList<ObjectClass> Read(string text)
    {
        var table = new ObjectClassTable();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            try
            {
                table.ReadLine(lines[i]);
            }
            catch (FormatException wrong)
            {
                throw new FormatException($"object-classes.txt({i + 1}): {wrong.Message}");
            }
        }

        return [.. table._inOrder.Select(block => block.ToObjectClass())];
    }

    private static IReadOnlyList<ObjectClass> ReadResource()
    {
        using var stream = new StreamReader(typeof(ObjectClassTable).Assembly.GetManifestResourceStream("TypedPolicy.Model.Classes.object-classes.txt")!);
        return Read(stream.ReadToEnd().Replace("\r\n", "\n"));
    }

    private void ReadLine(string line)
    {
        if (line.Trim() is not { Length: > 0 } content || content[0] == '#')
        {
            return;
        }

        if (content.Length + (line[0] == ' ' ? 4 : 0) != line.Length)
        {
            throw new FormatException("A block starts in column 1; what is in it is indented by four spaces.");
        }

        var (head, tail) = SplitAt(content, " : ");
        var words = head.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        if (line[0] == ' ')
        {
            var block = _block ?? throw new FormatException("A line like this belongs into a class or a common.");
            ReadEntry(block, words, tail);
        }
        else
        {
            _block = ReadBlock(words, tail);
        }
    }

    private Block ReadBlock(string[] words, string? summary)
    {
        var (blocks, block) = words switch
        {
            ["common", var name] when summary is null => (_commons, new Block(name, "", "")),
            ["class", var name, "kernel" or "userspace"] when summary is not null => (_classes, new Block(name, words[2], summary)),
            _ => throw new FormatException("Write 'class NAME kernel|userspace : SUMMARY' or 'common NAME'."),
        };
        if (blocks.ContainsKey(block.Name))
        {
            throw new FormatException($"{block.Name} is there twice.");
        }

        blocks.Add(block.Name, block);
        if (blocks == _classes)
        {
            _inOrder.Add(block);
        }

        return block;
    }

    private void ReadEntry(Block block, string[] words, string? meaning)
    {
        switch (words)
        {
            case ["from", ..]:
                foreach (var name in words.Skip(1))
                {
                    block.Take(_commons.TryGetValue(name, out var common) ? common : throw new FormatException($"There is no common {name} above."));
                }

                break;
            case ["meaning", var permission]:
                block.SetMeaning(permission, meaning ?? throw new FormatException("The meaning is missing."));
                break;
            case ["set", var name, "=", _, ..]:
                block.AddSet(name, [.. words.Skip(3)], meaning);
                break;
            case [_] when meaning is not null:
                block.AddPermission(new ClassPermission(words[0], meaning));
                break;
            case [..] when meaning is null && !words.Contains("="):
                foreach (var permission in words)
                {
                    block.AddPermission(new ClassPermission(permission, null));
                }

                break;
            default:
                throw new FormatException("Write 'PERMISSION : MEANING', 'from COMMON', 'meaning PERMISSION : MEANING' or 'set NAME_perms = PERMISSIONS'.");
        }
    }

    private static (string Head, string? Tail) SplitAt(string text, string separator) =>
        text.IndexOf(separator, StringComparison.Ordinal) is var at and >= 0
            ? (text.Substring(0, at).Trim(), text.Substring(at + separator.Length).Trim())
            : (text, null);

    /// <summary>A class or common while it is read.</summary>
    private sealed class Block(string name, string origin, string summary)
    {
        private readonly List<ClassPermission> _permissions = [];
        private readonly List<(string Name, string[] Members, string? Note)> _sets = [];

        public string Name { get; } = name;

        public void Take(Block common)
        {
            common._permissions.ForEach(AddPermission);
            common._sets.ForEach(set => AddSet(set.Name, set.Members, set.Note));
        }

        public void AddPermission(ClassPermission permission)
        {
            if (!permission.Name.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '_'))
            {
                throw new FormatException($"'{permission.Name}' is not a valid permission name.");
            }

            if (_permissions.Exists(p => p.Name == permission.Name))
            {
                throw new FormatException($"{Name} has {permission.Name} twice.");
            }

            _permissions.Add(permission);
        }

        public void SetMeaning(string permission, string meaning)
        {
            var at = _permissions.FindIndex(p => p.Name == permission);
            _permissions[at >= 0 ? at : throw new FormatException($"{Name} has no permission {permission} above.")] = new ClassPermission(permission, meaning);
        }

        public void AddSet(string set, string[] members, string? note)
        {
            if (!PermissionSetName.Is(set) || _sets.Exists(s => s.Name == set))
            {
                throw new FormatException($"The name of the set {set} does not end in {PermissionSetName.Ending}, or {Name} has it twice.");
            }

            _sets.Add((set, members, note));

            // A common's sets may be of permissions that only the class has.
            if (origin.Length > 0)
            {
                Flatten(set);
            }
        }

        public ObjectClass ToObjectClass() => new(
            Name, origin, summary, _permissions, [.. _sets.Select(set => new ClassPermissionSet(set.Name, Flatten(set.Name), set.Note))]);

        private List<string> Flatten(string set)
        {
            var members = new HashSet<string>();
            Collect(set, _sets.Count);
            return [.. _permissions.Select(permission => permission.Name).Where(members.Contains)];

            void Collect(string name, int before)
            {
                var at = _sets.FindIndex(s => s.Name == name);
                if (at >= 0 && at < before)
                {
                    Array.ForEach(_sets[at].Members, member => Collect(member, at));
                }
                else if (_permissions.Exists(permission => permission.Name == name))
                {
                    members.Add(name);
                }
                else
                {
                    throw new FormatException($"{set}: {Name} has no permission {name}, and no set of that name above.");
                }
            }
        }
    }
}
