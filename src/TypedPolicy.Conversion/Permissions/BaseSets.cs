using System.Collections.Immutable;
using System.Globalization;
using TypedPolicy.Model.Classes;
using TypedPolicy.Model.Naming;
using TypedPolicy.Refpolicy.Bindings;
using TypedPolicy.Refpolicy.Headers;

namespace TypedPolicy.Conversion.Permissions;

/// <summary>
/// The permission sets of a base policy's headers in C#: <c>manage_file_perms</c> is <c>Perms.File.Manage</c>, a constant of <c>FilePerms</c>. A set stands with the class that its name gives; one of
/// sockets with each class of sockets, and one whose name gives no class with each other class, as far as the class has all of its permissions.
/// </summary>
public sealed class BaseSets
{
    private const string EnumEnding = "Perms";
    private const string SetEnding = "Set";
    private const string Socket = "socket";
    private const string NetlinkSocket = "netlink_socket";

    private readonly Dictionary<(string ObjectClass, string Set), string> _words;
    private readonly Dictionary<string, BaseSet> _byWord;

    private BaseSets(ImmutableArray<ClassSets> classes)
    {
        Classes = classes;
        _words = classes.SelectMany(c => c.Sets, (c, set) => ((c.ObjectClass, set.Name), set.Word)).ToDictionary(w => w.Item1, w => w.Word);
        _byWord = classes.SelectMany(c => c.Sets).ToDictionary(set => set.Word, StringComparer.Ordinal);
    }

    /// <summary>No sets.</summary>
    public static BaseSets None { get; } = new([]);

    /// <summary>The sets of each class, in the order of their C# names.</summary>
    public ImmutableArray<ClassSets> Classes { get; }

    /// <summary>The sets of a base.</summary>
    public static BaseSets Of(BindingNames names) =>
        Of(names.PermissionSets, names.Entities.Where(e => e.Kind == EntityKind.ObjectClass && PermissionEnum.Of(e.Name) is null).Select(e => SetClass.OfBase(e, names.Of(e.Kind, e.Name)!)));

    /// <summary>The sets of the support files, as far as they are about the library's classes.</summary>
    public static BaseSets Of(HeaderTree headers) => Of(headers.PermissionSets, []);

    /// <summary>How C# writes a set of a class; null if bindings have no such set.</summary>
    public string? Of(string objectClass, string set) => _words.GetValueOrDefault((objectClass, set));

    /// <summary>The permissions of a set that C# writes as <c>Perms.File.Manage</c>; null if a word is none.</summary>
    public IReadOnlyList<string>? PermissionsOf(string word) => _byWord.TryGetValue(word, out var set) ? set.Permissions : null;

    /// <summary>The name of the set that C# writes as <c>Perms.File.Manage</c>; null if a word is none.</summary>
    public string? NameOf(string word) => _byWord.GetValueOrDefault(word)?.Name;

    /// <summary>Whether a word looks like a set: <c>Perms.File.Manage</c>.</summary>
    public static bool MayBe(string word) => word.StartsWith(BindingNames.PermsClass + ".", StringComparison.Ordinal);

    /// <summary>The enum of the sets in a class of <c>Perms</c>: <c>FilePerms</c> for <c>File</c>.</summary>
    public static string EnumOf(string nested) => nested + EnumEnding;

    private static BaseSets Of(IReadOnlyCollection<HeaderPermissionSet> sets, IEnumerable<SetClass> others)
    {
        List<SetClass> known = [.. PermissionEnum.Classes.Select(SetClass.OfLibrary), .. others];
        var byClass = sets.SelectMany(s => ClassesOf(s, known), (set, @class) => (set, @class)).ToLookup(p => p.@class, p => p.set);

        // A class may not have the name of the one around it.
        var taken = new HashSet<string>(StringComparer.Ordinal) { BindingNames.PermsClass };
        return new([.. known.Where(byClass.Contains).Select(c => Named(c, Free(Stem(c.Enum), taken), byClass[c])).OrderBy(c => c.CSharp, StringComparer.Ordinal)]);
    }

    private static IEnumerable<SetClass> ClassesOf(HeaderPermissionSet set, List<SetClass> known)
    {
        var named = PermissionSetName.ClassOf(set.Name, known.Select(k => k.ObjectClass));

        // Every permission of a class is All, which is what the base has, and may be more than the library knows.
        return named is not null && PermissionSetName.AllOf(set.Name) == named ? [] : known.Where(k => IsFor(k.ObjectClass) && set.Permissions.All(k.Permissions.Contains) && !k.HasAll(set.Permissions));

        bool IsFor(string @class) => named switch
        {
            null => !@class.EndsWith(Socket, StringComparison.Ordinal),
            Socket => @class.EndsWith(Socket, StringComparison.Ordinal),
            NetlinkSocket => @class.StartsWith("netlink_", StringComparison.Ordinal) && @class.EndsWith(Socket, StringComparison.Ordinal),
            _ => @class == named,
        };
    }

    private static ClassSets Named(SetClass @class, string name, IEnumerable<HeaderPermissionSet> sets)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal) { name };
        var named = ImmutableArray.CreateBuilder<BaseSet>();
        foreach (var set in sets)
        {
            // Where a permission has the name, the set says that it is one, as the library's do: Create beside CreateSet.
            var verb = ObjectClassNames.VerbOf(@class.ObjectClass, set.Name);
            var free = Free(Identifiers.Of(verb) + (@class.Permissions.Contains(verb) ? SetEnding : ""), taken);
            named.Add(new BaseSet(set.Name, free, $"{BindingNames.PermsClass}.{name}.{free}", set.Permissions, [.. @class.Render(set.Permissions)]));
        }

        return new ClassSets(@class.ObjectClass, @class.FullEnum, name, named.ToImmutable());
    }

    private static string Stem(string @enum) => @enum.EndsWith(EnumEnding, StringComparison.Ordinal) ? @enum[..^EnumEnding.Length] : @enum;

    private static string Free(string natural, HashSet<string> taken)
    {
        var free = natural;
        for (var i = 1; !taken.Add(free); i++)
        {
            free = i == 1 && !natural.EndsWith(SetEnding, StringComparison.Ordinal) ? natural + SetEnding : string.Create(CultureInfo.InvariantCulture, $"{natural}{(natural.EndsWith(SetEnding, StringComparison.Ordinal) ? "" : SetEnding)}{i + 1}");
        }

        return free;
    }
}

/// <summary>The permission sets of one object class.</summary>
/// <param name="ObjectClass">The class.</param>
/// <param name="Enum">Its enum, in full.</param>
/// <param name="CSharp">The name of the class that holds them: <c>File</c>.</param>
/// <param name="Sets">The sets, in the order of their SELinux names.</param>
public sealed record ClassSets(string ObjectClass, string Enum, string CSharp, ImmutableArray<BaseSet> Sets);

/// <summary>A permission set of one object class.</summary>
/// <param name="Name">Its SELinux name: <c>manage_file_perms</c>.</param>
/// <param name="CSharp">Its C# name: <c>Manage</c>.</param>
/// <param name="Word">How C# writes it: <c>Perms.File.Manage</c>.</param>
/// <param name="Permissions">What is in it.</param>
/// <param name="Members">The members of the enum that come to it.</param>
public sealed record BaseSet(string Name, string CSharp, string Word, ImmutableArray<string> Permissions, ImmutableArray<string> Members);
