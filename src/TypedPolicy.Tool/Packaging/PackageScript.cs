using System.Globalization;
using TypedPolicy.Model.Languages;

namespace TypedPolicy.Tool.Packaging;

/// <summary>The shell scripts of packages: variables, of which each value is a quoted word, then what all packages share.</summary>
internal static class PackageScript
{
    /// <summary>A script.</summary>
    /// <param name="package">The package.</param>
    /// <param name="purpose">What it is, in a comment.</param>
    /// <param name="root">How it knows the root of the system.</param>
    /// <param name="action">What it does.</param>
    public static string Write(PackageFacts package, string purpose, string root, string action) =>
        $"""
        #!/bin/sh
        # {ShellText.Comment(purpose)}
        set -e

        name={ShellText.Quote(package.Name)}
        store={ShellText.Quote(package.Store)}
        priority={PackageFacts.Priority.ToString(CultureInfo.InvariantCulture)}
        modules={ShellText.Quote(string.Join(' ', package.ModuleNames))}
        {root}

        {Shared.Value.TrimEnd()}

        {action.TrimEnd()}

        """.ReplaceLineEndings("\n");

    private static Lazy<string> Shared { get; } = new(() =>
    {
        using var reader = new StreamReader(typeof(PackageScript).Assembly.GetManifestResourceStream("policy-package.sh")!);
        return reader.ReadToEnd();
    });
}
