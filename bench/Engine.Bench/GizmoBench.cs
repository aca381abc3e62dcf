using BenchmarkDotNet.Attributes;
using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo;
using Espalier.Engine.Gizmo.Planning;

namespace Espalier.Engine.Bench;

/// <summary>Expressions whose value every node is to show, each beside a loop written by hand; and in a chain, the deepest tree.</summary>
public class GizmoBench
{
    public static readonly Row[] Table =
    [
        new("node.rollUp(\"sum\", \"salary\")", 200, "50 ms", Loops.BranchSums),
        new("node.d(0).salary.sum", 200, "50 ms", Loops.BranchSums),
        new("node.d.filter(n => n.gender == \"Female\").count / node.d.count", 500, "150 ms", Loops.BranchShares),
        new("node.d(1,2).salary.avg", 500, "150 ms", Loops.TwoLevelMeans),
        new("node.c.bonus.max", 500, "150 ms", Loops.ChildMaxima),
        new("node.s.salary.avg", 500, "150 ms", Loops.PeerMeans),
        new("node.salary * node.fte + (node.performance == \"Exceeds\" ? node.bonus * 1.1 : node.bonus)", 60, "2× the loop", Loops.Pay),
        new("node.positionTitle.value.toUpperCase().slice(0,3)", 500, "once per distinct value", Loops.ShortTitles, PropertyType.Text),
        new("node.dob.age().floor", 500, "once per distinct value", c => Loops.Ages(c, Today)),
        new("node.rollUp(\"max\", n => n.salary / n.fte)", 500, "150 ms", Loops.BranchMaxima),
    ];

    static readonly DateTime Today = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    static readonly EvaluationOptions Options = new() { Now = new DateTimeOffset(Today).ToUnixTimeMilliseconds() };
    static readonly Dictionary<string, Company> Known = [];

    Company _company = null!;
    Compilation _compilation = null!;

    [ParamsSource(nameof(Rows))]
    public Row Expression { get; set; } = Table[0];

    [Params("100000", "1000000", "chain of 1000000")]
    public string Size { get; set; } = "";

    public static IEnumerable<Row> Rows => Table;

    [GlobalSetup]
    public void Setup()
    {
        if (!Known.TryGetValue(Size, out _company!))
            Known[Size] = _company = new(int.Parse(Size.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture), isChain: Size.StartsWith("chain", StringComparison.Ordinal));
        _compilation = GizmoCompiler.Compile(Expression.Text, _company.Dataset.Schema);
        if (_compilation.Plan != "columns")
            throw new InvalidOperationException("There is no column plan for " + Expression.Text);
        Check();
    }

    [Benchmark(Baseline = true)]
    public object Loop() => Expression.Loop(_company);

    [Benchmark]
    public object Gizmo() => _compilation.RunColumn(_company.Dataset, Expression.Type, Options);

    /// <summary>Both give the same, or there is nothing to compare.</summary>
    void Check()
    {
        var column = _compilation.RunColumn(_company.Dataset, Expression.Type, Options).Column;
        var loop = Expression.Loop(_company);
        for (var row = 0; row < column.Count; row++)
        {
            var same = loop switch
            {
                double[] numbers => ((NumberColumn)column).At(row) is var value
                    && (double.IsNaN(value) ? double.IsNaN(numbers[row]) : Math.Abs(value - numbers[row]) <= 1e-9 * Math.Max(1, Math.Abs(value))),
                _ => column[row].ToString() == ((string[])loop)[row],
            };
            if (!same)
                throw new InvalidOperationException($"{Expression.Text} at {row} is {column[row]}, not what the loop gives");
        }
    }
}

/// <summary>An expression, what it may take for a million rows, and the same by hand.</summary>
/// <param name="Must">Milliseconds.</param>
public sealed record Row(string Text, int Must, string Aim, Func<Company, object> Loop, PropertyType Type = PropertyType.Number)
{
    public override string ToString() => Text;
}
