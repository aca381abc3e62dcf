using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using Espalier.Engine.Gizmo;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Server.Access;
using Espalier.Server.Reading;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Expressions;

/// <summary>Compiles an expression, runs it, and writes what it gives while it runs.</summary>
sealed class EvaluationRun(IOptions<ExpressionOptions> options, TimeProvider time)
{
    /// <summary>From so many nodes on, all are computed at once as columns, if that is possible.</summary>
    const int ManyNodes = 32;

    const string NoNode = "There is no node with this id";

    /// <exception cref="OperationCanceledException">The caller went away.</exception>
    public async Task WriteAsync(PipeWriter output, EvaluationBody body, DatasetView view, Caller caller, CancellationToken ct)
    {
        var dataset = view.Calculated!.Dataset;
        var compilation = GizmoCompiler.Compile(body.Expression, dataset.Schema);
        await using var answer = new ResultWriter(output, options.Value);
        answer.WriteHead(body.Expression, compilation);
        if (!compilation.HasErrors)
            foreach (var (node, row, result) in Results(body, compilation, dataset, Options(body, caller, ct)))
            {
                if (row < 0 && node is { } id)
                    answer.WriteMissing(id, NoNode);
                else
                    answer.WriteResult(dataset, node, row, result);
                await answer.FlushIfLargeAsync(ct);
            }
        answer.WriteEnd();
    }

    EvaluationOptions Options(EvaluationBody body, Caller caller, CancellationToken ct) => new()
    {
        Cancel = ct,
        Now = (body.Today ?? time.GetUtcNow()).ToUnixTimeMilliseconds(),
        IsScript = body.IsScript,
        User = new(caller.Email, caller.Email, [caller.Role.ToString().ToLowerInvariant(), .. caller.Groups]),
        Limits = Limits.Default with { Time = TimeSpan.FromSeconds(options.Value.TimeoutSeconds) },
    };

    /// <summary>Each node that is wanted, as it was asked for, with its row (−1: there is none) and result.</summary>
    static IEnumerable<(JsonElement? Node, int Row, NodeResult Result)> Results(
        EvaluationBody body, Compilation compilation, GizmoDataset dataset, EvaluationOptions options)
    {
        if (body.Nodes is not { } nodes)
        {
            foreach (var (row, result) in compilation.RunAll(dataset, options))
                yield return (null, row, result);
            yield break;
        }
        var rows = nodes.Select(node => dataset.RowOf(Text(node))).ToArray();
        Dictionary<int, NodeResult>? known = null;
        if (nodes.Count >= ManyNodes && compilation.Plan == "columns")
        {
            var wanted = rows.ToHashSet();
            known = compilation.RunAll(dataset, options).Where(r => wanted.Contains(r.Row)).ToDictionary(r => r.Row, r => r.Result);
        }
        var evaluation = compilation.Start(dataset, options);
        for (var i = 0; i < rows.Length; i++)
            yield return (nodes[i], rows[i], rows[i] < 0 ? default : known is null ? evaluation.Run(rows[i]) : known[rows[i]]);
    }

    /// <summary>An id as nodes print theirs.</summary>
    static string Text(JsonElement id) => id.ValueKind switch
    {
        JsonValueKind.String => id.GetString()!,
        JsonValueKind.Number => id.GetDouble().ToString(CultureInfo.InvariantCulture),
        _ => id.GetBoolean() ? "true" : "false",
    };
}
