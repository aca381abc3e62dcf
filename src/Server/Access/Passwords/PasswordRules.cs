using System.Reflection;

namespace Espalier.Server.Access.Passwords;

/// <summary>
/// Which passwords are refused: too short, among the commonest, or so regular that guessing tools try them first. There are
/// no rules on kinds of characters: length is what counts.
/// </summary>
public static class PasswordRules
{
    public const int LeastLength = 12;
    public const int MostLength = 256;

    const int LeastDifferent = 5;

    /// <summary>Rows of keys and the like; a password that is mostly pieces of them is not one.</summary>
    static readonly string[] Rows =
    [
        "01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "1q2w3e4r5t6y7u8i9o0p", "qazwsxedcrfvtgbyhnujmikolp",
    ];

    /// <summary>Words that people begin with and add digits to.</summary>
    static readonly string[] Words =
        ["password", "passwort", "passw0rd", "motdepasse", "contraseña", "welcome", "willkommen", "letmein", "iloveyou", "changeme", "administrator", "admin", "secret", "orgvue", "espalier", "summer", "winter", "spring", "autumn"];

    static readonly Lazy<HashSet<string>> Common = new(Read);

    /// <summary>Why the password cannot be used, as a sentence; null when it can.</summary>
    public static string? Problem(string password, string email)
    {
        if (password.EnumerateRunes().Count() < LeastLength)
            return $"The password must have at least {LeastLength} characters.";
        if (password.Length > MostLength)
            return $"The password must have at most {MostLength} characters.";

        var folded = password.ToLowerInvariant();
        if (Common.Value.Contains(folded) || IsWordWithTail(folded))
            return "This password is among the commonest; choose another one.";
        if (folded.Distinct().Count() < LeastDifferent || IsRepeated(folded) || IsFromRows(folded))
            return "This password is too regular; choose another one.";
        return HoldsLittleBut(folded, email.Trim().ToLowerInvariant())
            ? "The password must not be made of the e-mail address."
            : null;
    }

    /// <summary>A common word, and then nothing but digits and signs.</summary>
    static bool IsWordWithTail(string folded) =>
        Words.Any(word => folded.StartsWith(word, StringComparison.Ordinal) && !folded[word.Length..].Any(char.IsLetter));

    /// <summary>One piece again and again.</summary>
    static bool IsRepeated(string folded) => (folded + folded).IndexOf(folded, 1, StringComparison.Ordinal) < folded.Length;

    /// <summary>Cut into the longest pieces of rows, forwards or backwards, hardly anything is left over.</summary>
    static bool IsFromRows(string folded)
    {
        var pieces = 0;
        for (var at = 0; at < folded.Length; pieces++)
            at += Math.Max(1, Rows.Max(row => Math.Max(Run(folded, at, row, forwards: true), Run(folded, at, row, forwards: false))));
        return pieces * 4 <= folded.Length;
    }

    /// <summary>How far the text from here goes along a row.</summary>
    static int Run(string text, int at, string row, bool forwards)
    {
        var best = 0;
        for (var start = row.IndexOf(text[at], StringComparison.Ordinal); start >= 0; start = row.IndexOf(text[at], start + 1))
        {
            var (length, place) = (0, start);
            while (at + length < text.Length && place >= 0 && place < row.Length && text[at + length] == row[place])
                (length, place) = (length + 1, place + (forwards ? 1 : -1));
            best = Math.Max(best, length);
        }
        return best;
    }

    static bool HoldsLittleBut(string folded, string email)
    {
        var name = email.Split('@')[0];
        return folded == email || (name.Length >= 4 && folded.Contains(name, StringComparison.Ordinal) && folded.Length - name.Length < 5);
    }

    static HashSet<string> Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("access/common-passwords.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
    }
}
