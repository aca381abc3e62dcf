using System.ComponentModel.DataAnnotations;

namespace Espalier.Server.Imports;

/// <summary>Limits of writing. Section <c>Imports</c>.</summary>
public sealed class ImportOptions
{
    /// <summary>The most bytes of an asynchronous import's payload after unpacking.</summary>
    [Range(1, long.MaxValue)]
    public long MaxBytes { get; init; } = 4L * 1024 * 1024 * 1024;

    /// <summary>The most bytes of one action, and so of one cell.</summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public int MaxActionBytes { get; init; } = 64 * 1024 * 1024;
}
