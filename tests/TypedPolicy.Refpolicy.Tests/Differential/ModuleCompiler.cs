using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Toolchain.Tests.Refpolicy;
using TypedPolicy.Toolchain.Tests.Tools;
using Xunit;

namespace TypedPolicy.Refpolicy.Tests.Differential;

/// <summary>Calls as the toolchain compiles them: GNU m4 expands all of them in one run, checkmodule compiles each in a module of its own.</summary>
internal sealed partial class ModuleCompiler : IDisposable
{
    private const string Mark = "@@call@@";
    private readonly TemporaryFolder _folder = new();
    private readonly string _categories = $"category {string.Join(", ", Enumerable.Range(0, 1024).Select(i => $"c{i}"))};";

    public static HeaderTree ReadDebian() =>
        HeaderTree.Read([.. Directory.GetFiles(DebianHeaders.Folder, "*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".if", StringComparison.Ordinal) || f.EndsWith(".spt", StringComparison.Ordinal) || f.EndsWith("build.conf", StringComparison.Ordinal))
            .Select(f => new HeaderFile(Path.GetRelativePath(DebianHeaders.Folder, f), File.ReadAllText(f)))]);

    /// <summary>Compiles calls.</summary>
    /// <returns>The CIL of each call's module; what checkmodule said where it refused the module; empty text where the call expands to nothing.</returns>
    public (string? Cil, string Refusal)[] Compile(IReadOnlyList<InterfaceCall> calls)
    {
        var texts = Expand(calls, out var classes);
        for (var i = 0; i < calls.Count; i++)
        {
            _folder.Write($"m{i}.te", Module($"m{i}", calls[i], texts[i], classes));
        }

        Run(calls.Count);
        return [.. Enumerable.Range(0, calls.Count).AsParallel().AsOrdered().Select(i =>
            File.Exists(_folder.At($"m{i}.cil")) ? (File.ReadAllText(_folder.At($"m{i}.cil")), "")
            : ((string?)null, Tool.Checkmodule.Run("-M", "-m", "-C", "-o", _folder.At($"m{i}.cil"), _folder.At($"m{i}.te")) is var run && run.ExitCode != 0 ? run.Error + run.Output : ""))];
    }

    /// <summary>Checks that pp makes the same of a module's package as checkmodule makes of its source.</summary>
    public void ConfirmPackages(int count, int every)
    {
        for (var i = 0; i < count; i += every)
        {
            if (File.Exists(_folder.At($"m{i}.cil")))
            {
                Tool.Checkmodule.Run("-M", "-m", "-o", _folder.At($"m{i}.mod"), _folder.At($"m{i}.te")).Succeeded();
                Tool.SemodulePackage.Run("-o", _folder.At($"m{i}.pp"), "-m", _folder.At($"m{i}.mod")).Succeeded();
                Assert.Equal(Tool.PackageToCil.Run(_folder.At($"m{i}.pp")).Succeeded().Output, File.ReadAllText(_folder.At($"m{i}.cil")));
            }
        }
    }

    public void Dispose() => _folder.Dispose();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Words();

    [GeneratedRegex(@"class\s+(\w+)\s+(\{[^}]*\}|\w+)\s*;")]
    private static partial Regex ClassRequirements();

    private string[] Expand(IReadOnlyList<InterfaceCall> calls, out Dictionary<string, string> classes)
    {
        string[] headers = [.. DebianHeaders.Support, .. DebianHeaders.Interfaces];
        var interfaces = Tool.M4.Run(headers).Succeeded().Output.Replace("dollarsstar", "$*", StringComparison.Ordinal);
        var text = new StringBuilder("policy_module(everything, 1.2.3)\n");
        foreach (var call in calls)
        {
            text.Append(Mark).Append('\n').Append(call.Text).Append('\n');
        }

        string[] files = [.. DebianHeaders.Support, _folder.Write("all_interfaces.conf", "divert(-1)\n" + interfaces + "\ndivert\n"), _folder.Write("everything.te", text.ToString())];
        var parts = Tool.M4.Run([.. DebianHeaders.Flags, .. files]).Succeeded().Output.Split(Mark);
        Assert.Equal(calls.Count + 1, parts.Length);

        // What policy_module requires: all classes of the kernel. A module is given those that its text names.
        classes = ClassRequirements().Matches(parts[0]).ToDictionary(m => m.Groups[1].Value, m => m.Value, StringComparer.Ordinal);
        Assert.True(classes.Count > 80);
        return parts[1..];
    }

    private string Module(string name, InterfaceCall call, string text, Dictionary<string, string> classes)
    {
        var words = Words().Matches(text).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        var module = new StringBuilder($"module {name} 1;\nrequire {{ role system_r; {classes["file"]} ");
        foreach (var used in classes.Where(c => c.Key != "file" && words.Contains(c.Key)))
        {
            // One a line: checkmodule reads no line of more than 8,192 characters.
            module.Append(used.Value).Append('\n');
        }

        if (words.Contains("s0") || words.Contains("range_transition"))
        {
            module.Append("sensitivity s0; ").Append(_categories);
        }

        module.Append("}\n");

        // A template that is given a prefix may use what a caller of that prefix has: a domain and a role.
        foreach (var prefix in call.Prefixes)
        {
            Declare(call, module, text, "type", prefix + "_t");
            Declare(call, module, text, "role", prefix + "_r");
        }

        return module.Append(call.Declarations).Append('\n').Append(text).ToString();
    }

    private static void Declare(InterfaceCall call, StringBuilder module, string text, string keyword, string name)
    {
        if (!Regex.IsMatch(text, $@"\b{keyword}\s+{name}\s*[;,]"))
        {
            call.Declared.Add(name);
            module.Append(keyword).Append(' ').Append(name).Append(";\n");
        }
    }

    private void Run(int count)
    {
        var start = new ProcessStartInfo("xargs") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder.Path };
        foreach (var argument in (string[])["-P", "2", "-I", "{}", "/usr/bin/checkmodule", "-M", "-m", "-C", "-o", "{}.cil", "{}.te"])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        for (var i = 0; i < count; i++)
        {
            process.StandardInput.Write($"m{i}\n");
        }

        process.StandardInput.Close();
        process.WaitForExit();
        Task.WaitAll(output, error);
    }
}
