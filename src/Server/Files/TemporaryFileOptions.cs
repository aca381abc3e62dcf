using System.ComponentModel.DataAnnotations;

namespace Espalier.Server.Files;

/// <summary>Settings of temporary files. Section <c>Files</c>.</summary>
public sealed class TemporaryFileOptions
{
    /// <summary>The largest upload.</summary>
    [Range(1, long.MaxValue)]
    public long MaxBytes { get; init; } = 4L * 1024 * 1024 * 1024;

    /// <summary>How long URLs and results live.</summary>
    [Range(1, 24 * 60)]
    public int LifeMinutes { get; init; } = 15;

    internal TimeSpan Life => TimeSpan.FromMinutes(LifeMinutes);
}
