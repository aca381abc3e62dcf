namespace Espalier.Server.Http;

/// <summary>Ids on the wire: upper-case 8-4-4-4-12, read in any letter case, no version bits looked at.</summary>
public static class Ids
{
    public static string Print(Guid id) => id.ToString("D").ToUpperInvariant();

    public static bool TryParse(string? text, out Guid id)
    {
        id = Guid.Empty;
        // Blanks around it are ignored by .NET.
        return text?.Length == 36 && Guid.TryParseExact(text, "D", out id);
    }
}
