using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedPolicy.Binding.Vocabulary;
using TypedPolicy.Model;
using TypedPolicy.Model.Declarations;

namespace TypedPolicy.Binding.Reading;

/// <summary>Reads which names the referenced policy assemblies declare, from what their build wrote into them.</summary>
internal static class UpstreamReader
{
    public static EquatableArray<UpstreamName> Read(Compilation compilation)
    {
        var names = ImmutableArray.CreateBuilder<UpstreamName>();
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            // Only what references the vocabulary can carry policy: the framework's hundreds of assemblies are not opened.
            if (!assembly.Modules.Any(m => m.ReferencedAssemblies.Any(r => r.Name == AttributeClassifier.Library)))
            {
                continue;
            }

            foreach (var attribute in assembly.GetAttributes())
            {
                if (attribute.AttributeClass is { } type && AttributeClassifier.IsLibraryType(type, "PolicyManifestAttribute")
                    && attribute.ConstructorArguments is [_, _, { Value: string declarations }])
                {
                    Read(declarations, assembly.Name, names);
                }
            }
        }

        return EquatableArray.From(names.Distinct().OrderBy(n => n.Name, StringComparer.Ordinal).ThenBy(n => n.Kind));
    }

    private static void Read(string declarations, string assembly, ImmutableArray<UpstreamName>.Builder names)
    {
        foreach (var line in declarations.Split('\n'))
        {
            var blank = line.IndexOf(' ');
            if (blank > 0 && Manifest.KindOf(line.Substring(0, blank)) is { } kind)
            {
                names.Add(new UpstreamName(kind, line.Substring(blank + 1), assembly));
            }
        }
    }
}
