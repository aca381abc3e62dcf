using System.Text;
using Espalier.Engine.Gizmo.Planning;

namespace Espalier.Engine.Gizmo.Values;

/// <summary>
/// A list as one text. A list may stand in a list any number of times, so that a short expression could make a text of any
/// length: it ends at the limit of texts.
/// </summary>
sealed class ListText
{
    const int MostDepth = 50;

    readonly StringBuilder _text = new();
    int _seen;

    /// <exception cref="CellTrouble">It would be too long.</exception>
    public static string Of(Value list)
    {
        if (list is { Kind: ValueKind.Collection, Items: { Count: 1, First: { Kind: not (ValueKind.Collection or ValueKind.Array) } only } })
            return Coercion.ToText(only);
        var text = new ListText();
        text.Append(list, 0);
        return text._text.ToString();
    }

    void Append(Value value, int depth)
    {
        if (++_seen > Limits.Default.Items || _text.Length > Limits.Default.Text)
            throw new CellTrouble("A text is too long");
        if (value.Kind is not (ValueKind.Collection or ValueKind.Array))
        {
            _text.Append(Coercion.ToText(value));
            return;
        }
        if (depth > MostDepth)
            return;
        var separator = value.Kind == ValueKind.Collection ? ", " : ",";
        var list = Coercion.List(value);
        for (var i = 0; i < list.Length; i++)
        {
            if (i > 0)
                _text.Append(separator);
            Append(list[i], depth + 1);
        }
    }
}
