using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Build;

/// <summary>
/// Finds policy that is in the compiled assembly and not in what was made of it: the generator does not see what other source generators make, and does not
/// run at all where the package is not referenced by the project itself.
/// </summary>
internal static class UnreadClasses
{
    private const int Max = 20;

    // On a class with [External] these say what it stands for. A project of tests has such classes without the generator, and loses nothing.
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal)
    {
        "ExternalAttribute", "DomainAttribute", "FileTypeAttribute", "PortTypeAttribute", "NodeTypeAttribute", "NetifTypeAttribute", "FilesystemTypeAttribute",
        "PolicyTypeAttribute", "EntrypointAttribute", "TypeAttributeAttribute", "PolicyBooleanAttribute", "TunableAttribute", "RoleAttribute", "UserAttribute",
        "ObjectClassAttribute", "ClassMapAttribute", "ClassPermissionAttribute",
    };

    /// <summary>What there is of it: an error for each class.</summary>
    /// <param name="assemblyPath">The compiled assembly of the project.</param>
    /// <param name="classes">What the generator left: the classes that it read; <see langword="null"/> if it left nothing.</param>
    /// <param name="generatorRan">Whether the project has the generator.</param>
    /// <param name="references">The paths of what the assembly references.</param>
    public static IEnumerable<Fault> Find(string assemblyPath, string? classes, bool generatorRan, IEnumerable<string> references)
    {
        var found = new List<string>();
        try
        {
            using var stream = new FileStream(assemblyPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var image = new PEReader(stream);
            if (image.HasMetadata && image.GetMetadataReader() is { IsAssembly: true } metadata)
            {
                found.AddRange(Unread(metadata, new PolicyAttributes(metadata, references), classes is null ? null : Listed(classes), generatorRan));
            }
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            // PolicyAssemblyReader opens the same file, and has the error.
            return [];
        }

        var faults = found.Take(Max).Select(name => new Fault(ErrorIds.PolicyNotRead, UnreadPolicy.Message(name, generatorRan))).ToList();
        if (found.Count > Max)
        {
            faults.Add(new(ErrorIds.PolicyNotRead, $"{found.Count - Max} more classes have policy that is not in the policy files, for the same reason."));
        }

        return faults;
    }

    private static IEnumerable<string> Unread(MetadataReader metadata, PolicyAttributes policy, Dictionary<string, (int Attributes, int Interfaces)>? listed, bool generatorRan)
    {
        var ofAssembly = policy.Of(metadata.GetAssemblyDefinition().GetCustomAttributes());
        if (ofAssembly.Count > 0 && (listed is null ? !generatorRan : ofAssembly.Count > (listed.TryGetValue("", out var own) ? own.Attributes : 0)))
        {
            yield return UnreadPolicy.Assembly;
        }

        var names = new List<string>();
        foreach (var handle in metadata.TypeDefinitions)
        {
            var type = metadata.GetTypeDefinition(handle);
            var attributes = policy.Of(type.GetCustomAttributes());
            if (attributes.Count == 0)
            {
                continue;
            }

            var name = Name(metadata, handle);
            var isUnread = listed is null
                ? IsPolicy(attributes)
                : !listed.TryGetValue(name, out var known) || attributes.Count > known.Attributes || type.GetInterfaceImplementations().Count > known.Interfaces;
            if (isUnread)
            {
                names.Add(name);
            }
        }

        names.Sort(StringComparer.Ordinal);
        foreach (var name in names)
        {
            yield return UnreadPolicy.Carrier(name);
        }
    }

    private static bool IsPolicy(List<string> attributes) =>
        attributes.Contains("ExternalAttribute") ? attributes.Any(a => !Kinds.Contains(a)) : attributes.Any(a => a != "PolicyInterfaceAttribute");

    private static Dictionary<string, (int Attributes, int Interfaces)> Listed(string classes)
    {
        var listed = new Dictionary<string, (int, int)>(StringComparer.Ordinal);
        foreach (var line in classes.Split('\n'))
        {
            var fields = line.Split('\t');
            listed[fields[0]] = fields.Length == 3 ? (Number(fields[1]), Number(fields[2])) : (int.MaxValue, int.MaxValue);
        }

        return listed;

        static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    private static string Name(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        var name = metadata.GetString(type.Name);
        return type.GetDeclaringType() is { IsNil: false } around ? $"{Name(metadata, around)}+{name}"
            : type.Namespace.IsNil ? name
            : $"{metadata.GetString(type.Namespace)}.{name}";
    }
}
