using System.ComponentModel.DataAnnotations;

namespace Espalier.Server.Expressions;

/// <summary>Limits of evaluating expressions on request.</summary>
public sealed class ExpressionOptions
{
    /// <summary>How long the expression itself may run, for all nodes together; nodes that are left get an error.</summary>
    [Range(0.001, 3600)]
    public double TimeoutSeconds { get; init; } = 15;

    /// <summary>How large the result for one node may be.</summary>
    [Range(1, 1024)]
    public int MaxResultMegabytes { get; init; } = 64;

    /// <summary>How large an answer may be; nodes that are left get an error.</summary>
    [Range(1, 1_048_576)]
    public int MaxAnswerMegabytes { get; init; } = 1024;
}
