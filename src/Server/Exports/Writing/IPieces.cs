namespace Espalier.Server.Exports.Writing;

/// <summary>A result that can be written in pieces, side by side, by several threads.</summary>
interface IPieces
{
    /// <summary>At least 1.</summary>
    int Count { get; }

    /// <summary>Rows of the whole result.</summary>
    int Rows { get; }

    /// <summary>Writes one piece.</summary>
    void Write(int piece, ByteBuffer into);
}
