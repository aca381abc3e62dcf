using System.Text.Json;
using Espalier.Server.Access;

namespace Espalier.Server.Rights.Explaining;

/// <summary>What somebody may do with a dataset, and why.</summary>
/// <param name="Level">Absent: the dataset does not exist for them, but for views of it.</param>
/// <param name="Groups">All groups the person is in.</param>
public sealed record AccessAnswer(
    string User, Level? Level, AccessReason Why, IReadOnlyList<string> Groups, IReadOnlyList<NarrowedProperty> HiddenProperties,
    IReadOnlyList<NarrowedProperty> ReadOnlyProperties, VisibleRows Rows)
{
    public static AccessAnswer Of(Explanation explained) => new(
        explained.User, explained.Level, new(explained.Kind, explained.IsReadOnly ? true : null, explained.Grants), explained.Groups,
        [.. explained.Hidden.Select(NarrowedProperty.Of)], [.. explained.Fixed.Select(NarrowedProperty.Of)],
        new(explained.Items, explained.Visible, [.. explained.Rules.Select(rule => new VisibleRule(rule.Groups, rule.Filter, rule.Level, rule.Rows))]));
}

/// <summary>Why the level is what it is.</summary>
/// <param name="Kind"><c>admin</c>, <c>owner</c>, <c>grant</c> or <c>none</c>.</param>
/// <param name="ReadOnly">The person is in the group <c>readonly</c>.</param>
/// <param name="Grants">Those to the person's groups; the highest counts.</param>
public sealed record AccessReason(string Kind, bool? ReadOnly, IReadOnlyList<Grant> Grants);

/// <summary>A property that the person does not see, or may not change.</summary>
/// <param name="Rule"><c>group</c> or <c>default</c>.</param>
public sealed record NarrowedProperty(string Key, string Rule, string? Group)
{
    public static NarrowedProperty Of(ExplainedProperty property) => new(property.Key, property.Group is null ? "default" : "group", property.Group);
}

/// <summary>Which rows the person sees.</summary>
/// <param name="Rules">Those that hold for the person; none: all rows are seen, or none.</param>
public sealed record VisibleRows(int Total, int Visible, IReadOnlyList<VisibleRule> Rules);

/// <summary>A rule on rows.</summary>
/// <param name="Rows">How many pass it.</param>
public sealed record VisibleRule(IReadOnlyList<string> Groups, JsonElement Filter, RowLevel Level, int Rows);
