namespace TypedPolicy.Bench.Measuring;

/// <summary>Prints a Markdown table.</summary>
internal static class Table
{
    public static void Print(string[] head, IEnumerable<string[]> rows)
    {
        var all = rows.Prepend(head).ToArray();
        var widths = head.Select((_, column) => all.Max(row => row[column].Length)).ToArray();
        for (var i = 0; i < all.Length; i++)
        {
            Console.WriteLine("| " + string.Join(" | ", all[i].Select((cell, column) => cell.PadRight(widths[column]))) + " |");
            if (i == 0)
            {
                Console.WriteLine("|" + string.Join("|", widths.Select((w, column) => new string('-', w + 1) + (column == 0 ? "-" : ":"))) + "|");
            }
        }

        Console.WriteLine();
    }
}
