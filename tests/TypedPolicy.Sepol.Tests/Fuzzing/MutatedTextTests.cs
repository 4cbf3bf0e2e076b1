using System.Text;
using ICSharpCode.SharpZipLib.BZip2;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Flow;
using TypedPolicy.Sepol.Labels;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Sources;
using Xunit;
using Xunit.Abstractions;

namespace TypedPolicy.Sepol.Tests.Fuzzing;

/// <summary>What else of others' files is read in the caller's process: packed files, CIL, labels and permission maps, ten thousand of each damaged.</summary>
public class MutatedTextTests(ITestOutputHelper output)
{
    private const int Mutations = 10_000;

    private const string Cil =
        """
        (macro outer ((type x) (type y))
        ;;* lmx 9 "Inner.cs"
        (allow x y (file (write)))
        ;;* lme
        )
        ;;* lmx 3 "Far.cs"
        (type a_t) (roletype object_r a_t)
        (typeattributeset some (and (a_t b_t) (not (c_t))))
        (optional o (call outer (a_t b_t)) (booleanif (and one (not two)) (true (allow a_t self (dir (read))))))
        (typetransition a_t b_t file "a \"name" c_t) (filecon "/srv(/.*)?" any (system_u object_r a_t ((s0) (s0 (range c0 c5)))))
        ;;* lme

        """;

    private const string Labels =
        """
        /usr/(s?bin|lib(64)?)/[^/]+\.so(\.[0-9]*)?	--	system_u:object_r:lib_t:s0
        /srv/page\.d(/.*)?	system_u:object_r:page_t:s0-s0:c0.c1023
        HOME_DIR/\.cache(/.*)?	-d	<<none>>
        /dev/[0-9]+:[a-z]{2,3}	-c	system_u:object_r:device_t:s0

        """;

    [Fact]
    public void Packed_files_are_unpacked_or_refused()
    {
        using var packed = new MemoryStream();
        using (var stream = new BZip2OutputStream(packed, 1) { IsStreamOwner = false })
        {
            stream.Write(Encoding.UTF8.GetBytes(Cil));
        }

        Run(packed.ToArray(), bytes => new PolicySource("packed", bytes), firstByte: 4);
    }

    [Fact]
    public void CIL_is_read_as_far_as_it_goes() => Run(Encoding.UTF8.GetBytes(Cil), bytes =>
    {
        PolicySource[] source = [new("damaged.cil", bytes)];
        _ = new RuleOrigins(source);
        _ = new DeclaredNames(source).Has("a_t");
        _ = PolicyBase.Embedded.With(source);
    });

    [Fact]
    public void Labels_are_read_or_refused_and_looked_up() => Run(Encoding.UTF8.GetBytes(Labels), bytes =>
    {
        var labels = FileContexts.ReadLinked(Encoding.UTF8.GetString(bytes));
        foreach (var path in (string[])["/usr/lib64/libc.so.6", "/srv/page.d/a", "/home/joe/.cache/x", "/dev/12:abc"])
        {
            _ = labels.Find(path);
        }
    });

    [Fact]
    public void Permission_maps_are_read_or_refused() => Run(
        "2\nclass file 3\nread r 10\nwrite w 10\nlock n 1\nclass process 1\nptrace b 10\n"u8.ToArray(),
        bytes => PermissionMap.Read(new StringReader(Encoding.UTF8.GetString(bytes))));

    private void Run(byte[] original, Action<byte[]> read, int firstByte = 0)
    {
        var refused = 0;
        Parallel.For(0, Mutations, new() { MaxDegreeOfParallelism = 2 }, seed =>
        {
            try
            {
                read(Mutate(original, new Random(seed), firstByte));
            }
            catch (SepolException)
            {
                Interlocked.Increment(ref refused);
            }
        });
        output.WriteLine($"{refused} of {Mutations} are refused");
    }

    private static byte[] Mutate(byte[] original, Random random, int firstByte)
    {
        var bytes = (byte[])original.Clone();
        for (var times = 1 + random.Next(3); times > 0; times--)
        {
            var place = random.Next(firstByte, bytes.Length);
            switch (random.Next(4))
            {
                case 0:
                    bytes[place] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[place] = (byte)"()[]{}|\\*+?\"\n; \0"[random.Next(16)];
                    break;
                case 2:
                    bytes = [.. bytes[..place], .. bytes[Math.Min(bytes.Length, place + random.Next(1, 30))..], 0x20];
                    break;
                default:
                    var from = random.Next(firstByte, bytes.Length);
                    bytes = [.. bytes[..place], .. bytes[from..Math.Min(bytes.Length, from + random.Next(1, 60))], .. bytes[place..]];
                    break;
            }
        }

        return bytes;
    }
}
