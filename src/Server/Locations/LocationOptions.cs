using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Espalier.Server.Locations;

/// <summary>Where the server may go when a caller gives it a URL, and how long it waits there. Section <c>Locations</c>.</summary>
public sealed class LocationOptions : IValidatableObject
{
    /// <summary>Addresses (<c>10.1.0.0/16</c>) and host names that may be private, plain http, and with a port.</summary>
    public IList<string> Allow { get; init; } = [];

    [Range(1, 3600)]
    public int FirstByteSeconds { get; init; } = 60;

    [Range(1, 3600)]
    public int IdleSeconds { get; init; } = 60;

    [Range(1, 86400)]
    public int TotalSeconds { get; init; } = 3600;

    /// <summary>How much is read from an import location.</summary>
    [Range(1, long.MaxValue)]
    public long MaxBytes { get; init; } = 4L * 1024 * 1024 * 1024;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var entry in Allow)
            if (!IPNetwork.TryParse(entry, out _) && !IPAddress.TryParse(entry, out _) && !LocationGuard.IsHostName(entry.TrimEnd('.')))
                yield return new(
                    $"Locations:Allow has '{entry}', which is neither an address, nor a range such as 10.0.0.0/8, nor a host name.",
                    [nameof(Allow)]);
    }
}
