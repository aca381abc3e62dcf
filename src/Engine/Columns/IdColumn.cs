using System.Text;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Columns;

/// <summary>
/// The internal ids as texts. They are printed as they are read, for all of them differ: a pool of them would hold
/// nothing but waste.
/// </summary>
public sealed class IdColumn(GuidList ids) : Column
{
    /// <summary>Bytes of a printed id.</summary>
    public const int Length = 36;

    public override PropertyType Type => PropertyType.Text;

    public override int Count => ids.Count;

    public override bool IsBlank(int row) => false;

    public override Cell this[int row]
    {
        get
        {
            Span<byte> text = stackalloc byte[Length];
            Print(row, text);
            return Cell.Of(Encoding.ASCII.GetString(text));
        }
    }

    public Guid At(int row) => ids[row];

    /// <summary>Writes the row's id, upper-case with hyphens.</summary>
    public void Print(int row, Span<byte> into)
    {
        ids[row].TryFormat(into, out _);
        for (var i = 0; i < Length; i++)
            if (into[i] >= 'a')
                into[i] -= 0x20;
    }
}
