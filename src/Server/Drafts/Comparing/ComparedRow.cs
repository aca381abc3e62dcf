using System.Text.Json.Serialization;

namespace Espalier.Server.Drafts.Comparing;

/// <summary>One measure of one group before and after a draft, on the wire.</summary>
/// <param name="Group">The group's value, null for items without one; left out where nothing is grouped.</param>
/// <param name="Key">The measured property; left out where items are counted.</param>
/// <param name="Op">How its values became one.</param>
public sealed record ComparedRow(object? Group, string? Key, string Op)
{
    /// <summary>In the dataset as it is; null when there is nothing to measure.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public object? AsIs { get; init; }

    /// <summary>As the draft leaves it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public object? ToBe { get; init; }

    /// <summary>The difference; of dates in days. Null when one of the two is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public double? Net { get; init; }
}
