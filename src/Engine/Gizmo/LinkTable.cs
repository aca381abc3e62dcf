namespace Espalier.Engine.Gizmo;

/// <summary>
/// A links dataset between two datasets: each of its rows joins a node of one with a node of the other. Links with a
/// missing end are left out.
/// </summary>
public sealed class LinkTable
{
    readonly Lazy<Ends> _ends;

    /// <summary>Joins the datasets by the texts of the link's two ids and their nodes' ids.</summary>
    public LinkTable(string name, GizmoDataset links, GizmoDataset from, GizmoDataset to, string fromKey = "from_id", string toKey = "to_id")
    {
        Name = name;
        Links = links;
        From = from;
        To = to;
        _ends = new(() => Ends.Of(this, fromKey, toKey));
        from.Attach(this);
        if (to != from)
            to.Attach(this);
    }

    public string Name { get; }

    public GizmoDataset Links { get; }

    public GizmoDataset From { get; }

    public GizmoDataset To { get; }

    /// <summary>The row of an end.</summary>
    internal int End(int link, bool from) => (from ? _ends.Value.FromRows : _ends.Value.ToRows)[link];

    /// <summary>The links of a row, in the order in which they are stored.</summary>
    internal ReadOnlySpan<int> Of(int row, bool from)
    {
        var (starts, links) = from ? _ends.Value.ByFrom : _ends.Value.ByTo;
        return links.AsSpan(starts[row], starts[row + 1] - starts[row]);
    }

    sealed record Ends(int[] FromRows, int[] ToRows, (int[] Starts, int[] Links) ByFrom, (int[] Starts, int[] Links) ByTo)
    {
        public static Ends Of(LinkTable table, string fromKey, string toKey)
        {
            var links = table.Links;
            var fromCells = links.Reader(new(fromKey, Binding.GizmoType.Text));
            var toCells = links.Reader(new(toKey, Binding.GizmoType.Text));
            var count = links.Snapshot.RowCount;
            int[] from = new int[count], to = new int[count];
            var order = new List<int>(count);
            foreach (var link in links.Snapshot.Order)
            {
                from[link] = table.From.RowOf(Values.Coercion.ToText(fromCells.At(link)));
                to[link] = table.To.RowOf(Values.Coercion.ToText(toCells.At(link)));
                if (from[link] >= 0 && to[link] >= 0)
                    order.Add(link);
            }
            return new(from, to, Group(order, from, table.From.Snapshot.RowCount), Group(order, to, table.To.Snapshot.RowCount));
        }

        static (int[] Starts, int[] Links) Group(List<int> order, int[] rows, int count)
        {
            var starts = new int[count + 1];
            foreach (var link in order)
                starts[rows[link] + 1]++;
            for (var row = 0; row < count; row++)
                starts[row + 1] += starts[row];
            var next = starts.AsSpan(0, count).ToArray();
            var links = new int[order.Count];
            foreach (var link in order)
                links[next[rows[link]]++] = link;
            return (starts, links);
        }
    }
}

/// <summary>Links as one of their ends sees them: <c>from</c> is always the node one comes from.</summary>
sealed record LinkSide(LinkTable Table, bool IsFrom)
{
    public GizmoDataset Near => IsFrom ? Table.From : Table.To;

    public GizmoDataset Far => IsFrom ? Table.To : Table.From;

    public int NearRow(int link) => Table.End(link, IsFrom);

    public int FarRow(int link) => Table.End(link, !IsFrom);
}
