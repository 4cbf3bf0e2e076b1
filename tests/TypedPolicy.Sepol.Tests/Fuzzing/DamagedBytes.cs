namespace TypedPolicy.Sepol.Tests.Fuzzing;

/// <summary>Damages a file in one to three places, the same way for each seed.</summary>
internal static class DamagedBytes
{
    private static readonly byte[] Remarkable = [0, 1, 0x7f, 0x80, 0xff, (byte)'(', (byte)')', (byte)'"', (byte)'\n'];

    public static byte[] Of(byte[] whole, int seed)
    {
        var random = new Random(seed);
        byte[] bytes = [.. whole];
        for (var times = 1 + random.Next(3); times > 0 && bytes.Length > 0; times--)
        {
            var place = random.Next(bytes.Length);
            switch (random.Next(6))
            {
                case 0:
                    bytes[place] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[place] = Remarkable[random.Next(Remarkable.Length)];
                    break;
                case 2:
                    bytes = [.. bytes[..place], .. bytes[Math.Min(bytes.Length, place + random.Next(1, 30))..]];
                    break;
                case 3:
                    var from = random.Next(bytes.Length);
                    bytes = [.. bytes[..place], .. bytes[from..Math.Min(bytes.Length, from + random.Next(1, 60))], .. bytes[place..]];
                    break;
                case 4 when random.Next(5) == 0:
                    bytes = bytes[..place];
                    break;
                default:
                    bytes[place] ^= (byte)(1 << random.Next(8));
                    break;
            }
        }

        return bytes;
    }
}
