namespace TypedPolicy;

/// <summary>The base attribute of every file type.</summary>
[External("file_type")]
public interface IFileType;
