using System.Globalization;
using TypedPolicy.Guest;

namespace TypedPolicy.Testing.Kernel;

/// <content>
/// Objects of a type, wherever paths of it may lie: what the rules alone say. Their paths are relative, to a folder that every process under test is in and may search, so that no directory
/// keeps anybody out. A question about an absolute path asks the directories too.
/// </content>
public sealed partial class KernelUnderTest
{
    /// <summary>Makes a file of a type.</summary>
    /// <returns>Its path.</returns>
    public string FileOf<TType>() => FileOf(PolicyNameOf.Of(typeof(TType)));

    /// <summary>Makes a directory of a type.</summary>
    /// <returns>Its path.</returns>
    public string DirectoryOf<TType>() => DirectoryOf(PolicyNameOf.Of(typeof(TType)));

    /// <summary>Makes a program of a type.</summary>
    /// <returns>Its path.</returns>
    public string ProgramOf<TType>() => Make<TType>(path => Step.CreateProgram(path));

    /// <summary>Makes a character device of a type, which takes any request: it is another /dev/null.</summary>
    /// <returns>Its path.</returns>
    public string DeviceOf<TType>() => DeviceOf(PolicyNameOf.Of(typeof(TType)));

    /// <summary>Makes a symbolic link of a type.</summary>
    /// <returns>Its path.</returns>
    public string LinkOf<TType>(string target) => Make<TType>(path => Step.CreateLink(path, target));

    /// <summary>Makes a named pipe of a type.</summary>
    /// <returns>Its path.</returns>
    public string PipeOf<TType>() => Make<TType>(path => Step.CreatePipe(path));

    /// <summary>Makes a file of a type.</summary>
    internal string FileOf(string type) => Make(type, path => Step.Create(path));

    /// <summary>Makes a directory of a type.</summary>
    internal string DirectoryOf(string type) => Make(type, path => Step.CreateDirectory(path));

    /// <summary>Makes a device of a type.</summary>
    internal string DeviceOf(string type) => Make(type, path => Step.CreateCharacterDevice(path, 1, 3));

    /// <summary>Makes an object that every domain may do with what takes a capability.</summary>
    internal string Trial(Func<string, Step> creation, Func<string, Step>? then)
    {
        var path = Make("typedpolicy_trial_t", creation);
        if (then is not null)
        {
            Must(Guest.Run(null, then(path)), path);
        }

        return path;
    }

    private string Make<TType>(Func<string, Step> creation) => Make(PolicyNameOf.Of(typeof(TType)), creation);

    private string Make(string type, Func<string, Step> creation)
    {
        var path = type + "-" + Interlocked.Increment(ref _objects).ToString(CultureInfo.InvariantCulture);
        var outcome = Guest.Run(null, creation(path), Step.SetLabel(path, $"system_u:object_r:{type}:s0"));
        return outcome.Error == 0 ? path : throw new GuestException($"An object of {type} cannot be made: {outcome}");
    }
}
