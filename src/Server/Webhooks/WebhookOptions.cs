using System.ComponentModel.DataAnnotations;

namespace Espalier.Server.Webhooks;

/// <summary>How webhooks are told. Section <c>Webhooks</c>.</summary>
public sealed class WebhookOptions
{
    public const string Section = "Webhooks";

    /// <summary>How many a tenant may have: each makes its commits a little longer.</summary>
    [Range(1, 1000)]
    public int MostPerTenant { get; init; } = 20;

    /// <summary>For one try, from connecting to the answer.</summary>
    [Range(1, 60)]
    public int TimeoutSeconds { get; init; } = 10;

    /// <summary>How often one delivery is tried.</summary>
    [Range(1, 20)]
    public int Tries { get; init; } = 10;

    /// <summary>The pause after the first failure; each further one is four times as long, but at most six hours.</summary>
    [Range(1, 3600)]
    public int FirstPauseSeconds { get; init; } = 5;

    /// <summary>A webhook that fails while more than these wait is suspended.</summary>
    [Range(1, 1_000_000)]
    public int MostPending { get; init; } = 10_000;

    /// <summary>How long deliveries that have ended are kept.</summary>
    [Range(1, 365)]
    public int KeepDays { get; init; } = 7;
}
