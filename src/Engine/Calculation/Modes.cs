using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Calculation;

/// <summary>For which cells a property's expression counts.</summary>
public enum ExpressionMode : byte
{
    /// <summary>Blank cells; a stored value wins.</summary>
    EmptyCells,

    /// <summary>Once, when a node is created; the result is stored.</summary>
    NewNodes,

    /// <summary>All cells, whatever they hold.</summary>
    AllNodes,

    /// <summary>A blank cell takes the value of the nearest ancestor that has one; else that of the expression, if there is one.</summary>
    Inherited,
}

/// <summary>When a property's expression is evaluated.</summary>
public enum EvaluationMode : byte
{
    /// <summary>Never: the text is the value itself.</summary>
    None,
    PreFilter,
    PostFilter,

    /// <summary>When somebody asks; the result is stored.</summary>
    OnDemand,

    /// <summary>Never itself: another property's expression sets it.</summary>
    Script,
}

/// <summary>A property whose values are calculated.</summary>
public sealed record CalculatedProperty(string Key, string Expression, ExpressionMode Mode, EvaluationMode Evaluation)
{
    /// <summary>Whether there is an expression to evaluate.</summary>
    public bool IsEvaluated => Evaluation is not (EvaluationMode.None or EvaluationMode.Script) && !string.IsNullOrWhiteSpace(Expression);

    /// <summary>How the property is calculated; null when its values are only stored.</summary>
    public static CalculatedProperty? Of(Property property)
    {
        var calculated = new CalculatedProperty(property.Key, property.Expression ?? "",
            property.ExpressionMode ?? ExpressionMode.EmptyCells, property.EvaluationMode ?? EvaluationMode.PreFilter);
        return !string.IsNullOrWhiteSpace(calculated.Expression) || calculated.Evaluation == EvaluationMode.Script || calculated.Mode == ExpressionMode.Inherited
            ? calculated
            : null;
    }

    public static IEnumerable<CalculatedProperty> Of(DatasetDefinition definition) =>
        definition.Properties.Select(Of).OfType<CalculatedProperty>();
}
