using System.Collections.Immutable;
using TypedPolicy.Conversion.CSharp;
using TypedPolicy.Conversion.Naming;
using TypedPolicy.Model.Languages;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Refpolicy.Modules;
using TypedPolicy.Refpolicy.Sources;
using EntityKind = TypedPolicy.Model.Naming.EntityKind;

namespace TypedPolicy.Conversion.Converting;

/// <summary>The files of a converted module: one for each domain, and one for each other kind of class.</summary>
internal sealed class FileLayout
{
    private readonly SortedDictionary<string, PolicyFile> _files = new(StringComparer.Ordinal);
    private readonly string _namespace;

    public FileLayout(ModuleSource source, string @namespace)
    {
        _namespace = @namespace;
        var version = source.Version.Length > 0 ? $", Version = {CSharpText.ReadableLiteral(source.Version)}" : "";
        var module = File("Module.cs");
        module.AssemblyAttributes.Add($"PolicyModule({CSharpText.ReadableLiteral(source.Name)}{version})");
        module.Comments.AddRange(source.Rules.WithComments().Where(s => s.Statement is ModuleHeader).SelectMany(s => s.Comments));
        Footer(source.Rules.WithComments().Where(s => s.Statement is RequireBlock).SelectMany(s => s.Comments).Concat(source.Rules.CommentsAtEnd()));
        Footer(source.LabelComments);
        foreach (var left in source.LeftOut)
        {
            Footer([
                $"LEFT OUT ({left.Condition}{(left.Place is null ? "" : $", {left.Place.File}:{left.Place.Line}")}):",
                .. left.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            ]);
        }

        LeftOut = [.. source.LeftOut.Select(left => new ConversionNote(left.Place, $"Left out by the settings of the policy: {left.Condition}."))];
    }

    /// <summary>A note for each part of the module that is left out.</summary>
    public ImmutableArray<ConversionNote> LeftOut { get; }

    /// <summary>Marks what could not be read: the lines stand in the module's file as comments.</summary>
    /// <param name="problems">What is wrong, and where.</param>
    /// <param name="files">The module's files.</param>
    public void Unread(IReadOnlyList<(SourcePlace? Place, string Message)> problems, IReadOnlyList<HeaderFile> files)
    {
        foreach (var (place, message) in problems)
        {
            var lines = files.FirstOrDefault(f => f.Path == place?.File)?.Text.Split('\n');
            Footer([
                $"CANNOT BE READ{(place is null ? "" : $" ({place.File}:{place.Line})")}: {message}",
                .. lines is not null && place!.Line <= lines.Length ? ["    " + lines[place.Line - 1].Trim()] : Array.Empty<string>(),
            ]);
        }
    }

    /// <summary>Adds comments to the end of a file, the module's by default, below a blank line.</summary>
    public void Footer(IEnumerable<string> comments, string file = "Module.cs")
    {
        var lines = comments.ToList();
        if (lines.Count > 0)
        {
            var footer = File(file).Footer;
            footer.AddRange(footer.Count > 0 ? lines.Prepend("") : lines);
        }
    }

    /// <summary>Adds classes to files.</summary>
    public void Add(IEnumerable<KeyValuePair<string, List<PolicyClass>>> files)
    {
        foreach (var (name, classes) in files)
        {
            Add(name, classes);
        }
    }

    /// <summary>Adds classes to a file, which is not written while it has none.</summary>
    public void Add(string name, IEnumerable<PolicyClass> classes)
    {
        foreach (var type in classes)
        {
            File(name).Classes.Add(type);
        }
    }

    /// <summary>The texts.</summary>
    public ImmutableArray<ConvertedFile> Write() => [.. _files.Values.Select(f => new ConvertedFile(f.Name, PolicyFileWriter.Write(f)))];

    /// <summary>The class for what another module declares.</summary>
    public static PolicyClass External(EntityKind kind, string name, string csharp)
    {
        var made = new PolicyClass(csharp, kind is EntityKind.TypeAttribute or EntityKind.RoleAttribute ? "public interface" : "public sealed class");
        made.Summary.Add($"{name}, which is declared elsewhere: by another module, or by a template.");
        var also = kind switch
        {
            EntityKind.Role or EntityKind.RoleAttribute => ", Role",
            EntityKind.Boolean => ", PolicyBoolean",
            EntityKind.Tunable => ", Tunable",
            EntityKind.User => ", User",
            _ => "",
        };
        made.Add($"External({CSharpText.ReadableLiteral(name)}){also}");
        return made;
    }

    private PolicyFile File(string name)
    {
        if (!_files.TryGetValue(name, out var file))
        {
            _files.Add(name, file = new PolicyFile(name, _namespace) { Usings = { NameBook.BaseNamespace } });
        }

        return file;
    }
}
