using System.Diagnostics;
using System.Globalization;
using TypedPolicy.Bench.Synthetic;

namespace TypedPolicy.Bench.Builds;

/// <summary>The projects that are built, in a folder of their own: nothing of the source tree reaches them but the packed package.</summary>
internal static class Workspace
{
    public static string Root { get; } = Path.Combine(Path.GetTempPath(), "typedpolicy-bench-" + Environment.ProcessId.ToString(CultureInfo.InvariantCulture));

    /// <summary>Packs the product into a feed, as its users get it.</summary>
    public static void Prepare()
    {
        var feed = Directory.CreateDirectory(Path.Combine(Root, "feed")).FullName;
        Shell.Run(SourceTree(), "dotnet", "pack", "src/TypedPolicy", "-c", "Release", "-o", feed, "-v", "q", "-nodeReuse:false");
        File.WriteAllText(
            Path.Combine(Root, "nuget.config"),
            """
            <configuration>
              <packageSources><clear /><add key="feed" value="feed" /></packageSources>
            </configuration>
            """);
    }

    /// <summary>A policy project that references the package.</summary>
    public static string Policy(int rules, int filesPerComponent = 1) => Project(
        $"policy{rules.ToString(CultureInfo.InvariantCulture)}", new SyntheticPolicy(rules).Files(filesPerComponent), """<PackageReference Include="TypedPolicy" Version="0.1.0" />""");

    /// <summary>The same with the bindings of a header tree, which are kept in a cache of this run.</summary>
    public static string PolicyOnHeaders(int rules, string headers) => Project(
        $"headers{rules.ToString(CultureInfo.InvariantCulture)}",
        new SyntheticPolicy(rules).Files(),
        $"""<PackageReference Include="TypedPolicy" Version="0.1.0" /><PolicyHeaders Include="{headers}" Name="bench" />""",
        $"<TypedPolicyBaseCache>{Path.Combine(Root, "base")}</TypedPolicyBaseCache>");

    /// <summary>The same sources as an ordinary library: the vocabulary as a plain reference; no generator, analyzer or target of ours.</summary>
    public static string Ordinary(int rules) => Project(
        $"ordinary{rules.ToString(CultureInfo.InvariantCulture)}", new SyntheticPolicy(rules).Files(), $"""<Reference Include="{typeof(DomainAttribute).Assembly.Location}" />""");

    /// <summary>A library with one class.</summary>
    public static string Empty() => Project("empty", [SyntheticPolicy.Ordinary(0)], "");

    /// <summary>Writes the equal policy in the old language, with the CIL that TypedPolicy made of it.</summary>
    public static string Module(int rules, string cil)
    {
        var policy = new SyntheticPolicy(rules);
        var folder = Directory.CreateDirectory(Path.Combine(Root, $"module{rules.ToString(CultureInfo.InvariantCulture)}")).FullName;
        File.WriteAllText(Path.Combine(folder, "synthetic.te"), policy.Te(withMacros: true));
        File.WriteAllText(Path.Combine(folder, "synthetic.fc"), policy.Fc());
        File.WriteAllText(Path.Combine(folder, "synthetic.if"), "## <summary>Synthetic.</summary>\n");
        Directory.CreateDirectory(Path.Combine(folder, "plain"));
        File.WriteAllText(Path.Combine(folder, "plain", "synthetic.te"), policy.Te(withMacros: false));
        File.WriteAllText(Path.Combine(folder, "plain", "base.cil"), SyntheticPolicy.BaseCil());
        File.WriteAllText(Path.Combine(folder, "plain", "synthetic.cil"), cil);
        return folder;
    }

    public static void Delete()
    {
        if (Directory.Exists(Root))
        {
            Directory.Delete(Root, recursive: true);
        }
    }

    private static string Project(string name, IEnumerable<(string Path, string Text)> files, string reference, string properties = "")
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root, name)).FullName;
        foreach (var (path, text) in files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        File.WriteAllText(
            Path.Combine(folder, name + ".csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><LangVersion>14</LangVersion><Nullable>enable</Nullable><NuGetAudit>false</NuGetAudit><TypedPolicyUseInstalledPolicy>false</TypedPolicyUseInstalledPolicy>{properties}</PropertyGroup>
              <ItemGroup>{reference}</ItemGroup>
            </Project>
            """);
        return folder;
    }

    private static string SourceTree()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "TypedPolicy.sln")))
            {
                return folder;
            }
        }

        throw new UnreachableException("The benchmarks run from within the source tree.");
    }
}
