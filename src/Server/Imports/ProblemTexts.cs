using System.Globalization;
using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Columns;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Imports;

/// <summary>Says what is wrong with actions and payloads in the API's words. A cell's value is never told.</summary>
static class ProblemTexts
{
    /// <summary>More errors than these help nobody, and they must stay in memory.</summary>
    const int Most = 100_000;

    public static IReadOnlyList<ApiError> Of(IReadOnlyList<ActionProblem> problems, ImportSettings settings)
    {
        List<ApiError> errors = [.. problems.Take(Most).Select(problem => Of(problem, settings))];
        if (problems.Count > Most)
            errors.Add(errors[^1] with { Message = $"There are {problems.Count - Most} more errors.", JsonBody = null });
        return errors;
    }

    public static ApiError Of(ActionProblem problem, ImportSettings settings)
    {
        if (problem.Excess is { } excess)
            return Errors.TooManyDeletes(excess.Deletes, excess.Items, excess.Limit) with { QueryParameter = "maxDeletes" };
        var place = problem.Action == ActionProblem.NoAction ? "$" : string.Create(CultureInfo.InvariantCulture, $"$[{problem.Action}]");
        var key = problem.Kind is ActionProblemKind.ActionMissing or ActionProblemKind.ActionUnknown ? "_action" : problem.Key;
        return Tell(problem, settings) with { JsonBody = key is null ? place : place + JsonField.Step(key) };
    }

    /// <summary>A payload of a job that cannot be read.</summary>
    public static ApiError Of(PayloadException e) =>
        Errors.ImportPayloadInvalid(WithPlace(e)) with { JsonBody = PlaceOf(e) };

    /// <summary>A request's body that cannot be read.</summary>
    public static ApiError OfBody(PayloadException e) => e.IsMisshapen
        ? Errors.FieldHasWrongType(e.Row is null ? "an array of actions" : "an object") with { JsonBody = PlaceOf(e) }
        : Errors.RequestBodyMustBeValidJson(WithPlace(e));

    static ApiError Tell(ActionProblem problem, ImportSettings settings) => problem.Kind switch
    {
        ActionProblemKind.ActionMissing => Errors.FieldIsRequired,
        ActionProblemKind.ActionUnknown => Errors.FieldMustBeOneOf(ItemActions.Names.Where(name => name.Length > 0
            && !(name == "create" && settings.Identification == Identification.MergeKey))),
        ActionProblemKind.IdentifierMissing => Errors.ItemIdentifierMissing(problem.Key!),
        ActionProblemKind.IdInvalid => Errors.PropertyValueInvalid("is not a UUID"),
        ActionProblemKind.PropertyUnknown => Errors.PropertyNotFound(problem.Key!),
        ActionProblemKind.PropertyRepeated => Errors.FieldMustBeUnique(problem.Key!),
        ActionProblemKind.RowTooLong => Errors.ImportPayloadInvalid("The row has more cells than the header has names."),
        ActionProblemKind.ValueIsStructure => Errors.PropertyValueInvalid("is an object or an array, which no property can hold"),
        ActionProblemKind.NotANumber => Errors.PropertyValueInvalid("is not a number"),
        ActionProblemKind.NotADate => Errors.PropertyValueInvalid($"is not a date of the form {NameOf(settings.DateFormat)}"),
        ActionProblemKind.NotABoolean => Errors.PropertyValueInvalid("is not true or false"),
        ActionProblemKind.ItemExists => Errors.ItemAlreadyExists,
        ActionProblemKind.ItemMissing => Errors.ItemNotFound,
        ActionProblemKind.ItemAmbiguous => Errors.ItemIdentifierNotUnique,
        ActionProblemKind.ItemDenied => Errors.ItemAccessDenied,
        ActionProblemKind.PropertyDenied => Errors.PropertyAccessDenied,
        var kind => throw new System.Diagnostics.UnreachableException(kind.ToString()),
    };

    static string NameOf(DateFormat format) => ImportQuery.DateFormats[(int)format];

    static string WithPlace(PayloadException e) => (e.Row, e.ByteOffset) switch
    {
        ({ } row, { } offset) => string.Create(CultureInfo.InvariantCulture, $"{e.Message} (row {row}, byte {offset})"),
        ({ } row, null) => string.Create(CultureInfo.InvariantCulture, $"{e.Message} (row {row})"),
        (null, { } offset) => string.Create(CultureInfo.InvariantCulture, $"{e.Message} (byte {offset})"),
        _ => e.Message,
    };

    static string PlaceOf(PayloadException e) => e.Row is { } row ? string.Create(CultureInfo.InvariantCulture, $"$[{row - 1}]") : "$";
}
