using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;
using Espalier.Engine.Gizmo.Values;

namespace Espalier.Engine.Gizmo.Vectors;

/// <summary>Evaluates something once for each distinct value of a column, at the first row that has it.</summary>
static class DistinctValues
{
    /// <summary>Numbers the rows by their distinct values.</summary>
    public static int[] Number(Column column, int[] liveRows, out List<int> firstRows)
    {
        var numbers = new int[column.Count];
        firstRows = [];
        if (column is TextColumn texts)
        {
            var known = new int[texts.Pool.Count + 1];
            var codes = Whole.Codes(texts);
            foreach (var row in liveRows)
            {
                ref var number = ref known[codes[row]];
                if (number == 0)
                {
                    firstRows.Add(row);
                    number = firstRows.Count;
                }
                numbers[row] = number - 1;
            }
            return numbers;
        }
        var seen = new Dictionary<long, int>();
        var all = column switch
        {
            NumberColumn n => Array.ConvertAll(Whole.Numbers(n), BitConverter.DoubleToInt64Bits),
            DateColumn d => Whole.Dates(d),
            _ => Whole.Flags((FlagColumn)column),
        };
        foreach (var row in liveRows)
        {
            var bits = all[row];
            if (!seen.TryGetValue(bits, out var number))
            {
                seen[bits] = number = firstRows.Count;
                firstRows.Add(row);
            }
            numbers[row] = number;
        }
        return numbers;
    }

    /// <summary>The column of the values; null when one is not of the type.</summary>
    public static Column? Column(int[] numbers, Value[] values, Binding.GizmoType type)
    {
        if (values.Length == 0)
            values = [Value.Blank];
        switch (type)
        {
            case Binding.GizmoType.Number when Array.TrueForAll(values, v => v.Kind is ValueKind.Number or ValueKind.Blank):
                var doubles = Array.ConvertAll(values, v => v.IsBlank ? double.NaN : v.Number);
                return new NumberArray(Array.ConvertAll(numbers, n => doubles[n]));
            case Binding.GizmoType.Date when Array.TrueForAll(values, v => v.Kind is ValueKind.Date or ValueKind.Blank):
                var dates = Array.ConvertAll(values, v => v.IsBlank ? Chunk.Blank : v.Milliseconds);
                return new DateArray(Array.ConvertAll(numbers, n => dates[n]));
            case Binding.GizmoType.Boolean when Array.TrueForAll(values, v => v.Kind is ValueKind.Boolean or ValueKind.Blank):
                var flags = Array.ConvertAll(values, v => v.IsBlank ? Chunk.Blank : v.Boolean ? 1 : 0L);
                return new FlagArray(Array.ConvertAll(numbers, n => flags[n]));
            case Binding.GizmoType.Text when Array.TrueForAll(values, v => v.Kind is ValueKind.Text or ValueKind.Blank):
                var pool = new TextPool();
                var codes = Array.ConvertAll(values, v => v.IsBlank ? 0 : pool.Add(System.Text.Encoding.UTF8.GetBytes(v.Text)));
                return new TextArray(Array.ConvertAll(numbers, n => codes[n]), pool);
            case Binding.GizmoType.Any:
                return new ValueArray(numbers, values);
            default:
                return null;
        }
    }
}
