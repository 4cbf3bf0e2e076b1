namespace TypedPolicy;

/// <summary>The base attribute of every file system type.</summary>
[External("filesystem_type")]
public interface IFilesystemType;
