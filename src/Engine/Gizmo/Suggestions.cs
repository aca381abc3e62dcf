namespace Espalier.Engine.Gizmo;

/// <summary>Finds the word that a misspelt one was meant to be.</summary>
static class Suggestions
{
    /// <summary>The candidate that is fewest edits away, if it is near enough to be meant; else null.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        var most = word.Length <= 3 ? 1 : word.Length <= 6 ? 2 : 3;
        string? nearest = null;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - word.Length) > most)
                continue;
            var distance = Distance(word, candidate);
            if (distance > most || distance >= word.Length)
                continue;
            most = distance - 1;
            nearest = candidate;
        }
        return nearest;
    }

    /// <summary>Edits (a swap of neighbours is one) between two words, letter case ignored.</summary>
    static int Distance(string a, string b)
    {
        int[] before = new int[b.Length + 1], last = new int[b.Length + 1], now = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = Same(a[i - 1], b[j - 1]);
                now[j] = Math.Min(Math.Min(now[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                    now[j] = Math.Min(now[j], before[j - 2] + 1);
            }
            (before, last, now) = (last, now, before);
        }
        return last[b.Length];
    }

    static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
