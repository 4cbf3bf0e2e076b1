using System.CommandLine;
using System.Globalization;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Targets;
using TypedPolicy.Refpolicy.Headers;

namespace TypedPolicy.Tool.Shell;

/// <summary>What several commands take.</summary>
internal static class CommonOptions
{
    /// <summary><c>--format text|json</c>.</summary>
    public static Option<OutputFormat> Format(params OutputFormat[] others) => Format<OutputFormat>([OutputFormat.Text, OutputFormat.Json, .. others], "How the answer is written");

    /// <summary><c>--format</c>, the first of which is the default value of its enum.</summary>
    /// <param name="formats">The formats.</param>
    /// <param name="description">What it is for.</param>
    public static Option<T> Format<T>(T[] formats, string description)
        where T : struct, Enum => new("--format")
        {
            Description = $"{description}: {string.Join(", ", formats.Select(Name))} (default: {Name(formats[0])}).",
            HelpName = string.Join('|', formats.Select(Name)),
            CustomParser = result =>
            {
                var word = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
                var index = Array.FindIndex(formats, f => string.Equals(Name(f), word, StringComparison.OrdinalIgnoreCase));
                if (index < 0)
                {
                    result.AddError($"'{word}' is not a format.{(Similar.To(word, formats.Select(Name)) is { } near ? $" Did you mean '{near}'?" : "")} Write one of {string.Join(", ", formats.Select(Name))}.");
                    return default;
                }

                return formats[index];
            },
        };

    /// <summary>An option that takes a number.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="word">What help calls its value.</param>
    /// <param name="least">The least number.</param>
    /// <param name="most">The greatest.</param>
    public static Option<int?> Number(string name, string description, string word, int least, int most = int.MaxValue) => new(name)
    {
        Description = description,
        HelpName = word,
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            {
                return number;
            }

            result.AddError($"'{text}' is not a number for {name}. Write {(most == int.MaxValue ? $"a whole number, {least} or more" : $"one from {least} to {most}")}.");
            return null;
        },
    };

    /// <summary><c>--base PATH</c>, as often as one likes.</summary>
    /// <param name="orOf">Where the default comes from, if not from TypedPolicy alone.</param>
    public static Option<string[]> Base(string? orOf = null) => new("--base")
    {
        Description = $"What to link with: a policy file, a folder of them such as /usr/share/selinux/default, or a policy store such as /var/lib/selinux/targeted (default: {(orOf is null ? "" : orOf + ", otherwise ")}the embedded base of TypedPolicy).",
        HelpName = "PATH",
    };

    /// <summary><c>--define NAME[=VALUE]</c>, any number of times.</summary>
    public static Option<string[]> Define()
    {
        var option = new Option<string[]>("--define", "-D")
        {
            Description = "Defines a name for m4, in addition to those that the headers' Makefile and build.conf define. Repeatable.",
            HelpName = "NAME[=VALUE]",
        };
        option.Validators.Add(result =>
        {
            foreach (var text in result.Tokens.Select(t => t.Value).Where(text => BuildSettings.TryDefinition(text) is null || text.Contains(';', StringComparison.Ordinal)))
            {
                // A project separates its definitions by semicolons.
                result.AddError($"'{text}' is not a definition. Write NAME or NAME=VALUE; a name has letters, digits and '_', and does not begin with a digit; a value has no ';'.");
            }
        });
        return option;
    }

    /// <summary>What <see cref="Define"/> was given.</summary>
    public static IReadOnlyCollection<KeyValuePair<string, string>> Definitions(ParseResult parsed, Option<string[]> option) =>
        [.. (parsed.GetValue(option) ?? []).Select(BuildSettings.TryDefinition).OfType<KeyValuePair<string, string>>().GroupBy(d => d.Key, StringComparer.Ordinal).Select(d => d.Last())];

    /// <summary><c>--target NAME</c>.</summary>
    /// <param name="description">What it is for.</param>
    public static Option<Target?> Target(string description) => new("--target")
    {
        Description = description,
        HelpName = "NAME",
        CustomParser = result =>
        {
            var name = result.Tokens is [var token] ? token.Value : "";
            if (Model.Targets.Target.TryGet(name) is not { } target)
            {
                var all = Model.Targets.Target.All;
                result.AddError($"'{name}' is not a target.{(Similar.To(name, all.Select(t => t.Name)) is { } near ? $" Did you mean '{near}'?" : "")} Write one of {string.Join(", ", all)}.");
                return null;
            }

            return target;
        },
    };

    /// <summary><c>--root DIRECTORY</c>, where a path is asked about.</summary>
    public static Option<string?> Root() => new("--root")
    {
        Description = "The directory that the source sees as /, such as the root of a container: only directories below it are checked (default: /).",
        HelpName = "DIRECTORY",
    };

    private static string Name<T>(T format)
        where T : struct, Enum => format.ToString().ToLowerInvariant();
}
