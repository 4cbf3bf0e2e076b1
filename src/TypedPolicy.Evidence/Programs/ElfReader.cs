using ELFSharp.ELF;
using ELFSharp.ELF.Sections;

namespace TypedPolicy.Evidence.Programs;

/// <summary>The functions that machine code takes from libraries, as <c>nm -D</c> lists them.</summary>
internal static class ElfReader
{
    /// <summary>The most functions of a program.</summary>
    private const int MaxSymbols = 200_000;

    /// <summary>Adds them; false if the file is not a readable ELF file.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="facts">What is known of the program.</param>
    public static bool Read(Stream stream, string name, ProgramFacts facts)
    {
        try
        {
            if (!ELFReader.TryLoad(stream, shouldOwnStream: false, out IELF elf))
            {
                return false;
            }

            using (elf)
            {
                foreach (var symbol in elf.Sections.OfType<ISymbolTable>().Where(s => s.Type == SectionType.DynamicSymbolTable).SelectMany(s => s.Entries).Take(MaxSymbols))
                {
                    if (symbol.PointedSectionIndex == 0 && symbol.Name.Length > 0)
                    {
                        facts.Uses.TryAdd(symbol.Name, name);
                    }
                }
            }

            return true;
        }
        catch (Exception e) when (e is not UnauthorizedAccessException)
        {
            // The library's own, of many kinds: it believes the places and sizes that a file names.
            return false;
        }
    }
}
