using System.Collections.Immutable;
using Espalier.Engine.Columns;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Linking;

/// <summary>The two datasets that a links dataset joins.</summary>
public sealed record LinkEnds(Guid From, Guid To);

/// <summary>The properties that every links dataset has. Ids are kept as texts, whatever their datasets' ids are.</summary>
public static class LinkProperties
{
    /// <summary>The type of links datasets.</summary>
    public const string Type = "LINKS";

    public const string From = "from_id";
    public const string To = "to_id";

    /// <summary>What identifies a link; made of both ids.</summary>
    public const string Id = "link_id";
    public const string Allocation = "allocation";

    /// <summary>The allocation of a link that comes without one.</summary>
    public const double WholeAllocation = 1;

    public static readonly ImmutableArray<Property> Core =
    [
        new(From, PropertyType.Text) { IsRequired = true },
        new(To, PropertyType.Text) { IsRequired = true },
        new(Id, PropertyType.Text) { IsRequired = true },
        new(Allocation, PropertyType.Number) { IsRequired = true },
    ];

    public static bool IsCore(string key) => key is From or To or Id or Allocation;

    /// <summary>The definition of a links dataset with nothing but what all of them have.</summary>
    public static DatasetDefinition Definition(string name, LinkEnds ends) => new(name, Type, Id, Id, Core) { Ends = ends };
}
