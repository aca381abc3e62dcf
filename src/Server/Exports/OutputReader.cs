using Espalier.Engine.Calculation;
using Espalier.Engine.Filters;
using Espalier.Server.Http.Requests;
using Espalier.Server.Items;

namespace Espalier.Server.Exports;

/// <summary>Reads <c>query.output</c> of an export's body: which rows and columns are wanted.</summary>
sealed record OutputReader(Filter Filter, Projection Projection)
{
    public const string Path = "$.query.output";

    /// <param name="output">Null: everything.</param>
    /// <param name="find">Knows the keys; null when the dataset could not be opened, and then any key will do.</param>
    public static OutputReader Read(JsonField? output, Func<string, NodeColumn?>? find)
    {
        output = output?.Object();
        var mode = output?.Optional("projectionMode")?.OneOf("add", "replace") == "replace" ? ProjectionMode.Replace : ProjectionMode.Add;
        var filter = FilterReader.Read(output?.Optional("filter"), find);
        var projection = output?.Optional("projection");
        return new(filter, projection is null ? Projection.None : ProjectionReader.ReadForExport(projection, mode, find));
    }
}
