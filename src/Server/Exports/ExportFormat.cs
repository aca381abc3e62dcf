using System.Collections.Immutable;
using Espalier.Engine.Calculation;
using Espalier.Engine.Filters;
using Espalier.Server.Exports.Writing;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Exports;

/// <summary>In what form an export is written. A record of plain values, for jobs keep it.</summary>
/// <param name="Name">The path's word.</param>
/// <param name="IncludeBom">Whether CSV begins with the byte order mark.</param>
/// <param name="WindowsLines">Whether lines of CSV end with CR and LF.</param>
public sealed record ExportFormat(string Name, bool IncludeBom, bool WindowsLines)
{
    static readonly string[] Names = ["jsonRows", "jsonColumns", "jsonObjects", "csv", "tsv"];

    public string ContentType => Name switch
    {
        "csv" => "text/csv; charset=UTF-8",
        "tsv" => "text/tab-separated-values; charset=UTF-8",
        _ => Json.ContentType,
    };

    /// <summary>Reads path and query. Without a format in the path it is jsonRows; csv's parameters are checked for all.</summary>
    public static ExportFormat Read(HttpContext context, RequestQuery query, Problems problems)
    {
        var name = context.GetRouteValue("exportFormat") as string ?? Names[0];
        if (!Names.Contains(name, StringComparer.Ordinal))
            problems.Add(Errors.PathParameterIsInvalid("exportFormat", $"must be one of: {string.Join(", ", Names)}"));
        return new(name, query.Bool("includeBOM", true), query.OneOf("lineEndings", ["windows", "unix"], "windows") == "windows");
    }

    internal IPieces Pieces(Selection selection, ImmutableArray<NodeColumn> columns) => Name switch
    {
        "jsonRows" => new RowPieces(selection, columns, new JsonRowsFormat(columns)),
        "jsonColumns" => new ColumnPieces(selection, columns),
        "jsonObjects" => new RowPieces(selection, columns, new JsonObjectsFormat(columns, areItems: false)),
        "csv" => new RowPieces(selection, columns, new CsvFormat(columns, new(',', IncludeBom, WindowsLines))),
        _ => new RowPieces(selection, columns, new CsvFormat(columns, new('\t', IncludeBom, WindowsLines))),
    };
}
