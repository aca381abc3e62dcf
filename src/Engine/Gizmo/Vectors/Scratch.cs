using System.Buffers;

namespace Espalier.Engine.Gizmo.Vectors;

/// <summary>
/// Large arrays for one run of a plan, given back when it ends: what a run returns is copied out of them before. New arrays
/// of that size for every run would keep the garbage collector busier than the plan.
/// </summary>
sealed class Scratch : IDisposable
{
    readonly HashSet<double[]> _rented = [];

    /// <summary>An array at least as long; its content is of no use.</summary>
    public double[] Rent(int length)
    {
        var array = ArrayPool<double>.Shared.Rent(length);
        _rented.Add(array);
        return array;
    }

    /// <summary>Gives an array back early.</summary>
    public void Return(double[] array)
    {
        if (_rented.Remove(array))
            ArrayPool<double>.Shared.Return(array);
    }

    public void Dispose()
    {
        foreach (var array in _rented)
            ArrayPool<double>.Shared.Return(array);
        _rented.Clear();
    }
}
