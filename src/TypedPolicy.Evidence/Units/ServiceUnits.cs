using TypedPolicy.Evidence.Sources;

namespace TypedPolicy.Evidence.Units;

/// <summary>The files of a service, each read as what it is.</summary>
internal sealed class ServiceUnits
{
    private readonly List<EvidenceNote> _notes = [];

    private ServiceUnits(UnitName name, UnitSettings service) => (Name, Service) = (name, service);

    /// <summary>The service's name.</summary>
    public UnitName Name { get; }

    /// <summary>The service, with its drop-ins.</summary>
    public UnitSettings Service { get; }

    /// <summary>The sockets, timers and path units beside it, with their drop-ins.</summary>
    public List<UnitSettings> Others { get; } = [];

    /// <summary>Its D-Bus service files.</summary>
    public List<UnitSettings> BusServices { get; } = [];

    /// <summary>Its tmpfiles.d files.</summary>
    public List<EvidenceFile> TemporaryFiles { get; } = [];

    /// <summary>Its sysusers.d files.</summary>
    public List<EvidenceFile> Users { get; } = [];

    /// <summary>What cannot be read.</summary>
    public IReadOnlyList<EvidenceNote> Notes => _notes;

    /// <summary>Sorts the files of a service.</summary>
    /// <param name="name">The service's name.</param>
    /// <param name="service">Its unit.</param>
    /// <param name="others">Drop-ins, in the order in which they count, and the files beside it.</param>
    public static ServiceUnits Read(UnitName name, EvidenceFile service, IReadOnlyList<EvidenceFile> others)
    {
        var notes = new List<EvidenceNote>();
        var units = new ServiceUnits(name, new(name, UnitReader.Read(service, notes)));
        foreach (var file in others.Where(f => UnitOf(f) is null))
        {
            units.Sort(file, notes);
        }

        foreach (var file in others)
        {
            if (UnitOf(file) is { } unit)
            {
                var of = units.Others.Find(o => unit == o.Name.Text || unit == $"{o.Name.Kind}") ?? units.Service;
                of.Entries.AddRange(UnitReader.Read(file, notes));
            }
        }

        units._notes.AddRange(notes);
        return units;
    }

    /// <summary>The unit that a drop-in is for, by its folder; null for any other file.</summary>
    private static string? UnitOf(EvidenceFile file)
    {
        var parts = file.Name.Split('/');
        return parts.Length > 1 && parts[^2] is { } folder && folder.EndsWith(".d", StringComparison.Ordinal) && parts[^1].EndsWith(".conf", StringComparison.Ordinal) && FirstLine(file) is ['[', ..] ? folder[..^2]
            : file.Name.EndsWith(".conf", StringComparison.Ordinal) && FirstLine(file) is ['[', ..] ? "" : null;
    }

    private void Sort(EvidenceFile file, List<EvidenceNote> notes)
    {
        var name = UnitName.TryRead(file.Name[(file.Name.LastIndexOf('/') + 1)..]);
        if (name?.Kind is "socket" or "timer" or "path")
        {
            Others.Add(new(name, UnitReader.Read(file, notes)));
        }
        else if (name?.Kind is "service" && UnitReader.Read(file, notes) is var entries && entries.Any(e => e.Section == UnitSettings.BusSection))
        {
            BusServices.Add(new(name, entries));
        }
        else if (FirstLine(file) is { Length: > 0 } line && char.IsAsciiLetter(line[0]))
        {
            (line.Split([' ', '\t'], 2, StringSplitOptions.RemoveEmptyEntries) is [_, ['/' or '%' or '"' or '\'', ..]] ? TemporaryFiles : Users).Add(file);
        }
        else
        {
            notes.Add(new(file.Name, "It is not a drop-in, socket, timer or path unit, D-Bus service, tmpfiles.d or sysusers.d file, and was not read."));
        }
    }

    private static string FirstLine(EvidenceFile file) =>
        file.Text.TrimStart('\uFEFF').Split('\n').Select(l => l.Trim()).FirstOrDefault(l => l.Length > 0 && l[0] is not ('#' or ';')) ?? "";
}
