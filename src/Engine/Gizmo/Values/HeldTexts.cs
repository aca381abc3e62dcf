namespace Espalier.Engine.Gizmo.Values;

/// <summary>Counts the characters that the results of one run hold: each cell may have a long text, but not all of them.</summary>
/// <param name="most">Characters of all cells of a column.</param>
sealed class HeldTexts(long most)
{
    public const string TooMuch = "The results hold too much text";

    long _held;

    /// <summary>Whether there is room for the value; then it is counted.</summary>
    public bool TryAdd(Value value) => value.Kind != ValueKind.Text || TryAdd(value.Text.Length);

    /// <summary>Whether there is room for a text of this length; then it is counted.</summary>
    public bool TryAdd(int length) => Interlocked.Add(ref _held, length) <= most;
}
