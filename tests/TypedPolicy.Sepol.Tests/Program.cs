using System.Text;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Tests.Fuzzing;

namespace TypedPolicy.Sepol.Tests;

/// <summary>Started by a test as the process that links what is damaged, since libsepol may not survive it. Says of each what came of it.</summary>
public static class Program
{
    public static int Main(string[] arguments)
    {
        if (arguments is [NativeOverflow.Managed or NativeOverflow.Native])
        {
            return NativeOverflow.Run(arguments[0]);
        }

        if (arguments is not [var file, var from, var to])
        {
            return 2;
        }

        var whole = File.ReadAllBytes(file);
        for (var seed = int.Parse(from, null); seed < int.Parse(to, null); seed++)
        {
            // Said before, so that the parent knows which one ended the process.
            Console.WriteLine($"seed {seed}");
            try
            {
                var source = new PolicySource(Path.GetFileName(file), DamagedBytes.Of(whole, seed));
                var result = PolicyLinker.Link(source.Kind == PolicySourceKind.Kernel ? [source] : PolicyBase.Embedded.With([source]));
                Console.WriteLine(result.Succeeded ? "linked" : result.Messages.IsEmpty ? "silent" : "rejected");
            }
            catch (SepolException)
            {
                Console.WriteLine("refused");
            }
            catch (Exception e)
            {
                Console.WriteLine($"threw {e.GetType().Name} {Convert.ToBase64String(Encoding.UTF8.GetBytes(e.Message))}");
            }
        }

        return 0;
    }
}
