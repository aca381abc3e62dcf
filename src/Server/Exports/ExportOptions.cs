using System.ComponentModel.DataAnnotations;

namespace Espalier.Server.Exports;

/// <summary>Limits of reading.</summary>
public sealed class ExportOptions
{
    /// <summary>How long a synchronous answer may take, to its last byte.</summary>
    [Range(0.001, 86_400)]
    public double SyncTimeoutSeconds { get; init; } = 60;
}
