using System.Globalization;
using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Columns;
using Espalier.Engine.Linking;
using Espalier.Engine.Snapshots;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Imports;

/// <summary>Reads the query parameters of imports, api.md 10.4, and notes all that is wrong with them.</summary>
static class ImportQuery
{
    /// <summary>In the order of <see cref="DateFormat"/>.</summary>
    public static readonly string[] DateFormats = ["YYYY-MM-DD", "DD/MM/YYYY", "MM/DD/YYYY"];

    static readonly string[] OnProperty = ["denyItemAccess", "skipProperty"];
    static readonly string[] OnAction = ["failTransaction", "skipAction"];

    /// <summary>What to do about actions that cannot be performed, and guards: the parameters of whatever performs actions.</summary>
    public static ImportSettings ReadPolicies(RequestQuery query) => new()
    {
        SkipDeniedProperties = query.OneOf("onPropertyAccessDenied", OnProperty, OnProperty[0]) == "skipProperty",
        SkipDeniedItems = query.OneOf("onItemAccessDenied", OnAction, OnAction[0]) == "skipAction",
        SkipInvalid = query.OneOf("onActionValidationFailure", OnAction, OnAction[0]) == "skipAction",
        DryRun = query.Bool("dryRun", false),
        MaxDeletes = ReadLimit(query),
    };

    /// <param name="definition">Null when the dataset could not be opened; then keys are not checked.</param>
    public static ImportSettings Read(RequestQuery query, DatasetDefinition? definition)
    {
        var autoId = query.Bool("autoId", false);
        var idKeys = query.Many("idKey");
        var mergeKeys = query.Many("mergeKey");
        var settings = ReadValues(query) with
        {
            Identification = mergeKeys.Count > 0 ? Identification.MergeKey
                : idKeys.Count > 0 ? Identification.IdKey
                : autoId ? Identification.AutoId : Identification.Id,
            Keys = [.. mergeKeys.Count > 0 ? mergeKeys : idKeys],
        };

        string[] modes = [.. autoId ? ["autoId"] : Array.Empty<string>(), .. idKeys.Count > 0 ? ["idKey"] : Array.Empty<string>(),
            .. mergeKeys.Count > 0 ? ["mergeKey"] : Array.Empty<string>()];
        if (modes.Length > 1)
            query.Problem(modes[^1], Errors.FieldsAreMutuallyExclusive(modes));
        if (mergeKeys.Count > 0 && settings.ImplicitDelete)
            query.Problem("implicitDelete", Errors.FieldsAreMutuallyExclusive("mergeKey", "implicitDelete"));
        if (autoId && definition is { AutoId: "" })
            query.Problem("autoId", Errors.DatasetConfigurationInvalid("There is no autoId property that you may use."));
        CheckKeys("idKey", idKeys);
        CheckKeys("mergeKey", mergeKeys);
        return settings;

        void CheckKeys(string name, IEnumerable<string> keys)
        {
            foreach (var key in keys.Distinct(StringComparer.Ordinal))
                if (definition is not null && definition.Find(key) is null)
                    query.Problem(name, Errors.PropertyNotFound(key));
        }
    }

    /// <summary>Those of links, which are identified by both their ends.</summary>
    /// <param name="types">Null when the links dataset could not be opened.</param>
    public static ImportSettings ReadForLinks(RequestQuery query, LinkIdTypes? types) =>
        ReadValues(query) is var settings && types is not null ? settings.ForLinks(types) : settings;

    /// <summary>How values are read, and what becomes of items that are not named.</summary>
    static ImportSettings ReadValues(RequestQuery query)
    {
        var dateFormat = (DateFormat)Array.IndexOf(DateFormats, query.OneOf("dateFormat", DateFormats, DateFormats[0]));
        return ReadPolicies(query) with
        {
            DateFormat = dateFormat,
            ImplicitDelete = query.Bool("implicitDelete", false),
            ClearTokens = [.. query.Many("clearToken")],
            NoopTokens = [.. query.Many("noopToken")],
        };
    }

    /// <summary>A number of items, or a percentage, which may have a fraction.</summary>
    static DeleteLimit? ReadLimit(RequestQuery query)
    {
        const string Name = "maxDeletes";
        if (query.Text(Name) is not { } text)
            return null;
        var isPercentage = text.EndsWith('%');
        var isNumber = decimal.TryParse(isPercentage ? text[..^1] : text, isPercentage ? NumberStyles.AllowDecimalPoint : NumberStyles.None,
            CultureInfo.InvariantCulture, out var value);
        if (isNumber && !(isPercentage && value > 100))
            return new(value, isPercentage);

        query.Problem(Name, Errors.FieldHasWrongType("a whole number from 0 on, or a percentage from 0% to 100%"));
        return null;
    }
}
