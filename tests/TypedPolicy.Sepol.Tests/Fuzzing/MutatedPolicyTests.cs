using System.Buffers.Binary;
using TypedPolicy.Sepol.Queries;
using TypedPolicy.Sepol.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace TypedPolicy.Sepol.Tests.Fuzzing;

/// <summary>Policies that someone damaged: reading ends in a policy or in a <see cref="SepolException"/>, and a policy that was read answers.</summary>
[Trait("Needs", "toolchain")]
public class MutatedPolicyTests(ITestOutputHelper output)
{
    // Each of its kind, so that a mutation meets every table.
    private const string Module =
        """
        (type a_t) (roletype object_r a_t) (roletype system_r a_t)
        (type b_t) (roletype object_r b_t) (roletype system_r b_t)
        (typealias old_t) (typealiasactual old_t b_t) (type c_t) (roletype object_r c_t) (typebounds a_t c_t) (typepermissive b_t)
        (typeattribute some) (typeattributeset some (a_t b_t))
        (allow some some (file (read write))) (allow a_t b_t (process (transition))) (allow b_t b_t (process (transition)))
        (allow a_t b_t (file (execute))) (allow b_t b_t (file (entrypoint)))
        (booleanif (and base_enabled (not base_disabled)) (true (allow a_t b_t (dir (read)))) (false (allow b_t a_t (dir (write)))))
        (typetransition a_t b_t file "name" a_t) (typetransition a_t b_t process b_t)
        (allowx a_t b_t (ioctl chr_file ((range 0x8910 0x8912) 0x8920)))
        (roletransition system_r b_t process unconfined_r) (rangetransition a_t b_t process ((s0) (s0 (range c0 c5))))
        (constrain (process (transition)) (or (eq u1 u2) (and (neq r1 r2) (eq t1 some))))
        (mlsconstrain (file (read)) (or (dom h1 h2) (eq t2 b_t))) (validatetrans file (eq t3 a_t))
        (defaultrange process source low-high) (defaultuser file source)
        (portcon tcp (90 99) (system_u object_r a_t ((s0) (s0)))) (genfscon proc "/x" (system_u object_r a_t ((s0) (s0))))
        (nodecon (fe80::1) (ffff::) (system_u object_r a_t ((s0) (s0)))) (fsuse xattr ext4 (system_u object_r a_t ((s0) (s0))))
        """;

    private static readonly uint[] Remarkable = [0, 1, 2, 0x7f, 0xff, 0x7fffffff, 0x80000000, 0xffffffff, 0xfffffffe, 64, 65535, 65536];

    [Fact]
    public void Ten_thousand_mutations_are_read_or_refused()
    {
        var linked = Base.Link(Module);
        Assert.True(linked.Succeeded, string.Join('\n', linked.Messages));
        var original = linked.Policy!;
        var read = 0;
        var largest = 0L;
        Parallel.For(0, 10_000, new() { MaxDegreeOfParallelism = 2 }, seed =>
        {
            var random = new Random(seed);
            var mutated = Mutate(original, random);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                var policy = KernelPolicy.Read(mutated);
                Interlocked.Increment(ref read);
                Exercise(policy, random);
            }
            catch (SepolException)
            {
                // Refused, as it may be.
            }

            InterlockedMax(ref largest, GC.GetAllocatedBytesForCurrentThread() - before);
        });
        output.WriteLine($"{read} of 10,000 were read; at most {largest >> 20} MB were allocated for one of {original.Length >> 10} KB");
        Assert.InRange(read, 1000, 9900);
        Assert.True(largest < 200L << 20, $"{largest} bytes for one policy.");
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        var bytes = (byte[])original.Clone();
        for (var times = 1 + random.Next(2); times > 0; times--)
        {
            var place = Place(bytes.Length, random);
            switch (random.Next(12))
            {
                case 0:
                    bytes[place] ^= (byte)(1 << random.Next(8));
                    break;
                case 1 or 2 or 3 or 4 or 5 or 6:
                    bytes[place] ^= (byte)(1 << random.Next(3));
                    break;
                case 7:
                    bytes[place] = (byte)random.Next(256);
                    break;
                case 8:
                    Write(place, Remarkable[random.Next(Remarkable.Length)]);
                    break;
                case 9:
                    Write(place, (uint)random.Next(0, 5000));
                    break;
                case 10:
                    bytes = [.. bytes[..place], .. bytes[Math.Min(bytes.Length, place + random.Next(1, 40))..]];
                    break;
                default:
                    var from = Place(bytes.Length, random);
                    bytes = [.. bytes[..place], .. bytes[from..Math.Min(bytes.Length, from + random.Next(1, 80))], .. bytes[place..]];
                    break;
            }

            void Write(int at, uint value)
            {
                if (at + 4 <= bytes.Length)
                {
                    BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), value);
                }
            }
        }

        return bytes;
    }

    // Half of the bytes are a thousand names of categories, which all are alike: most mutations go to the rest.
    private static int Place(int length, Random random) => random.Next(10) == 0 ? random.Next(length) : random.Next(2) == 0 ? random.Next(Math.Min(12_000, length)) : length - 1 - random.Next(Math.Min(length, 9_000));

    private static void Exercise(KernelPolicy policy, Random random)
    {
        foreach (var rule in policy.Rules.Take(400))
        {
            _ = rule.ToString();
        }

        var contexts = policy.Types.Take(40).Select(t => $"system_u:object_r:{t}:s0").Append("system_u:system_r:a_t:s0").ToList();
        for (var i = 0; i < 40; i++)
        {
            var (source, target, @class) = (Pick(policy.Types), Pick(policy.Types), Pick(policy.Classes));
            _ = policy.MembersOf(source);
            _ = policy.IsPermissive(source);
            Try(() => _ = policy.AllowedPermissions(source, target, @class));
            Try(() => _ = policy.NewType(source, target, @class, "name"));
            Try(() => _ = policy.NewContext(Pick(contexts), Pick(contexts), @class));
            Try(() => _ = policy.AccessOfContexts(Pick(contexts), Pick(contexts), @class, Pick(policy.PermissionsOf(@class))));
        }

        T Pick<T>(IReadOnlyList<T> from) => from.Count > 0 ? from[random.Next(from.Count)] : throw new SepolException("nothing to ask about");
    }

    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (SepolException)
        {
            // A question that this policy cannot answer.
        }
    }

    private static void InterlockedMax(ref long place, long value)
    {
        for (var seen = Interlocked.Read(ref place); value > seen;)
        {
            seen = Interlocked.CompareExchange(ref place, value, seen);
        }
    }
}
