using System.CommandLine;
using TypedPolicy.Conversion.Permissions;
using TypedPolicy.Refpolicy.Finding;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Tool.Finding;
using TypedPolicy.Tool.Headers;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Commands;

/// <summary><c>typedpolicy show</c>: all that is known of one name of the base policy.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "An interface, template, macro, type or attribute, by its SELinux name (kernel_read_messages) or its C# name (Kernel.ReadMessages)." };
        var index = new HeaderIndex();
        var format = CommonOptions.Format();
        var command = new Command("show", "Shows a name of the base policy: where it is, its documentation, what it expands to, grants and requires, and how to write it in C#.") { name, format };
        index.AddTo(command);
        command.SetAction(parsed =>
        {
            var answers = new AnswerWriter(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, parsed.GetValue(format), most: 0);
            var asked = parsed.GetValue(name)!.Trim('[', ']', ' ');
            var known = index.Read(parsed);
            var headers = new Lazy<HeaderTree>(() => HeaderTree.Read(HeaderFolder.Read(index.Folder(parsed))));
            var set = PermissionEnum.SetOf(asked) ?? (BaseSets.MayBe(asked) ? BaseSets.Of(headers.Value).NameOf(asked) : null);
            var found = known.Find(set ?? asked).ToList();
            if (found.Count == 0)
            {
                var near = NearNames.Of(known, asked);
                if (answers.IsJson)
                {
                    answers.Json(new { found = Array.Empty<object>(), didYouMean = near });
                    return ExitCode.No;
                }

                return answers.Nothing($"The headers have no '{asked}'.", near);
            }

            var tree = found.Exists(f => f.File.Length > 0) ? headers.Value : null;
            var details = found.ConvertAll(f => NameDetail.Of(f, known, tree));
            if (answers.IsJson)
            {
                answers.Json(new { found = details });
            }
            else
            {
                details.ForEach(d => DetailWriter.Write(d, index.Folder(parsed), answers));
            }

            return ExitCode.Success;
        });
        return command;
    }
}
