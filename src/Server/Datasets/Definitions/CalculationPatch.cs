using System.Collections.Immutable;
using Espalier.Engine.Calculation;
using Espalier.Engine.Gizmo;
using Espalier.Engine.Snapshots;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Datasets.Definitions;

/// <summary>What a request says of how a property gets its values, and of what only people read. <c>null</c> takes away.</summary>
sealed class CalculationPatch
{
    static readonly string[] ExpressionModes = ["emptyCells", "newNodes", "allNodes", "inherited"];
    static readonly string[] EvaluationModes = ["none", "preFilter", "postFilter", "onDemand", "script"];
    static readonly string[] LookupModes = ["none", "auto", "dataset", "expression", "master"];

    readonly JsonField? _description, _format, _tags, _aliases, _expression, _expressionMode, _evaluationMode, _lookup;
    readonly string? _descriptionText, _formatText, _expressionText;
    readonly ImmutableArray<string>? _tagList, _aliasList;
    readonly int? _expressionNumber, _evaluationNumber;
    readonly PropertyLookup? _lookupValue;

    public CalculationPatch(JsonField property)
    {
        _description = property.Member("description");
        _descriptionText = property.Optional("description")?.Text();
        _format = property.Member("format");
        _formatText = property.Optional("format")?.Text();
        _tags = property.Member("tags");
        _tagList = _tags is null ? null : TextList.Read(_tags);
        _aliases = property.Member("aliases");
        _aliasList = _aliases is null ? null : TextList.Read(_aliases);
        _expression = property.Member("expression");
        _expressionText = property.Optional("expression")?.Text();
        _expressionMode = property.Member("expressionMode");
        _expressionNumber = Number(property.Optional("expressionMode"), ExpressionModes);
        _evaluationMode = property.Member("evaluationMode");
        _evaluationNumber = Number(property.Optional("evaluationMode"), EvaluationModes);
        _lookup = property.Member("lookup");
        _lookupValue = ReadLookup(property.Optional("lookup")?.Object());
    }

    public Guid? LookupDataset => _lookupValue is { Mode: LookupMode.Dataset, DatasetId: { } id } ? id : null;

    public static string? Print(ExpressionMode? mode) => mode is { } known ? ExpressionModes[(int)known] : null;

    public static string? Print(EvaluationMode? mode) => mode is { } known ? EvaluationModes[(int)known] : null;

    public static string Print(LookupMode mode) => LookupModes[(int)mode];

    /// <summary>The property with what is given; an expression always has its modes beside it.</summary>
    public Property ApplyTo(Property property, Property? current)
    {
        var expression = _expression is null ? current?.Expression : string.IsNullOrWhiteSpace(_expressionText) ? null : _expressionText;
        var mode = _expressionMode is null ? current?.ExpressionMode : (ExpressionMode?)_expressionNumber;
        var evaluation = _evaluationMode is null ? current?.EvaluationMode : (EvaluationMode?)_evaluationNumber;
        return property with
        {
            Description = _description is null ? current?.Description : _descriptionText,
            Format = _format is null ? current?.Format : _formatText,
            Tags = _tagList ?? current?.Tags ?? [],
            Aliases = _aliasList ?? current?.Aliases ?? [],
            Expression = expression,
            ExpressionMode = mode ?? (expression is null ? null : ExpressionMode.EmptyCells),
            EvaluationMode = evaluation ?? (expression is null ? null : EvaluationMode.PreFilter),
            Lookup = _lookup is null ? current?.Lookup : _lookupValue,
        };
    }

    /// <summary>Notes what is wrong with the expressions, and a lookup dataset that is none for the caller.</summary>
    public void Check(Property property, GizmoSchema schema, Func<Guid, bool> opens)
    {
        if (CalculatedProperty.Of(property) is { IsEvaluated: true } calculated)
            Compile(calculated.Expression, _expression ?? _evaluationMode, schema);
        if (_lookupValue is { Mode: LookupMode.Expression, Expression: { } list })
            Compile(list, _lookup!.Member("expression"), schema);
        if (LookupDataset is { } id && !opens(id))
            _lookup!.Member("datasetId")!.Problem(Errors.LookupNotFound(id));
    }

    static void Compile(string expression, JsonField? field, GizmoSchema schema)
    {
        if (field is null)
            return;
        foreach (var diagnostic in GizmoCompiler.Compile(expression, schema).Diagnostics.Where(d => d.Severity == Severity.Error))
            field.Problem(Errors.ExpressionInvalid(
                $"{diagnostic.Code} {diagnostic.Span.Start}..{diagnostic.Span.End}: {(diagnostic with { Message = diagnostic.Text }).ParseError(expression)}"));
    }

    static PropertyLookup? ReadLookup(JsonField? lookup)
    {
        if (lookup is null)
            return null;
        var mode = Number(lookup.Required("mode"), LookupModes);
        var needsDataset = mode == (int)LookupMode.Dataset;
        var datasetField = needsDataset ? lookup.Required("datasetId") : lookup.Optional("datasetId");
        Guid? datasetId = null;
        if (datasetField?.FilledText() is { } text)
        {
            if (Guid.TryParseExact(text, "D", out var id))
                datasetId = id;
            else
                datasetField.Problem(Errors.FieldHasWrongType("the id of a dataset"));
        }
        var expressionField = mode == (int)LookupMode.Expression ? lookup.Required("expression") : lookup.Optional("expression");
        var expression = mode == (int)LookupMode.Expression ? expressionField?.FilledText() : expressionField?.Text();
        var restrict = lookup.Optional("restrict")?.Bool();
        var sort = lookup.Optional("sort")?.Bool();
        lookup.RefuseOthers("mode", "datasetId", "expression", "restrict", "sort");
        return mode is null ? null : new((LookupMode)mode, datasetId, expression, restrict, sort);
    }

    static int? Number(JsonField? field, string[] words) => field?.OneOf(words) is { } word ? Array.IndexOf(words, word) : null;
}
