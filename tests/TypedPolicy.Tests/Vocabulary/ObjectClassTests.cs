using System.Reflection;
using System.Runtime.CompilerServices;
using TypedPolicy.Model.Classes;
using Xunit;

namespace TypedPolicy.Tests.Vocabulary;

public class ObjectClassTests
{
    private static readonly bool Approving =
        Environment.GetEnvironmentVariable("APPROVE") == "1" && Environment.GetEnvironmentVariable("CI") is null;

    internal static IReadOnlyList<ObjectClass> Table { get; } =
        ObjectClassTable.Read(File.ReadAllText(Path.Combine(Folder(), "object-classes.txt")));

    [Fact]
    public void Each_enum_file_says_what_the_table_says()
    {
        var written = Table.ToDictionary(ObjectClassEnumWriter.FileOf, ObjectClassEnumWriter.Write);
        if (Approving)
        {
            Rewrite(written);
        }

        var present = EnumFiles().ToDictionary(file => file, file => File.ReadAllText(Path.Combine(Folder(), file)).ReplaceLineEndings("\n"));
        var differing = written.Keys.Union(present.Keys).Where(file => written.GetValueOrDefault(file) != present.GetValueOrDefault(file));
        Assert.True(!differing.Any(), $"These files are not what object-classes.txt says; run APPROVE=1 dotnet test:\n{Lines(differing)}");
    }

    [Fact]
    public void Values_are_the_order_of_the_table()
    {
        foreach (var @class in Table)
        {
            for (var i = 0; i < @class.Permissions.Count; i++)
            {
                Assert.Equal(1u << i, Value(@class, ObjectClassNames.OfPermission(@class.Permissions[i].Name)));
            }
        }
    }

    [Fact]
    public void A_set_is_the_sum_of_its_permissions()
    {
        foreach (var @class in Table)
        {
            foreach (var set in @class.Sets)
            {
                var sum = set.Permissions.Aggregate(0u, (bits, permission) => bits | Value(@class, ObjectClassNames.OfPermission(permission)));
                Assert.Equal(sum, Value(@class, ObjectClassNames.OfSet(@class, set)));
            }

            var all = @class.Permissions.Aggregate(0u, (bits, permission) => bits | Value(@class, ObjectClassNames.OfPermission(permission.Name)));
            Assert.Equal(all, Value(@class, "All"));
        }
    }

    [Fact]
    public void Each_enum_names_its_class()
    {
        var named = typeof(ObjectClassAttribute).Assembly.GetExportedTypes()
            .Select(type => (type.Name, type.GetCustomAttribute<ObjectClassAttribute>()?.Name))
            .Where(type => type.Item2 is not null);
        Assert.Equal(
            Table.Select(@class => (ObjectClassNames.OfClass(@class), (string?)@class.Name)).Order(),
            named.Order());
    }

    [Fact]
    public void Every_class_has_at_least_one_permission_and_at_most_32() =>
        Assert.All(Table, @class => Assert.InRange(@class.Permissions.Count, 1, 32));

    [Fact]
    public void No_two_members_of_an_enum_have_one_name() => Assert.All(Table, @class =>
    {
        string[] names =
        [
            .. @class.Permissions.Select(permission => ObjectClassNames.OfPermission(permission.Name)),
            .. @class.Sets.Select(set => ObjectClassNames.OfSet(@class, set)),
            "All",
        ];
        Assert.Distinct(names);
    });

    [Fact]
    public void No_set_has_the_name_of_a_permission() => Assert.All(Table, @class =>
        Assert.Empty(@class.Sets.Select(set => ObjectClassNames.OfSet(@class, set))
            .Intersect(@class.Permissions.Select(permission => ObjectClassNames.OfPermission(permission.Name)))));

    [Fact]
    public void A_set_has_at_least_two_permissions() =>
        Assert.All(Table.SelectMany(@class => @class.Sets), set => Assert.True(set.Permissions.Count > 1, set.Name));

    [Theory]
    [InlineData("file", "manage_file_perms", "Manage")]
    [InlineData("file", "read_file_perms", "ReadSet")]
    [InlineData("file", "rw_inherited_file_perms", "RwInherited")]
    [InlineData("lnk_file", "read_lnk_file_perms", "ReadSet")]
    [InlineData("dir", "list_dir_perms", "List")]
    [InlineData("process", "signal_perms", "SignalSet")]
    [InlineData("filesystem", "mount_fs_perms", "MountFs")]
    [InlineData("tcp_socket", "create_stream_socket_perms", "CreateStream")]
    [InlineData("tcp_socket", "create_socket_perms", "CreateSet")]
    [InlineData("netlink_route_socket", "rw_netlink_socket_perms", "RwNetlink")]
    public void A_set_is_named_by_its_verb(string className, string set, string expected)
    {
        var @class = Table.Single(c => c.Name == className);
        Assert.Equal(expected, ObjectClassNames.OfSet(@class, @class.Sets.Single(s => s.Name == set)));
    }

    [Theory]
    [InlineData("class file kernel\n", "object-classes.txt(1): Write 'class NAME kernel|userspace : SUMMARY'")]
    [InlineData("    read\n", "object-classes.txt(1): A line like this belongs into a class")]
    [InlineData("common a\n  read\n", "object-classes.txt(2): A block starts in column 1")]
    [InlineData("class a kernel : A\n    read read\n", "object-classes.txt(2): a has read twice")]
    [InlineData("class a kernel : A\n    from b\n", "object-classes.txt(2): There is no common b above")]
    [InlineData("class a kernel : A\n    read\n    set x_perms = read write\n", "object-classes.txt(3): x_perms: a has no permission write")]
    [InlineData("class a kernel : A\n    read\n    set x_perms = x_perms\n", "object-classes.txt(3): x_perms: a has no permission x_perms")]
    [InlineData("class a kernel : A\n    read\n    set x = read\n", "object-classes.txt(3): The name of the set x does not end in _perms")]
    [InlineData("class a kernel : A\n    Read : it\n", "object-classes.txt(2): 'Read' is not a valid permission name")]
    public void A_wrong_line_of_the_table_is_named(string table, string expected)
    {
        var wrong = Assert.Throws<FormatException>(() => ObjectClassTable.Read(table));
        Assert.StartsWith(expected, wrong.Message, StringComparison.Ordinal);
    }

    private static uint Value(ObjectClass @class, string member)
    {
        var type = typeof(ObjectClassAttribute).Assembly.GetType($"TypedPolicy.{ObjectClassNames.OfClass(@class)}", throwOnError: true)!;
        return (uint)Enum.Parse(type, member);
    }

    private static void Rewrite(Dictionary<string, string> written)
    {
        foreach (var stale in EnumFiles().Except(written.Keys))
        {
            File.Delete(Path.Combine(Folder(), stale));
        }

        foreach (var (file, text) in written)
        {
            var path = Path.Combine(Folder(), file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }

    private static IEnumerable<string> EnumFiles() =>
        Directory.EnumerateFiles(Folder(), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder(), file).Replace('\\', '/'));

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Order(StringComparer.Ordinal));

    private static string Folder([CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "../../../src/TypedPolicy/Classes"));
}
