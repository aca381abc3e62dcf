using System.Globalization;
using System.Text;
using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Columns;

namespace Espalier.Engine.Linking;

/// <summary>The types of the ids at a link's ends: those of the autoId properties of the datasets that it joins.</summary>
public sealed record LinkIdTypes(PropertyType From, PropertyType To);

/// <summary>
/// Writes ids of links in one form, whatever they were sent as: <c>1133478</c> and <c>"1133478"</c> are the same id where
/// the linked dataset counts its items by numbers.
/// </summary>
static class LinkIds
{
    /// <summary>An id as it is kept. False, with the reason, when it is no id of that type.</summary>
    /// <param name="text">What stands in the payload; for an id that is no text as JSON writes it.</param>
    public static bool TryWrite(PropertyType type, CellToken token, ReadOnlySpan<byte> text, DateFormat format, out byte[] id, out ActionProblemKind problem)
    {
        (id, problem) = ([], default);
        switch (type)
        {
            case PropertyType.Text:
                id = token switch
                {
                    CellToken.Number when Conversion.TryNumber(text, out _) => Encoding.ASCII.GetBytes(Conversion.DecimalText(text)),
                    CellToken.True => "true"u8.ToArray(),
                    CellToken.False => "false"u8.ToArray(),
                    _ => text.ToArray(),
                };
                return true;
            case PropertyType.Number:
                problem = ActionProblemKind.NotANumber;
                if (token is not (CellToken.Text or CellToken.Number) || !Conversion.TryNumber(text, out var value))
                    return false;
                id = Print(value);
                return true;
            case PropertyType.Date:
                problem = ActionProblemKind.NotADate;
                if (token != CellToken.Text || !Dates.TryParse(text, format, out var date))
                    return false;
                id = Encoding.UTF8.GetBytes(Dates.Print(date));
                return true;
            default:
                problem = ActionProblemKind.NotABoolean;
                var flag = token == CellToken.True;
                if (token is not (CellToken.True or CellToken.False) && !(token == CellToken.Text && Conversion.TryFlag(text, out flag)))
                    return false;
                id = flag ? "true"u8.ToArray() : "false"u8.ToArray();
                return true;
        }
    }

    /// <summary>The link's own id: a JSON array of both, without blanks.</summary>
    public static void Join(byte[] from, byte[] to, LinkIdTypes types, List<byte> into)
    {
        into.Clear();
        into.Add((byte)'[');
        Append(from, types.From, into);
        into.Add((byte)',');
        Append(to, types.To, into);
        into.Add((byte)']');
    }

    static void Append(byte[] id, PropertyType type, List<byte> into)
    {
        if (type is PropertyType.Number or PropertyType.Boolean)
        {
            into.AddRange(id);
            return;
        }
        into.Add((byte)'"');
        foreach (var b in id)
        {
            var letter = b switch { (byte)'"' => '"', (byte)'\\' => '\\', 8 => 'b', 9 => 't', 10 => 'n', 12 => 'f', 13 => 'r', _ => '\0' };
            if (letter != '\0')
                into.AddRange([(byte)'\\', (byte)letter]);
            else if (b < 0x20)
                into.AddRange(Encoding.ASCII.GetBytes($"\\u{b:x4}"));
            else
                into.Add(b);
        }
        into.Add((byte)'"');
    }

    static byte[] Print(double number) => Encoding.ASCII.GetBytes(number == 0 ? "0" : number.ToString(CultureInfo.InvariantCulture));
}
