using Espalier.Engine.Gizmo.Binding;
using Espalier.Engine.Gizmo.Values;

namespace Espalier.Engine.Gizmo.Functions.OnNumbers;

/// <summary>The members of <c>Math</c>, as in JavaScript; what is not a number is blank.</summary>
static class Maths
{
    public static IEnumerable<Function> All =>
    [
        Of("round", "The nearest whole number, halves up.", Round),
        Of("floor", "The next whole number below.", Math.Floor),
        Of("ceil", "The next whole number above.", Math.Ceiling),
        Of("trunc", "Without decimals.", Math.Truncate),
        Of("abs", "The absolute value.", Math.Abs),
        Of("sqrt", "The square root.", Math.Sqrt),
        Of("cbrt", "The cube root.", Math.Cbrt),
        Of("log", "The natural logarithm.", Math.Log),
        Of("log10", "The decimal logarithm.", Math.Log10),
        Of("log2", "The binary logarithm.", Math.Log2),
        Of("exp", "e to the power x.", Math.Exp),
        Of("sign", "−1, 0 or 1.", x => double.IsNaN(x) ? x : Math.Sign(x)),
        Of("sin", "The sine.", Math.Sin),
        Of("cos", "The cosine.", Math.Cos),
        Of("tan", "The tangent.", Math.Tan),
        Of("atan", "The arc tangent.", Math.Atan),
        Two("pow", "x to the power y.", Math.Pow),
        Two("atan2", "The angle of a point.", Math.Atan2),
        Many("min", "The least of the arguments.", list => list.Aggregate(Math.Min)),
        Many("max", "The greatest of the arguments.", list => list.Aggregate(Math.Max)),
        Many("hypot", "The root of the sum of squares.", list => Math.Sqrt(list.Sum(x => x * x))),
        new("random", On.Host, GizmoType.Number, Gives.Raw, "Math.random()", "A number from 0 up to 1.", "Math.random() < 1", call => Value.Of(call.Frame.Random.NextDouble())) { Host = "Math", IsVolatile = true },
        Constant("PI", "The ratio of a circle's circumference to its diameter.", Math.PI),
        Constant("E", "The base of natural logarithms.", Math.E),
    ];

    /// <summary>A function of one number; the same is used by column plans.</summary>
    public static readonly Dictionary<string, Func<double, double>> Simple = new(StringComparer.OrdinalIgnoreCase)
    {
        ["round"] = Round, ["floor"] = Math.Floor, ["ceil"] = Math.Ceiling, ["trunc"] = Math.Truncate, ["abs"] = Math.Abs,
        ["sqrt"] = Math.Sqrt, ["log"] = Math.Log, ["log10"] = Math.Log10, ["log2"] = Math.Log2, ["exp"] = Math.Exp, ["cbrt"] = Math.Cbrt,
    };

    /// <summary>Without a sum, which would round numbers just below a half up, and large ones too.</summary>
    static double Round(double x) => Math.Floor(x) is var floor && x - floor >= 0.5 ? floor + 1 : floor;

    static Function Of(string name, string help, Func<double, double> run) => new(name, On.Host, GizmoType.Number, Gives.Raw, $"Math.{name}(x)", help,
        $"Math.{name}(node.salary)", call => Value.Of(run(call.Number(0)))) { Host = "Math" };

    static Function Two(string name, string help, Func<double, double, double> run) => new(name, On.Host, GizmoType.Number, Gives.Raw, $"Math.{name}(x, y)", help,
        $"Math.{name}(2, 3)", call => Value.Of(run(call.Number(0), call.Number(1)))) { Host = "Math" };

    static Function Many(string name, string help, Func<double[], double> run) => new(name, On.Host, GizmoType.Number, Gives.Raw, $"Math.{name}(x, …)", help,
        $"Math.{name}(1, 2)", call => call.Count == 0 ? Value.Blank : Value.Of(run(Array.ConvertAll(call.All(), Coercion.ToNumber)))) { Host = "Math" };

    static Function Constant(string name, string help, double value) =>
        new(name, On.Host, GizmoType.Number, Gives.Raw, "Math." + name, help, "Math." + name, _ => Value.Of(value)) { Host = "Math" };
}
