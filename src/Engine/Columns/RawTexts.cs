using System.Collections.Immutable;

namespace Espalier.Engine.Columns;

/// <summary>
/// The original texts of cells whose property was given another type and whose printed value is not what was stored:
/// either the text did not convert, and the cell is blank, or it converted and looks different (<c>007</c> as a number).
/// Nothing is lost by a change of type: changing back restores the text.
/// </summary>
public sealed class RawTexts
{
    readonly ImmutableDictionary<int, string> _texts;

    RawTexts(ImmutableDictionary<int, string> texts) => _texts = texts;

    public IEnumerable<KeyValuePair<int, string>> All => _texts;

    public int Count => _texts.Count;

    /// <summary>The original text of the row's cell; null when the typed value says it all.</summary>
    public string? this[int row] => _texts.GetValueOrDefault(row);

    /// <summary>Null, rather than an empty set.</summary>
    public static RawTexts? Of(IEnumerable<KeyValuePair<int, string>> texts)
    {
        var all = ImmutableDictionary.CreateRange(texts);
        return all.IsEmpty ? null : new(all);
    }

    /// <summary>Without the rows that have been given new values.</summary>
    public RawTexts? Without(ReadOnlySpan<int> rows)
    {
        var builder = _texts.ToBuilder();
        foreach (var row in rows)
            builder.Remove(row);
        return builder.Count == _texts.Count ? this : builder.Count == 0 ? null : new(builder.ToImmutable());
    }
}
